"""Find the items whose order has changed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence


def misplaced(places: Sequence[int]) -> frozenset[int]:
    """Give the old places, of those listed in the new order, that have changed.

    What keeps its place belongs to every longest run that still stands in the old order. Of two neighbours
    that trade places neither does, so both have changed. The answer is the same from either side.
    """
    before = _longest_runs(places)
    after = _longest_runs([-place for place in reversed(places)])[::-1]
    longest = max(before, default=0)
    in_a_longest = {
        place: rank
        for place, rank, rest in zip(places, before, after, strict=True)
        if rank + rest - 1 == longest
    }
    at_rank = Counter(in_a_longest.values())
    return frozenset(places) - {place for place, rank in in_a_longest.items() if at_rank[rank] == 1}


def _longest_runs(places: Iterable[int]) -> list[int]:
    """For each place, the length of the longest rising run that ends in it."""
    lasts: list[int] = []
    """The lowest place that a run of each length ends in."""
    lengths = []
    for place in places:
        length = bisect_left(lasts, place)
        lasts[length : length + 1] = [place]
        lengths.append(length + 1)
    return lengths
