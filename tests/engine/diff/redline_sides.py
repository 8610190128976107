"""The two texts of a redline, read out of it: what the laws of redlines compare with what was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from strategi.model.redline import (
    NEW_OPS,
    OLD_OPS,
    ONLY_NEW,
    ONLY_OLD,
    Block,
    Cell,
    Op,
    Redline,
    RedlineBlock,
)


def old_side(redline: Redline) -> tuple[Block, ...]:
    """The blocks of the old text: what is left of the redline without what was inserted."""
    return _side(((each.old, each) for each in redline.blocks if each.change not in ONLY_NEW), OLD_OPS)


def new_side(redline: Redline) -> tuple[Block, ...]:
    """The blocks of the new text: what is left of the redline without what was deleted."""
    return _side(((each.new, each) for each in redline.blocks if each.change not in ONLY_OLD), NEW_OPS)


def _side(blocks: Iterable[tuple[Block | None, RedlineBlock]], ops: frozenset[Op]) -> tuple[Block, ...]:
    """Blocks with the shape that they have on that side, and with the tokens of it that the runs hold."""
    sides: list[tuple[Block, list[Cell]]] = []
    for shape, each in blocks:
        if shape:
            sides.append((shape, _cells(each, ops)))
        else:  # a later piece of the block before it
            sides[-1][1][0] += _cells(each, ops)[0]
    return tuple(replace(shape, cells=tuple(cells)) for shape, cells in sides)


def _cells(block: RedlineBlock, ops: frozenset[Op]) -> list[Cell]:
    columns = block.columns or (Op.EQUAL,) * len(block.cells)
    return [
        tuple(token for run in cell if run.op in ops for token in run.tokens)
        for cell, column in zip(block.cells, columns, strict=True)
        if column in ops
    ]
