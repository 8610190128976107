"""Find the gaps between paired passages, and pair what is still unpaired in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategi.diff.redlines.grouping import Group
from strategi.diff.redlines.passages import Passages
from strategi.diff.redlines.sequences import Pair, Part

Find = Callable[[Passages, Passages], list[Group]]


class Unpaired(NamedTuple):
    """The passages of two texts that have no pair yet, in order."""

    old: Passages
    new: Passages

    def without(self, groups: Iterable[Group]) -> Unpaired:
        """Those that are in no group."""
        taken = list(groups)
        olds = {place for group in taken for place in group.old}
        news = {place for group in taken for place in group.new}
        return Unpaired(
            [each for each in self.old if each.place not in olds],
            [each for each in self.new if each.place not in news],
        )


def single_groups(pairs: Iterable[Pair]) -> list[Group]:
    """Pairs as groups of one and one."""
    return [Group(range(old, old + 1), range(new, new + 1)) for old, new in pairs]


def found_between(groups: Sequence[Group], unpaired: Unpaired, *, find: Find) -> list[Group]:
    """The groups that `find` makes of what is unpaired in each gap between groups."""
    found: list[Group] = []
    for part in parts_between(groups, _end(unpaired.old), _end(unpaired.new)):
        if part.is_one_sided:
            continue
        old = _within(unpaired.old, part.old_start, part.old_end)
        new = _within(unpaired.new, part.new_start, part.new_end)
        if old and new:
            found += find(old, new)
    return found


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Groups as they follow on each other, in the old text and in the new."""
    return sorted(groups, key=lambda group: group.old.start)


def parts_between(groups: Iterable[Group], old_end: int, new_end: int) -> Iterator[Part]:
    """What stands before each group, and at last what stands after all; parts may be empty."""
    old_start = new_start = 0
    for group in groups:
        yield Part(old_start, group.old.start, new_start, group.new.start)
        old_start, new_start = group.old.stop, group.new.stop
    yield Part(old_start, old_end, new_start, new_end)


def _within(passages: Passages, start: int, end: int) -> Passages:
    first = bisect_left(passages, start, key=lambda each: each.place)
    return passages[first : bisect_left(passages, end, lo=first, key=lambda each: each.place)]


def _end(passages: Passages) -> int:
    return passages[-1].place + 1 if passages else 0
