"""Measure the similarity of two passages, and find likely pairs among many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from strategi.model.redline import Token

# How many common words are looked at to find what is alike: at least, and for each passage.
_LEAST_LOOKS = 10_000
_LOOKS_PER_PASSAGE = 30
# How many of what seems alike is compared in full.
_COMPARED = 4
_SAME_KEY = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """The words of a passage in any order and case. What they weigh is their letters: long words say more."""

    words: Mapping[str, int]
    """How often each stands there."""
    weight: int
    key: str = ""
    """What tells it apart from its like, such as the first cell of a row."""

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(self.words.values())


def bag(tokens: Iterable[Token], key: str = "") -> Bag:
    """Put words and numbers in a bag; signs alone say nothing."""
    words = [text.lower() for text, _ in tokens if len(text) > 1 or text.isalnum()]
    return Bag(words=Counter(words), weight=sum(map(len, words)), key=key)


def joined_bag(bags: Sequence[Bag]) -> Bag:
    """Put all in one bag."""
    words: Counter[str] = Counter()
    for each in bags:
        words.update(each.words)
    return Bag(words=words, weight=sum(each.weight for each in bags))


def similarity(one: Bag, other: Bag) -> float:
    """From 0, nothing in common, to 1, the same words; high when what tells them apart is the same."""
    alike = 2 * overlap(one, other) / (one.weight + other.weight or 1)
    return max(alike, _SAME_KEY) if one.key and one.key == other.key else alike


def are_similar(one: Bag, other: Bag, limit: float) -> bool:
    """Whether their similarity reaches the limit, at once where one is too long for the other."""
    is_same_size = 2 * min(one.weight, other.weight) >= limit * (one.weight + other.weight)
    return (is_same_size or one.key == other.key) and similarity(one, other) >= limit


def containment(one: Bag, other: Bag) -> float:
    """How much of the smaller stands in the greater, from 0 to 1."""
    return overlap(one, other) / (min(one.weight, other.weight) or 1)


def overlap(one: Bag, other: Bag) -> int:
    """What the words weigh that both have."""
    few, many = sorted((one.words, other.words), key=len)
    return sum(len(word) * min(count, many[word]) for word, count in few.items() if word in many)


def likely_pairs(old: Sequence[Bag], new: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """Pairs of places worth comparing, sorted by the old place; for each of those the likeliest new ones.

    Rare words are looked at first, and common ones only as long as the work is bounded.
    """
    here = _places(new)
    there = _places(old, known=here)
    products = {word: len(places) * len(here[word]) for word, places in there.items()}
    left = _LEAST_LOOKS + _LOOKS_PER_PASSAGE * (len(old) + len(new))
    looks: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for word in sorted(products, key=products.__getitem__):
        left -= products[word]
        if left < 0:
            break
        for place in there[word]:
            seen = looks[place]
            for other in here[word]:
                seen[other] = seen.get(other, 0) + len(word)
    for place in sorted(looks):
        seen = looks[place]
        yield from ((place, other) for other in nlargest(_COMPARED, seen, key=seen.__getitem__))


def _places(bags: Sequence[Bag], known: Mapping[str, object] | None = None) -> dict[str, list[int]]:
    """Where each word stands."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(bags):
        for word in (*each.words, f"{each.key}\t") if each.key else each.words:
            if known is None or word in known:
                places.setdefault(word, []).append(place)
    return places
