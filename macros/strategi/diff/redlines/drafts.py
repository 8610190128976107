"""Draft the blocks of a redline, and mark those whose words are still to be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategi.diff.redlines.alignment import Alignment
from strategi.diff.redlines.columns import cell, column_ops, headers, paired_columns
from strategi.diff.redlines.gaps import parts_between
from strategi.diff.redlines.grouping import Group
from strategi.diff.redlines.tokens import BOUNDARY
from strategi.diff.redlines.whole_blocks import away_block, equal_block
from strategi.diff.redlines.wordings import Rewording
from strategi.model.redline import Block, BlockChange, Cell, Op, RedlineBlock, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Blocks that belong together: one, one in each text, or several in one text and one in the other."""

    change: BlockChange
    old: Sequence[Block] = ()
    new: Sequence[Block] = ()
    rewordings: Sequence[Rewording]
    """The words of each cell."""
    columns: tuple[Op, ...] = ()
    move: int = 0


def drafts(
    old: Sequence[Block], new: Sequence[Block], alignment: Alignment, numbers: Iterator[int]
) -> list[Draft | RedlineBlock]:
    """All blocks in reading order; between those that have a pair, old ones stand before new ones.

    Where no words are to be compared, a block is finished. Each move takes one of the numbers.
    """
    return list(_Drafting(old, new, alignment, numbers).drafts())


class _Drafting:
    """Knows the two texts, and what moved."""

    def __init__(
        self, old: Sequence[Block], new: Sequence[Block], alignment: Alignment, numbers: Iterator[int]
    ) -> None:
        self._old, self._new = old, new
        self._headers = headers(old), headers(new)
        self._groups = alignment.in_place
        moves = [(here, there, next(numbers)) for here, there in alignment.moved]
        self._away = {here: number for here, _, number in moves}
        self._here = {there: (here, number) for here, there, number in moves}

    def drafts(self) -> Iterator[Draft | RedlineBlock]:
        parts = parts_between(self._groups, len(self._old), len(self._new))
        for (old_start, old_end, new_start, new_end), group in zip(parts, [*self._groups, None], strict=True):
            for place in range(old_start, old_end):
                yield self._old_alone(place)
            for place in range(new_start, new_end):
                yield self._new_alone(place)
            if group:
                yield self._together(group)

    def _old_alone(self, place: int) -> Draft | RedlineBlock:
        block = self._old[place]
        if place in self._away:
            return away_block(block, self._away[place])
        words = [Rewording(each, ()) for each in block.cells]
        return Draft(change=BlockChange.DELETED, old=(block,), rewordings=words)

    def _new_alone(self, place: int) -> Draft:
        block = self._new[place]
        if place in self._here:
            old, number = self._here[place]
            return self._pair(BlockChange.MOVED_HERE, old, place, move=number)
        words = [Rewording((), each) for each in block.cells]
        return Draft(change=BlockChange.INSERTED, new=(block,), rewordings=words)

    def _together(self, group: Group) -> Draft | RedlineBlock:
        here, there = group.old.start, group.new.start
        if len(group.old) == len(group.new) == 1:
            if self._old[here] == self._new[there]:
                return equal_block(self._old[here], self._new[there])
            return self._pair(BlockChange.CHANGED, here, there)
        return self._in_pieces(self._old[here : group.old.stop], self._new[there : group.new.stop])

    def _in_pieces(self, old: Sequence[Block], new: Sequence[Block]) -> Draft:
        change = BlockChange.SPLIT if len(new) > 1 else BlockChange.MERGED
        words = Rewording(_joined(old), _joined(new))
        return Draft(change=change, old=old, new=new, rewordings=[words])

    def _pair(self, change: BlockChange, here: int, there: int, *, move: int = 0) -> Draft:
        old, new = self._old[here], self._new[there]
        columns = paired_columns(self._headers[0][here], self._headers[1][there])
        return Draft(
            change=change,
            old=(old,),
            new=(new,),
            rewordings=[Rewording(cell(old, one), cell(new, other)) for one, other in columns],
            columns=column_ops(columns),
            move=move,
        )


def _joined(blocks: Sequence[Block]) -> Cell:
    """The words of all, and between them the sign that is cut at."""
    first, *others = (block.cells[0] for block in blocks)
    return first + tuple(token for each in others for token in (Token(BOUNDARY), *each))
