"""Find the neighbours that belong to a pair where one passage became several or several one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from strategi.diff.redlines.passages import SIMILAR, Passage, Passages
from strategi.diff.redlines.sequences import Pair
from strategi.diff.redlines.similarity import Bag, overlap

# How much of a neighbour stands in what is left of the whole: if it is a piece of that, and at least.
_MOST = 0.6
_SOME = 0.35


def with_pieces(chain: Sequence[Pair], old: Passages, new: Passages) -> Iterator[tuple[Passages, Passages]]:
    """Each pair of a chain with the neighbours that belong to it, on one side only."""
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
    pieces = _Pieces(whole.bag, among[at])
    while end < within.stop and pieces.take(among[end]):
        end += 1
    while start > within.start and pieces.take(among[start - 1]):
        start -= 1
    return range(start, end)


class _Pieces:
    """Pieces of a whole that follow on each other, and the words of it that are in none of them yet."""

    def __init__(self, whole: Bag, piece: Passage) -> None:
        self._places = {piece.place} if piece.is_joinable else set()
        self._left = Counter(whole.words)
        self._left.subtract(piece.bag.words)
        self._overlap = overlap(whole, piece.bag)
        self._weight = whole.weight + piece.bag.weight

    def take(self, piece: Passage) -> bool:
        """Take a piece if most of it stands in what is left, or if it makes what is alike yet more alike."""
        is_beside = piece.is_joinable and not self._places.isdisjoint((piece.place - 1, piece.place + 1))
        found = self._found(piece.bag)
        if not is_beside or not found or found < self._least() * piece.bag.weight:
            return False
        self._places.add(piece.place)
        self._left.subtract(piece.bag.words)
        self._overlap += found
        self._weight += piece.bag.weight
        return True

    def _found(self, piece: Bag) -> int:
        left = self._left
        return sum(len(word) * max(min(count, left[word]), 0) for word, count in piece.words.items())

    def _least(self) -> float:
        similarity = 2 * self._overlap / self._weight
        return max(similarity / 2, _SOME) if similarity >= SIMILAR else _MOST
