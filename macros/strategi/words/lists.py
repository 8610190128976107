"""Write several words as a list in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """Join words (at least one) as in a sentence: `a`, `a och b`, `a, b och c`."""
    return _joined(words, "och")


def any_of(words: Sequence[str]) -> str:
    """Join words (at least one) of which one is meant: `a`, `a eller b`, `a, b eller c`."""
    return _joined(words, "eller")


def _joined(words: Sequence[str], conjunction: str) -> str:
    *first, last = words
    return f"{', '.join(first)} {conjunction} {last}" if first else last
