"""Match the elements of two sequences that correspond in the same order in both."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)

Pair = tuple[int, int]
"""A place in the old sequence, and one in the new."""

# How many pairs of equal elements are weighed against each other, for each element.
_PAIRS_PER_ELEMENT = 8


class Part(NamedTuple):
    """A part of both sequences: from a place up to another, in the old and in the new."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def is_one_sided(self) -> bool:
        """Whether there is nothing to compare."""
        return self.old_start == self.old_end or self.new_start == self.new_end


def match(old: Sequence[T], new: Sequence[T], weigh: Callable[[T], float]) -> list[Pair]:
    """Pair equal elements in the same order, those that together weigh the most.

    The work is bounded. In long sequences rare elements are paired first, and then what is between them.
    Where all are common, halves are matched with halves, and some pairs may be missed.
    """
    found: list[Pair] = []
    parts = [Part(0, len(old), 0, len(new))]
    while parts:
        whole = parts.pop()
        part = trimmed(old, new, whole)
        found += ends(whole, part)
        if not part.is_one_sided:
            pairs, is_all = _equal_pairs(old, new, part)
            anchors = heaviest_chain((*pair, _weight(old, new, pair, weigh)) for pair in pairs)
            found.extend(anchors)
            if not is_all:
                parts.extend(gaps(anchors, part) if anchors else _halves(part))
    return sorted(found)


def trimmed(old: Sequence[T], new: Sequence[T], part: Part) -> Part:
    """The part without what is equal at both ends of it."""
    old_start, old_end, new_start, new_end = part
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return Part(old_start, old_end, new_start, new_end)


def ends(whole: Part, inner: Part) -> Iterator[Pair]:
    """The pairs of a part before the inner one, and those after it."""
    before, after = inner.old_start - whole.old_start, whole.old_end - inner.old_end
    yield from ((whole.old_start + step, whole.new_start + step) for step in range(before))
    yield from ((inner.old_end + step, inner.new_end + step) for step in range(after))


def gaps(pairs: Iterable[Pair], part: Part) -> Iterator[Part]:
    """The parts before, between and after pairs in order, those that are empty on both sides left out."""
    old_start, new_start = part.old_start, part.new_start
    for old, new in (*pairs, (part.old_end, part.new_end)):
        if old > old_start or new > new_start:
            yield Part(old_start, old, new_start, new)
        old_start, new_start = old + 1, new + 1


def heaviest_chain(weighed: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """Of pairs with weights, choose those that follow on each other in both and weigh the most.

    They come sorted by their old place, and those of the same old place by their new one, the last first.
    """
    reached: list[int] = []
    weights: list[float] = []
    chains: list[_Chain] = []
    for old, new, weight in weighed:
        place = bisect_left(reached, new)
        before = chains[place - 1] if place else None
        total = weight + (weights[place - 1] if place else 0)
        worse = place
        while worse < len(reached) and weights[worse] <= total:
            worse += 1
        if worse > place or place == len(reached) or reached[place] != new:
            reached[place:worse] = [new]
            weights[place:worse] = [total]
            chains[place:worse] = [_Chain((old, new), before)]
    return chains[-1].pairs() if chains else []


class _Chain(NamedTuple):
    last: Pair
    before: _Chain | None

    def pairs(self) -> list[Pair]:
        """The chain from its first pair on."""
        found: list[Pair] = []
        chain: _Chain | None = self
        while chain:
            found.append(chain.last)
            chain = chain.before
        return found[::-1]


def _equal_pairs(old: Sequence[T], new: Sequence[T], part: Part) -> tuple[list[Pair], bool]:
    """Pairs of equal elements, the last in the new sequence first; and whether they are all there are."""
    places: dict[T, list[int]] = {}
    for place in range(part.new_end - 1, part.new_start - 1, -1):
        places.setdefault(new[place], []).append(place)
    inside = range(part.old_start, part.old_end)
    counts = Counter(old[place] for place in inside if old[place] in places)
    size = part.old_end - part.old_start + part.new_end - part.new_start
    rare = _rarest({each: count * len(places[each]) for each, count in counts.items()}, size)
    pairs = [(place, other) for place in inside if old[place] in rare for other in places[old[place]]]
    return pairs, len(rare) == len(counts)


def _rarest(products: Mapping[T, int], size: int) -> set[T]:
    """The elements with the fewest pairs, as many as the bound allows."""
    chosen: set[T] = set()
    left = size * _PAIRS_PER_ELEMENT
    for each in sorted(products, key=products.__getitem__):
        left -= products[each]
        if left < 0:
            break
        chosen.add(each)
    return chosen


def _weight(old: Sequence[T], new: Sequence[T], pair: Pair, weigh: Callable[[T], float]) -> float:
    """What a pair is worth: more where its neighbours are equal too, so that phrases hold together."""
    before, after = pair[0] - 1, pair[0] + 1
    is_led = before >= 0 and pair[1] > 0 and old[before] == new[pair[1] - 1]
    is_followed = after < len(old) and pair[1] + 1 < len(new) and old[after] == new[pair[1] + 1]
    return weigh(old[pair[0]]) * (1 + (is_led + is_followed) / 2)


def _halves(part: Part) -> list[Part]:
    old_middle = (part.old_start + part.old_end) // 2
    new_middle = (part.new_start + part.new_end) // 2
    return [
        Part(part.old_start, old_middle, part.new_start, new_middle),
        Part(old_middle, part.old_end, new_middle, part.new_end),
    ]
