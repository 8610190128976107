"""Group matching passages in the same order: one to one, one to several or several to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from strategi.diff.redlines.passages import (
    SIMILAR,
    Passage,
    Passages,
    may_be_piece,
    may_be_reworded,
    may_be_same,
)
from strategi.diff.redlines.sequences import Pair, heaviest_chain
from strategi.diff.redlines.similarity import joined_bag, likely_pairs, overlap, similarity
from strategi.diff.redlines.splits import with_pieces

# A passage with fewer words may stand in a longer one by chance.
_CONTAINED_WORDS = 5


class Group(NamedTuple):
    """Places in the old text and in the new: one in each, or one in one of them and several in the other."""

    old: range
    new: range


def similar_groups(old: Passages, new: Passages) -> list[Group]:
    """Pair what is similar in the same order, and join neighbours that stand in the other half too."""
    if len(old) == len(new) == 1:
        return _accepted([(old, new)])
    pairs = [
        (here, there)
        for here, there in likely_pairs([each.bag for each in old], [each.bag for each in new])
        if may_be_same(old[here], new[there]) or may_be_piece(old[here], new[there])
    ]
    chain = _chain(pairs, old, new)
    found: list[Group] = []
    for (here, there), grown in zip(chain, with_pieces(chain, old, new), strict=True):
        found += _accepted([grown, ([old[here]], [new[there]])])
    return found


def lone_groups(old: Passages, new: Passages) -> list[Group]:
    """Pair in the same order what is the only one of its shape on both sides, where it may be reworded."""
    here, there = _lone(old), _lone(new)
    pairs = [
        (here[shape], there[shape])
        for shape in here
        if shape in there and may_be_reworded(old[here[shape]], new[there[shape]])
    ]
    return [_group([old[one]], [new[other]]) for one, other in _chain(pairs, old, new)]


def _lone(passages: Passages) -> dict[Hashable, int]:
    """By shape, where the only passage of it stands."""
    counts = Counter(each.shape for each in passages)
    return {each.shape: index for index, each in enumerate(passages) if counts[each.shape] == 1}


def _chain(pairs: Iterable[Pair], old: Passages, new: Passages) -> list[Pair]:
    """Of pairs, those that follow on each other and have the most in common."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    return heaviest_chain((*pair, 1 + overlap(old[pair[0]].bag, new[pair[1]].bag)) for pair in ordered)


def _accepted(ways: Iterable[tuple[Passages, Passages]]) -> list[Group]:
    """The first way that is alike enough, if any."""
    return next(([_group(old, new)] for old, new in ways if _is_accepted(old, new)), [])


def _is_accepted(old: Passages, new: Passages) -> bool:
    if len(old) == len(new) == 1:
        return may_be_same(old[0], new[0]) or _is_contained(old[0], new[0])
    sides = (joined_bag([each.bag for each in side]) for side in (old, new))
    return similarity(*sides) >= SIMILAR


def _is_contained(old: Passage, new: Passage) -> bool:
    return min(old.bag.count, new.bag.count) >= _CONTAINED_WORDS and may_be_piece(old, new)


def _group(old: Passages, new: Passages) -> Group:
    return Group(_places(old), _places(new))


def _places(passages: Sequence[Passage]) -> range:
    return range(passages[0].place, passages[-1].place + 1)
