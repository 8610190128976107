"""Divide a redline where something differs, and group the blocks that must stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import eq

from strategi.model.redline import Block, BlockChange, BlockKind, RedlineBlock

LISTS = ("bullet", "ordered")
_ORDERED = "ordered"


def divided(blocks: Sequence[RedlineBlock]) -> Iterator[tuple[range, bool]]:
    """Places of blocks in a row that all differ or all are the same, and whether they differ.

    All rows of a table differ if one of them does: a table stays whole, and begins and ends a passage where
    what differs does not go on.
    """
    flags, edges = _changed_flags(blocks), _free_edges(blocks)
    start = 0
    for at in range(1, len(flags) + 1):
        if at == len(flags) or flags[at] != flags[start] or (flags[start] and at in edges):
            yield range(start, at), flags[start]
            start = at


def units(blocks: Sequence[RedlineBlock], places: range) -> Iterator[list[int]]:
    """Group the places of what stands together when two texts are set side by side.

    That is the pieces of one block, the rows of one table, and every other block by itself.
    """
    unit: list[int] = []
    for at in places:
        is_next_row = unit and _is_row(blocks[at]) and _is_row(blocks[unit[-1]])
        if unit and not is_next_row and not blocks[at].is_continued:
            yield unit
            unit = []
        unit.append(at)
    if unit:
        yield unit


def item_numbers(blocks: Sequence[Block | None]) -> list[int]:
    """What each block counts as in its ordered list; 0 where it begins no item of one."""
    path: tuple[str, ...] = ()
    counts: list[int] = []
    numbers = []
    for block in blocks:
        if block:
            kept = _shared(path, block.path)
            path, counts = block.path, counts[:kept] + [0] * (len(block.path) - kept)
        numbers.append(_count(block, counts) if block else 0)
    return numbers


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many of the outermost lists and quotations are the same."""
    return len(list(takewhile(bool, map(eq, one, other))))


def _count(block: Block, counts: list[int]) -> int:
    depth = max((at for at, kind in enumerate(block.path) if kind in LISTS), default=-1)
    if depth < 0 or not block.begins_item or block.path[depth] != _ORDERED:
        return 0
    is_first = block.level and block.kind is not BlockKind.HEADING
    counts[depth] = block.level if is_first else counts[depth] + 1
    return counts[depth]


def _changed_flags(blocks: Sequence[RedlineBlock]) -> list[bool]:
    flags = [each.change is not BlockChange.EQUAL for each in blocks]
    for table in _tables(blocks):
        flags[table.start : table.stop] = [any(flags[at] for at in table)] * len(table)
    return flags


def _free_edges(blocks: Sequence[RedlineBlock]) -> set[int]:
    """Where a table begins or ends, and one of the blocks that meet there is the same in both texts."""
    edges = {edge for table in _tables(blocks) for edge in (table.start, table.stop)}
    return {
        at
        for at in edges
        if any(each.change is BlockChange.EQUAL for each in blocks[at - 1 : at + 1]) and 0 < at < len(blocks)
    }


def _tables(blocks: Sequence[RedlineBlock]) -> Iterator[range]:
    start = 0
    for at in range(len(blocks) + 1):
        if at == len(blocks) or not _is_row(blocks[at]):
            if at > start:
                yield range(start, at)
            start = at + 1


def _is_row(block: RedlineBlock) -> bool:
    return block.shape.kind in (BlockKind.HEADER_ROW, BlockKind.ROW)
