"""Find what says again what an earlier item has said."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def repeated(items: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[T]:
    """Give each item whose key an earlier one has, in their order."""
    seen: set[Hashable] = set()
    for item in items:
        found = key(item)
        if found in seen:
            yield item
        seen.add(found)
