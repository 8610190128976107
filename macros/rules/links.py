"""Does everything that is referred to exist?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.content.collection import Entry
from macros.content.reading import Reading
from macros.content.suggestion import did_you_mean
from macros.model.evidence import Evidence
from macros.model.finding import Finding
from macros.model.governance import Body, Revision
from macros.model.indicator import Area, Indicator, SeriesSource
from macros.model.parts import FocusShift, Reference, StrategyInfo, Subgoal
from macros.model.record import Record
from macros.rules.rule import Rule

_GROUND = "CONTRIBUTING.md, nycklar och värden"


class _Link(Rule):
    """A rule on an id that must exist."""

    def missing(
        self,
        reading: Reading,
        kind: type[Record],
        identity: str,
        entry: Entry[Record],
        *keys: str | int,
        noun: str,
    ) -> Iterator[Finding]:
        """Report the id if certainly nothing of the kind has it. `noun` is what the kind is called."""
        if reading.is_missing(kind, identity):
            hint = did_you_mean(identity, reading.ids.get(kind, ()))
            yield self.found(reading, entry, *keys, message=f"{noun} ”{identity}” finns inte{hint}")


class SubgoalMissing(_Link):
    """An indicator must not hang in the air."""

    id = "STR122"
    name = "subgoal-missing"
    title = "Ett nyckeltals delmål finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv id:t för ett delmål i strategy/subgoals/, eller not-found om kopplingen inte är känd."""
        for entry, subgoal in reading.values(Indicator, "subgoal"):
            if subgoal not in (Evidence.NOT_FOUND, Evidence.NOT_FOUND.value):
                yield from self.missing(reading, Subgoal, subgoal, entry, "subgoal", noun="delmålet")


class BodyMissing(_Link):
    """Who decided must be known."""

    id = "STR123"
    name = "body-missing"
    title = "Det organ som har beslutat finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv organets id som i strategy/bodies.yml, eller lägg till organet där."""
        for entry, body in reading.values(Revision, "decided_by"):
            yield from self.missing(reading, Body, body, entry, "decided_by", noun="organet")


class ReferenceMissing(_Link):
    """A fact that rests on an unknown source rests on nothing."""

    id = "STR124"
    name = "reference-missing"
    title = "En källhänvisning leder till en källa"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv källans id som i strategy/references.yml, eller lägg till källan där."""
        for entries in (*reading.entries.values(), *reading.faulty.values()):
            for entry in entries:
                yield from self._of(reading, entry, entry.record)

    def _of(
        self, reading: Reading, entry: Entry[Record], record: Record, *way: str | int
    ) -> Iterator[Finding]:
        for number, identity in enumerate(getattr(record, "references", ())):
            keys = (*way, "references", number)
            yield from self.missing(reading, Reference, identity, entry, *keys, noun="källan")
        for number, adoption in enumerate(getattr(record, "adoptions", ())):
            yield from self._of(reading, entry, adoption, "adoptions", number)


class FocusShiftMissing(_Link):
    """A subgoal's tie to a national shift must lead somewhere."""

    id = "STR125"
    name = "focus-shift-missing"
    title = "Ett delmåls förflyttningar finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv förflyttningens id som i strategy/focus-shifts.yml."""
        for entry, shifts in reading.values(Subgoal, "focus_shifts"):
            for number, identity in enumerate(shifts):
                keys = ("focus_shifts", number)
                yield from self.missing(reading, FocusShift, identity, entry, *keys, noun="förflyttningen")


class AreaMissing(_Link):
    """The county and what it is compared with must have a name."""

    id = "STR126"
    name = "area-missing"
    title = "Länets och jämförelsens områden finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv en områdeskod som i strategy/principals.yml, eller lägg till området där."""
        for key in ("county_area", "comparison_area"):
            for entry, code in reading.values(StrategyInfo, key):
                yield from self.missing(reading, Area, code, entry, key, noun="området")


class SourcedSeriesMissing(_Link):
    """How a series is fetched is worth nothing when there is no such series."""

    id = "IND330"
    name = "sourced-series-missing"
    title = "En serie i indicators/sources.yml finns i ett nyckeltal"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta nyckeltalets eller seriens id, eller ta bort posten."""
        series = {
            entry.record.id: [each.id for each in entry.record.series] for entry in reading.of(Indicator)
        }
        for entry in reading.of(SeriesSource):
            indicator, wanted = entry.record.indicator, entry.record.series
            yield from self.missing(reading, Indicator, indicator, entry, "indicator", noun="nyckeltalet")
            if indicator in series and wanted not in series[indicator]:
                hint = did_you_mean(wanted, series[indicator])
                message = f"serien ”{wanted}” finns inte i {indicator}{hint}"
                yield self.found(reading, entry, "series", message=message)
