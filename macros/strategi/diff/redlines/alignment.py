"""Align the blocks of the old text with those of the new, in place or elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from strategi.diff.redlines.gaps import Unpaired, found_between, in_order, single_groups
from strategi.diff.redlines.grouping import Group, lone_groups, similar_groups
from strategi.diff.redlines.moves import edited_elsewhere, equal_elsewhere
from strategi.diff.redlines.passages import MOVED_WORDS, block_passage
from strategi.diff.redlines.sequences import Pair, match
from strategi.model.redline import Block, BlockKind

# What one word is enough to tell apart.
_TELLING = frozenset({BlockKind.HEADING, BlockKind.ROW})


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which blocks belong together. Those in neither list were deleted or inserted."""

    in_place: Sequence[Group]
    """In the same order in both texts; the equal ones too."""
    moved: Sequence[Pair]
    """Out of order."""


def align(old: Sequence[Block], new: Sequence[Block]) -> Alignment:
    """Pair what is equal, equal elsewhere, similar, similar elsewhere, and at last what stands alone."""
    numbers = _numbers(old, new)
    groups = single_groups(match(*numbers, _sizes(numbers[0], old).__getitem__))
    unpaired = _unpaired(old, new, groups)
    moved = _equal_elsewhere(unpaired, old, numbers)
    unpaired = unpaired.without(single_groups(moved))
    similar = found_between(groups, unpaired, find=similar_groups)
    groups, unpaired = in_order([*groups, *similar]), unpaired.without(similar)
    edited = edited_elsewhere(*unpaired)
    unpaired = unpaired.without(single_groups(edited))
    lone = found_between(groups, unpaired, find=lone_groups)
    return Alignment(in_order([*groups, *lone]), sorted([*moved, *edited]))


def _numbers(old: Sequence[Block], new: Sequence[Block]) -> tuple[list[int], list[int]]:
    """A number for each block, the same for equal ones. What is one object in both is read only once."""
    numbers: dict[Block, int] = {}
    once = {id(block): block for text in (old, new) for block in text}
    known = {identity: numbers.setdefault(block, len(numbers)) for identity, block in once.items()}
    return [known[id(block)] for block in old], [known[id(block)] for block in new]


def _sizes(numbers: Sequence[int], blocks: Sequence[Block]) -> dict[int, int]:
    sizes = (1 + sum(map(len, block.cells)) for block in blocks)
    return dict(zip(numbers, sizes, strict=True))


def _unpaired(old: Sequence[Block], new: Sequence[Block], groups: Sequence[Group]) -> Unpaired:
    olds = {place for group in groups for place in group.old}
    news = {place for group in groups for place in group.new}
    return Unpaired(
        [block_passage(place, block) for place, block in enumerate(old) if place not in olds],
        [block_passage(place, block) for place, block in enumerate(new) if place not in news],
    )


def _equal_elsewhere(
    unpaired: Unpaired, old: Sequence[Block], numbers: tuple[Sequence[int], Sequence[int]]
) -> list[Pair]:
    passages = {each.place: each for each in unpaired.old}

    def is_enough(stretch: Sequence[Pair]) -> bool:
        is_telling = any(old[place].kind in _TELLING for place, _ in stretch)
        return sum(passages[place].bag.count for place, _ in stretch) >= (1 if is_telling else MOVED_WORDS)

    here, there = (
        {each.place: side[each.place] for each in free} for side, free in zip(numbers, unpaired, strict=True)
    )
    return equal_elsewhere(here, there, is_enough)
