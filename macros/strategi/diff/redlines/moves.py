"""Pair passages that stand in another order than before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from strategi.diff.redlines.passages import Passage, may_be_moved
from strategi.diff.redlines.sequences import Pair
from strategi.diff.redlines.similarity import likely_pairs, similarity


def equal_elsewhere(
    old: Mapping[int, Hashable], new: Mapping[int, Hashable], is_enough: Callable[[Sequence[Pair]], bool]
) -> list[Pair]:
    """Pair places of equal values, the first with the first; `is_enough` judges each stretch of them."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(new, reverse=True):
        places[new[place]].append(place)
    pairs = [(place, places[old[place]].pop()) for place in sorted(old) if places.get(old[place])]
    return [pair for stretch in stretches(pairs) if is_enough(stretch) for pair in stretch]


def edited_elsewhere(old: Sequence[Passage], new: Sequence[Passage]) -> list[Pair]:
    """Pair places of what is much alike, the likest first."""
    weighed = sorted(
        (-similarity(old[here].bag, new[there].bag), old[here].place, new[there].place)
        for here, there in likely_pairs([each.bag for each in old], [each.bag for each in new])
        if may_be_moved(old[here], new[there])
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in weighed:
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return sorted(pairs.items())


def stretches(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Put pairs together that follow on each other in both texts: a reader sees one move."""
    found: list[list[Pair]] = []
    for old, new in sorted(pairs):
        if found and found[-1][-1] == (old - 1, new - 1):
            found[-1].append((old, new))
        else:
            found.append([(old, new)])
    return found
