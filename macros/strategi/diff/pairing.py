"""Pair the parts of the old strategy with those of the new one, also where they are renumbered."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property

from strategi.model.digest import canonical_text
from strategi.model.governed import TEXT, TITLE, GovernedPart

# From this share of common words on, two parts with different ids are the same one, edited.
SIMILAR = 0.8

# What a part is known by. The rest (unit, direction) many parts have in common.
_TELLING_FACTS = (TITLE, TEXT, "name", "definition")

Places = tuple[int, int]
"""Place in the old and in the new list."""


_Words = frozenset[tuple[str, int]]
"""Words, each with the number of its occurrence."""


class _Candidate:
    """A part that has not been paired yet."""

    def __init__(self, part: GovernedPart) -> None:
        self.id = part.id
        self._facts = {
            name: None if fact is None else canonical_text(fact) for name, fact in part.facts.items()
        }
        self.content = tuple(self._facts.items())

    @cached_property
    def words(self) -> _Words:
        """The words that tell it from others; empty where none is known."""
        telling = (self._facts.get(name) or "" for name in _TELLING_FACTS)
        times: Counter[str] = Counter()
        found = []
        for word in re.findall(r"\w+", " ".join(telling).casefold()):
            times[word] += 1
            found.append((word, times[word]))
        return frozenset(found)


_Waiting = dict[int, _Candidate]
_Key = Callable[[_Candidate], Hashable]


def pair_parts(old: Sequence[GovernedPart], new: Sequence[GovernedPart]) -> tuple[Places, ...]:
    """Pair the parts of one kind, each with at most one other; the same from either side.

    What has kept both id and content comes first, then the same content under another id, then the same id,
    and last similar content under another id. A part of which nothing is known has no content to go by.
    """
    olds, news = ({place: _Candidate(each) for place, each in enumerate(parts)} for parts in (old, new))
    pairs: list[Places] = []
    for found in (
        _by(lambda each: (each.id, each.content)),
        _by(lambda each: each.content if each.words else None),
        _by(lambda each: each.id),
        _similar,
    ):
        for places in tuple(found(olds, news)):
            pairs.append(places)
            del olds[places[0]], news[places[1]]
    return tuple(sorted(pairs, key=lambda places: places[1]))


def pair_ids(
    old: Collection[str], new: Collection[str], renumbered: Mapping[str, str]
) -> Iterator[tuple[str | None, str | None]]:
    """Pair records by id; `renumbered` gives the old id for new ones. Those without a pair come with None."""
    taken = {*renumbered.values()}
    staying = {each for each in old if each not in taken}
    for each in new:
        there = renumbered.get(each, each)
        yield there if there in (old if each in renumbered else staying) else None, each
    kept = {each for each in new if each not in renumbered}
    lost = {there for here, there in renumbered.items() if here not in new}
    yield from ((each, None) for each in old if each in (staying - kept) | lost)


def _by(key: _Key) -> Callable[[_Waiting, _Waiting], Iterator[Places]]:
    """Pair those with the same key, the first with the first; None is nobody's key."""

    def pairs(olds: _Waiting, news: _Waiting) -> Iterator[Places]:
        waiting = defaultdict(list)
        for place, each in reversed(olds.items()):
            waiting[key(each)].append(place)
        waiting.pop(None, None)
        for place, each in news.items():
            if waiting.get(key(each)):
                yield waiting[key(each)].pop(), place

    return pairs


def _similar(olds: _Waiting, news: _Waiting) -> Iterator[Places]:
    """Pair the most similar first. Equal shares are told apart by places, in a way that has no direction."""
    shares = [
        (-share, min(there, here), max(there, here), there, here)
        for there, old in olds.items()
        for here, new in news.items()
        if (share := _share(old.words, new.words)) >= SIMILAR
    ]
    taken_olds, taken_news = set(), set()
    for *_, there, here in sorted(shares):
        if there not in taken_olds and here not in taken_news:
            taken_olds.add(there)
            taken_news.add(here)
            yield there, here


def _share(one: _Words, other: _Words) -> float:
    """How much of the words of both are common, 0–1."""
    length = len(one) + len(other)
    if 2 * min(len(one), len(other)) < SIMILAR * length or not length:
        return 0.0
    return 2 * len(one & other) / length
