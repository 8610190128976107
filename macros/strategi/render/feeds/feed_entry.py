"""Define what a feed holds of one event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

_SWEDEN = "Europe/Stockholm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. Title and summary are plain Swedish; `address` is that of the page to read more on."""

    id: str
    """Of the form `urn:uuid:…`; the same for ever."""
    happened_on: date
    title: str
    summary: str
    address: str

    @property
    def updated(self) -> str:
        """The day's first moment in Sweden, as RFC 3339."""
        return first_moment(self.happened_on)


def joined(facts: Iterable[str]) -> str:
    """Make sentences of facts, and one text of the sentences."""
    return " ".join(fact if fact.endswith((".", "!", "?")) else f"{fact}." for fact in map(str.strip, facts))


def first_moment(day: date) -> str:
    """When a day begins in Sweden, as RFC 3339: `2022-04-27T00:00:00+02:00`."""
    return datetime.combine(day, time(), ZoneInfo(_SWEDEN)).isoformat()
