"""Define the base classes of rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.model.finding import Finding, Severity
from strategi.model.record import Record
from strategi.model.rule import RuleDescription


class Described(ABC):
    """What every rule says of itself. The docstring of `check` is the advice shown, in Swedish.

    Title, ground and advice may ask for the county's words: `Varje {goal} har {indicator.a}`.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[str]
    reference: ClassVar[str]
    """The clause or the design ground."""
    severity: ClassVar[Severity] = Severity.ERROR

    check: ClassVar[Callable[..., Iterator[Finding]]]

    def describe(self) -> RuleDescription:
        """The rule as data."""
        return RuleDescription(
            id=self.id,
            name=self.name,
            title=self.title,
            reference=self.reference,
            advice=" ".join((self.check.__doc__ or "").split()),
            severity=self.severity,
        )

    def found(
        self, reading: Reading, entry: Entry[Record], *keys: str | int, message: str, advice: str = ""
    ) -> Finding:
        """Report the value of a record that `keys` lead to; `advice` replaces the general one."""
        place = reading.place(entry, *keys)
        return (
            self.describe()
            .in_words(reading.words)
            .at(entry.path, place.line, place.column, message, value=place.text, advice=advice)
        )


class Rule(Described):
    """One thing to check in what was read."""

    @abstractmethod
    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Say every break of the rule."""
