"""Reverse a redline, so that it reads from the new text to the old."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TypeVar

from strategi.diff.redlines.move_numbers import numbered_blocks, numbered_runs
from strategi.diff.redlines.whole_blocks import away_block
from strategi.model.redline import (
    NEW_OPS,
    ONLY_NEW,
    ONLY_OLD,
    BlockChange,
    Op,
    Redline,
    RedlineBlock,
    RedlineCell,
)

T = TypeVar("T")

_OTHER_OP = {
    Op.EQUAL: Op.EQUAL,
    Op.INSERTED: Op.DELETED,
    Op.DELETED: Op.INSERTED,
    Op.MOVED_HERE: Op.MOVED_AWAY,
    Op.MOVED_AWAY: Op.MOVED_HERE,
}
_OTHER_CHANGE = {
    BlockChange.INSERTED: BlockChange.DELETED,
    BlockChange.DELETED: BlockChange.INSERTED,
    BlockChange.SPLIT: BlockChange.MERGED,
    BlockChange.MERGED: BlockChange.SPLIT,
}


def mirror(redline: Redline) -> Redline:
    """The same differences seen from the new text, the moves numbered in the order of the old one."""
    here = {each.move: each for each in redline.blocks if each.change is BlockChange.MOVED_HERE}
    mirrored = (_mirrored(each, here) for each in redline.blocks)
    ordered: list[RedlineBlock] = []
    for is_alone, stretch in groupby(mirrored, key=lambda each: each.change in ONLY_OLD | ONLY_NEW):
        blocks = list(stretch)
        ordered += sorted(blocks, key=lambda each: each.change in ONLY_NEW) if is_alone else blocks
    return Redline(numbered_blocks(ordered))


def mirror_runs(cell: RedlineCell) -> RedlineCell:
    """The same for runs alone."""
    return numbered_runs(_mirrored_cell(cell))


def _mirrored(block: RedlineBlock, here: Mapping[int, RedlineBlock]) -> RedlineBlock:
    if block.change is BlockChange.EQUAL:
        return block
    if block.change is BlockChange.MOVED_HERE:
        assert block.new is not None
        return away_block(block.new, block.move)
    if block.change is BlockChange.MOVED_AWAY:
        return replace(_swapped(here[block.move]), change=BlockChange.MOVED_HERE)
    return _swapped(block)


def _swapped(block: RedlineBlock) -> RedlineBlock:
    ops = [_OTHER_OP[op] for op in block.columns] or [Op.EQUAL] * len(block.cells)
    columns = list(_old_first(zip(ops, map(_mirrored_cell, block.cells), strict=True), itemgetter(0)))
    return replace(
        block,
        change=_OTHER_CHANGE.get(block.change, block.change),
        cells=tuple(cell for _, cell in columns),
        old=block.new,
        new=block.old,
        columns=tuple(op for op, _ in columns) if block.columns else (),
    )


def _mirrored_cell(cell: RedlineCell) -> RedlineCell:
    return tuple(_old_first((run._replace(op=_OTHER_OP[run.op]) for run in cell), attrgetter("op")))


def _old_first(items: Iterable[T], op: Callable[[T], Op]) -> Iterator[T]:
    """Between what is equal, what is only in the old text stands before what is only in the new."""
    for is_equal, stretch in groupby(items, key=lambda item: op(item) is Op.EQUAL):
        held = list(stretch)
        yield from held if is_equal else sorted(held, key=lambda item: op(item) in NEW_OPS)
