"""Model the result of reading a tree: the strategy with its places and faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from strategi.content.collection import Entry
from strategi.content.document import START, Document, Keys, Place
from strategi.model.finding import Finding
from strategi.model.record import Record
from strategi.model.strategy import Strategy
from strategi.model.words import Words

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The strategy with its places and faults.

    `strategy` is None only when one of the files it cannot do without is missing or broken. `findings` are
    sorted and free of doubles. `entries` are all sound records, also when there is no strategy.
    """

    strategy: Strategy | None
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    """By path: the places of every value."""
    paths: frozenset[str]
    """Every file below `strategy/` and `indicators/`."""
    entries: Mapping[type[Record], tuple[Entry[Record], ...]]
    faulty: Mapping[type[Record], tuple[Entry[Record], ...]]
    """Records with the sound keys alone, their values as text."""
    ids: Mapping[type[Record], frozenset[str]]
    """Every id that is declared, also by faulty records."""
    unknown: frozenset[type[Record]]
    """Kinds of which a file could not be parsed."""
    words: Words
    """What everything is called, also where there is no strategy."""

    def of(self, kind: type[R]) -> tuple[Entry[R], ...]:
        """The sound records of one kind, in reading order."""
        return self.entries.get(kind, ())  # type: ignore[return-value] # filled by kind

    def values(self, kind: type[Record], key: str) -> Iterator[tuple[Entry[Record], Any]]:
        """What stands under a key in every record of one kind, sound or not, where the key is sound."""
        for entry in (*self.entries.get(kind, ()), *self.faulty.get(kind, ())):
            if hasattr(entry.record, key):
                yield entry, getattr(entry.record, key)

    def place(self, entry: Entry[Record], *keys: str | int) -> Place:
        """Where a value of a record stands; where it is absent, the nearest value around it."""
        document = self.documents.get(entry.path)
        way: Keys = (*entry.keys, *keys)
        return document.place(way) if document else START

    @property
    def broken_ids(self) -> frozenset[str]:
        """Ids that are declared by faulty records alone: what names them is not at fault."""
        sound = {str(getattr(each.record, "id", "")) for kind in self.entries for each in self.entries[kind]}
        declared = {each for kind, ids in self.ids.items() if "id" in kind.model_fields for each in ids}
        return frozenset(declared - sound)

    def is_missing(self, kind: type[Record], identity: str) -> bool:
        """Whether certainly no record of the kind, sound or faulty, has this id."""
        return kind not in self.unknown and identity not in self.ids.get(kind, frozenset())
