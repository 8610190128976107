"""Leave out short runs of equal words among changes, so that the whole is read as one change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from strategi.diff.redlines.sequences import Pair
from strategi.model.redline import Token

_FEW_WORDS = 3
_PASSES = 10


def without_islands(pairs: Sequence[Pair], old: Sequence[Token], new: Sequence[Token]) -> list[Pair]:
    """Leave out pairs that are fewer letters in a row than what changed before them and after them."""
    archipelago = _Archipelago(old, new)
    islands = _islands(pairs)
    for _ in range(_PASSES):
        kept = archipelago.without_small(islands)
        if len(kept) == len(islands):
            break
        islands = kept
    return [pair for island in islands for pair in island]


def _islands(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that follow on each other in both texts."""
    found: list[list[Pair]] = []
    for old, new in pairs:
        if found and found[-1][-1] == (old - 1, new - 1):
            found[-1].append((old, new))
        else:
            found.append([(old, new)])
    return found


class _Archipelago:
    """Knows what stands between any two places."""

    def __init__(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        self._old, self._new = [each.text for each in old], [each.text for each in new]
        self._old_sums, self._new_sums = _sums(self._old), _sums(self._new)

    def without_small(self, islands: Sequence[list[Pair]]) -> list[list[Pair]]:
        """Leave out the small ones, from left to right; what is left out counts as changed."""
        kept: list[list[Pair]] = []
        followers = [*(each[0] for each in islands), (len(self._old), len(self._new))][1:]
        for island, after in zip(islands, followers, strict=True):
            before = _beyond(kept[-1]) if kept else (0, 0)
            if not self._is_small(island, before, after):
                kept.append(island)
        return kept

    def _is_small(self, island: Sequence[Pair], before: Pair, after: Pair) -> bool:
        led, followed = self._changed(before, island[0]), self._changed(_beyond(island), after)
        is_replaced = led[0] + followed[0] > 0 and led[1] + followed[1] > 0
        letters = self._old_sums[_beyond(island)[0]] - self._old_sums[island[0][0]]
        return is_replaced and len(island) <= _FEW_WORDS and letters <= min(max(led), max(followed))

    def _changed(self, start: Pair, end: Pair) -> tuple[int, int]:
        """How many letters differ, in the old words and in the new; none where only the formatting does."""
        if self._old[start[0] : end[0]] == self._new[start[1] : end[1]]:
            return 0, 0
        old = self._old_sums[end[0]] - self._old_sums[start[0]]
        return old, self._new_sums[end[1]] - self._new_sums[start[1]]


def _beyond(island: Sequence[Pair]) -> Pair:
    old, new = island[-1]
    return old + 1, new + 1


def _sums(words: Sequence[str]) -> list[int]:
    return list(accumulate((len(word) or 1 for word in words), initial=0))
