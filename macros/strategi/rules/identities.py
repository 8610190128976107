"""Check that every part has a unique id that matches its file name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.model.finding import Finding
from strategi.model.governance import AdoptionLedger, Body, LocalPlan, Principal, Revision
from strategi.model.governed import PRINCIPLES_ID, RECORD_ID, VISION_ID
from strategi.model.indicator import Area, DataSource, Indicator
from strategi.model.parts import FocusShift, Reference, RoadmapSection, Subgoal
from strategi.model.record import Record
from strategi.rules.repeats import repeated
from strategi.rules.rule import Rule

_FORMAT = "CONTRIBUTING.md, filformat"


class IdAgainstFileName(Rule):
    """A file is found by its name and referred to by its id; they must not part."""

    id = "STR120"
    name = "id-against-file-name"
    title = "En fil heter som sitt id"
    reference = _FORMAT

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Byt namn på filen, eller rätta id:t, så att de stämmer överens."""
        of_parts: tuple[Entry[Subgoal] | Entry[Indicator], ...] = (
            *reading.of(Subgoal),
            *reading.of(Indicator),
        )
        for numbered in of_parts:
            start = numbered.record.id.lower()
            if not _stem(numbered).startswith(f"{start}-"):
                yield self._against(reading, numbered, "id", f"{start}-…")
        named: tuple[tuple[type[Record], str], ...] = (
            (RoadmapSection, "id"),
            (Revision, "id"),
            (AdoptionLedger, "revision"),
            (LocalPlan, "principal"),
        )
        for kind, key in named:
            for entry in reading.of(kind):
                wanted = str(getattr(entry.record, key))
                if _stem(entry) != wanted:
                    yield self._against(reading, entry, key, wanted)

    def _against(self, reading: Reading, entry: Entry[Record], key: str, wanted: str) -> Finding:
        suffix = entry.path.rpartition(".")[2]
        name = reading.place(entry, key).text
        message = f"filen borde heta {wanted}.{suffix}, eftersom ”{key}” är {name}"
        return self.found(reading, entry, key, message=message)


def _stem(entry: Entry[Record]) -> str:
    return entry.path.rpartition("/")[2].rpartition(".")[0]


class IdTwice(Rule):
    """References would point to two things at once."""

    id = "STR121"
    name = "id-twice"
    title = "Ett id finns en gång"
    reference = _FORMAT

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ge den ena ett eget id."""
        kinds = (
            RoadmapSection,
            Principal,
            Body,
            Reference,
            FocusShift,
            Revision,
            DataSource,
        )
        # A part is named by its id alone, whichever kind it is.
        parts = (*reading.of(Subgoal), *reading.of(Indicator))
        yield from self._doubles(reading, [(entry, "id") for entry in parts])
        for kind in kinds:
            yield from self._doubles(reading, [(entry, "id") for entry in reading.of(kind)])
        yield from self._doubles(reading, [(entry, "revision") for entry in reading.of(AdoptionLedger)])
        yield from self._doubles(reading, [(entry, "principal") for entry in reading.of(LocalPlan)])
        # A board or a university may answer for the same area as its municipality does.
        areas = [(entry, "area") for entry in reading.of(Principal) if entry.record.names_its_area]
        yield from self._doubles(reading, [*areas, *((entry, "code") for entry in reading.of(Area))])
        for indicator in reading.of(Indicator):
            yield from self._series(reading, indicator)

    def _doubles(self, reading: Reading, named: list[tuple[Entry[Record], str]]) -> Iterator[Finding]:
        first: dict[str, str] = {}
        for entry, key in named:
            place = reading.place(entry, key)
            if place.text in first:
                message = f"{place.text} finns redan i {first[place.text]}"
                yield self.found(reading, entry, key, message=message)
            first.setdefault(place.text, f"{entry.path}, rad {place.line}")

    def _series(self, reading: Reading, indicator: Entry[Indicator]) -> Iterator[Finding]:
        for number, series in repeated(enumerate(indicator.record.series), lambda row: row[1].id):
            message = f"serien {series.id} finns redan i samma {reading.words.indicator}"
            yield self.found(reading, indicator, "series", number, "id", message=message)


class SectionIdReserved(Rule):
    """A part of the strategy is found by its id alone, whatever kind of part it is."""

    id = "STR127"
    name = "section-id-reserved"
    title = (
        "Ett avsnitt i {roadmap.definite} har inte {vision.definite_genitive}, "
        "{principles.definite_plural_genitive} eller en posts id"
    )
    reference = _FORMAT

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ge avsnittet och dess fil ett annat id."""
        for entry in reading.of(RoadmapSection):
            if entry.record.id in (VISION_ID, PRINCIPLES_ID, RECORD_ID):
                message = f"{entry.record.id} är id för en annan del av strategin"
                yield self.found(reading, entry, "id", message=message)
