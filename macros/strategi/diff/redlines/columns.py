"""Pair the columns of two tables."""

from __future__ import annotations

from collections.abc import Sequence

from strategi.diff.redlines.gaps import parts_between, single_groups
from strategi.diff.redlines.sequences import Part, match
from strategi.model.redline import Block, BlockKind, Cell, Op

Column = tuple[int | None, int | None]
"""A column's place in the old table and in the new; None where it does not stand."""


def headers(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the header row of the table it stands in."""
    found: list[Block | None] = []
    header = None
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            header = block if block.kind is BlockKind.HEADER_ROW else None
        found.append(header)
    return found


def paired_columns(old: Block | None, new: Block | None) -> list[Column]:
    """Pair the columns below two header rows; of what is in no table there is one.

    Columns are known by their headers. Where one of another name stands in place of each, they are renamed.
    """
    if old is None or new is None:
        return [(0, 0)]
    pairs = match(old.cells, new.cells, len)
    found: list[Column] = []
    parts = parts_between(single_groups(pairs), len(old.cells), len(new.cells))
    for part, pair in zip(parts, [*pairs, None], strict=True):
        found += _between(part)
        found += [pair] if pair else []
    return found


def column_ops(columns: Sequence[Column]) -> tuple[Op, ...]:
    """What happened to each column; empty where nothing did to any."""
    ops = tuple(
        Op.INSERTED if old is None else Op.DELETED if new is None else Op.EQUAL for old, new in columns
    )
    return () if set(ops) == {Op.EQUAL} else ops


def cell(block: Block, place: int | None) -> Cell:
    """A cell of a row; empty where the row has no such column."""
    return () if place is None else block.cells[place]


def _between(part: Part) -> list[Column]:
    old, new = range(part.old_start, part.old_end), range(part.new_start, part.new_end)
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    return [*((place, None) for place in old), *((None, place) for place in new)]
