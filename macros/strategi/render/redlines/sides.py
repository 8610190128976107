"""Select the blocks and words of a redline that belong to each of its two texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from strategi.model.redline import (
    OLD_OPS,
    ONLY_NEW,
    ONLY_OLD,
    Block,
    BlockChange,
    Op,
    RedlineBlock,
    RedlineCell,
    Run,
)

Whole = tuple[int, Block, list[RedlineBlock]]
"""A block of one text: its place in the redline, its shape, and the pieces that hold its words."""


def shape_in(block: RedlineBlock, ops: frozenset[Op]) -> Block | None:
    """The block as it stands in one text; None where it does not stand in it, or not there."""
    if block.change in (ONLY_NEW if ops is OLD_OPS else ONLY_OLD):
        return None
    return block.old if ops is OLD_OPS else block.new


def wholes(blocks: Iterable[tuple[int, RedlineBlock]], ops: frozenset[Op]) -> Iterator[Whole]:
    """Every block of one text with all its pieces: later ones do not say whose they are."""
    whole: Whole | None = None
    for at, each in blocks:
        shape = shape_in(each, ops)
        if shape is None and whole and each.is_continued:
            whole[2].append(each)
        if shape:
            if whole:
                yield whole
            whole = at, shape, [each]
    if whole:
        yield whole


def cells_in(pieces: Sequence[RedlineBlock], ops: frozenset[Op]) -> list[RedlineCell]:
    """The cells of one text: all pieces in one, and without the columns that it does not have."""
    columns = zip_longest(*(piece.cells for piece in pieces), fillvalue=())
    cells = [tuple(run for cell in column for run in cell) for column in columns]
    fates = pieces[0].columns or [Op.EQUAL] * len(cells)
    return [cell for cell, fate in zip(cells, fates, strict=True) if fate in ops]


def with_moved_words(block: RedlineBlock) -> RedlineBlock:
    """Where a block stands now, what is the same as where it stood has been moved."""
    if block.change is not BlockChange.MOVED_HERE:
        return block
    cells = tuple(
        tuple(Run(Op.MOVED_HERE, run.tokens, block.move) if run.op is Op.EQUAL else run for run in cell)
        for cell in block.cells
    )
    return replace(block, cells=cells)
