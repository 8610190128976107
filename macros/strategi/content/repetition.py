"""Group faults that occur on many rows, so that each is reported once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from strategi.words.lists import listed

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_SHOWN = 5


def grouped(pairs: Iterable[tuple[K, V]]) -> list[tuple[K, list[V]]]:
    """The values of each key, in the order in which the keys first came."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return list(groups.items())


def also_on(lines: Sequence[int]) -> str:
    """ " (samma fel på rad 7, 9 och 12)" to put after a message, or "" when there are no more rows."""
    if not lines:
        return ""
    shown = [str(line) for line in lines[:_SHOWN]]
    rest = len(lines) - len(shown)
    if rest:
        return f" (samma fel på rad {', '.join(shown)} och {rest} rader till)"
    return f" (samma fel på rad {listed(shown)})"
