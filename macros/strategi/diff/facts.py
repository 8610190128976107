"""Compare the values of facts, and find the words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strategi.diff.redlines.words import compare_words
from strategi.model.change import FactChange
from strategi.model.digest import canonical_text

Difference = tuple[str, str | None, str | None]
"""A fact's name and its two values as plain text; None stands for "not found" or absent."""


def compare_facts(differences: Iterable[Difference]) -> tuple[FactChange, ...]:
    """Compare the values pair by pair; those that only break their lines in other places are the same."""
    return tuple(_changes(differences))


def is_same_text(before: str | None, after: str | None) -> bool:
    """Whether two texts mean the same, however their lines are broken."""
    if before is None or after is None:
        return before is after
    return before == after or canonical_text(before) == canonical_text(after)


def _changes(differences: Iterable[Difference]) -> Iterator[FactChange]:
    for name, before, after in differences:
        if not is_same_text(before, after):
            runs = () if before is None or after is None else compare_words(before, after)
            yield FactChange(name=name, before=before, after=after, runs=runs)
