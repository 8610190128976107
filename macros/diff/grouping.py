"""Which passages became which, in the same order: one to one, one to several, several to one?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from macros.diff.passages import SIMILAR, Passage, may_be_piece, may_be_reworded, may_be_same
from macros.diff.sequences import Pair, heaviest_chain
from macros.diff.similarity import Bag, joined_bag, likely_pairs, overlap, similarity

# How much of a neighbour stands in what is left of the whole, if it is a piece of that.
_MOST = 0.6
_SOME = 0.35
# A passage with fewer words may stand in a longer one by chance.
_CONTAINED_WORDS = 6

Passages = Sequence[Passage]


class Group(NamedTuple):
    """Places in the old text and in the new: one in each, or one in one of them and several in the other."""

    old: range
    new: range


def similar_groups(old: Passages, new: Passages) -> list[Group]:
    """Pair what is similar in the same order, and join neighbours that stand in the other half too."""
    if len(old) == len(new) == 1:
        return [Group(_places(old), _places(new))] if _is_accepted(old, new) else []
    likely = likely_pairs([each.bag for each in old], [each.bag for each in new])
    pairs = [
        pair
        for pair in likely
        if may_be_same(old[pair[0]], new[pair[1]]) or may_be_piece(old[pair[0]], new[pair[1]])
    ]
    grown = _grown(_chain(pairs, old, new), old, new)
    return [Group(_places(olds), _places(news)) for olds, news in grown if _is_accepted(olds, news)]


def lone_groups(old: Passages, new: Passages) -> list[Group]:
    """Pair in the same order what is the only one of its shape on both sides, where it may be reworded."""
    here, there = _lone(old), _lone(new)
    pairs = [
        (here[shape], there[shape])
        for shape in here
        if shape in there and may_be_reworded(old[here[shape]], new[there[shape]])
    ]
    return [Group(_places([old[one]]), _places([new[other]])) for one, other in _chain(pairs, old, new)]


def _lone(passages: Passages) -> dict[Hashable, int]:
    """By shape, where the only passage of it stands."""
    counts = Counter(each.shape for each in passages)
    return {each.shape: index for index, each in enumerate(passages) if counts[each.shape] == 1}


def _chain(pairs: Sequence[Pair], old: Passages, new: Passages) -> list[Pair]:
    """Of pairs, those that follow on each other and have the most in common."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    return heaviest_chain((*pair, 1 + overlap(old[pair[0]].bag, new[pair[1]].bag)) for pair in ordered)


def _grown(chain: Sequence[Pair], old: Passages, new: Passages) -> Iterator[tuple[Passages, Passages]]:
    """Each pair with the neighbours that belong to it, on one side only."""
    ends = [*chain, (len(old), len(new))][1:]
    old_low = new_low = 0
    for (here, there), (old_high, new_high) in zip(chain, ends, strict=True):
        merged = _pieces(new[there], old, here, within=range(old_low, old_high))
        split = _pieces(old[here], new, there, within=range(new_low, new_high))
        if len(split) >= len(merged):
            merged = range(here, here + 1)
        else:
            split = range(there, there + 1)
        old_low, new_low = merged.stop, split.stop
        yield old[merged.start : merged.stop], new[split.start : split.stop]


def _pieces(whole: Passage, among: Passages, at: int, *, within: range) -> range:
    """The passages around `at` that hold what of the whole does not stand in `at` itself."""
    start, end = at, at + 1
    if len(within) == 1 or not whole.is_joinable:
        return range(start, end)
    pieces = _Pieces(whole.bag, among[at].bag)
    while end < within.stop and _is_beside(among[end - 1], among[end]) and pieces.takes(among[end].bag):
        end += 1
    while (
        start > within.start
        and _is_beside(among[start], among[start - 1])
        and pieces.takes(among[start - 1].bag)
    ):
        start -= 1
    return range(start, end)


def _is_beside(piece: Passage, neighbour: Passage) -> bool:
    return abs(neighbour.place - piece.place) == 1 and piece.is_joinable and neighbour.is_joinable


class _Pieces:
    """Pieces of a whole, and the words of it that are in none of them yet."""

    def __init__(self, whole: Bag, piece: Bag) -> None:
        self._left = Counter(whole.words)
        self._left.subtract(piece.words)
        self._overlap = overlap(whole, piece)
        self._weight = whole.weight + piece.weight

    def takes(self, piece: Bag) -> bool:
        """Take another piece if most of it stands in what is left, or if it makes a likeness yet more alike."""
        left = self._left
        found = sum(len(word) * max(min(count, left[word]), 0) for word, count in piece.words.items())
        similarity = 2 * self._overlap / self._weight
        least = max(similarity / 2, _SOME) if similarity >= SIMILAR else _MOST
        if not found or found < least * piece.weight:
            return False
        left.subtract(piece.words)
        self._overlap += found
        self._weight += piece.weight
        return True


def _is_accepted(old: Passages, new: Passages) -> bool:
    if len(old) == len(new) == 1:
        one, other = old[0], new[0]
        return may_be_same(one, other) or (
            min(one.bag.count, other.bag.count) >= _CONTAINED_WORDS and may_be_piece(one, other)
        )
    return (
        similarity(joined_bag([each.bag for each in old]), joined_bag([each.bag for each in new])) >= SIMILAR
    )


def _places(passages: Passages) -> range:
    return range(passages[0].place, passages[-1].place + 1)
