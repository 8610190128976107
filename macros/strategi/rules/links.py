"""Check that everything that is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from strategi.content.collection import Entry
from strategi.content.document import Keys
from strategi.content.reading import Reading
from strategi.content.suggestion import did_you_mean
from strategi.model.authority import Mandate
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governance import Body, LocalPlan, Postponement, Principal, Revision
from strategi.model.indicator import Area, Indicator, SeriesSource
from strategi.model.parts import FocusShift, Reference, StrategyInfo, Subgoal
from strategi.model.record import Record
from strategi.rules.rule import Rule

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
        """Report the id if certainly nothing of the kind has it. `noun` is what the kind is called, as a rule
        says it."""
        if reading.is_missing(kind, identity):
            hint = did_you_mean(identity, reading.ids.get(kind, ()))
            message = f"{reading.words.say(noun)} ”{identity}” finns inte{hint}"
            yield self.found(reading, entry, *keys, message=message)


class SubgoalMissing(_Link):
    """An indicator must not hang in the air."""

    id = "STR122"
    name = "subgoal-missing"
    title = "{Indicator.a_genitive} {goal} finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv id:t för {goal.a} i strategy/subgoals/, eller not-found om kopplingen inte är känd."""
        for entry, subgoal in reading.values(Indicator, "subgoal"):
            if subgoal not in (Evidence.NOT_FOUND, Evidence.NOT_FOUND.value):
                yield from self.missing(reading, Subgoal, subgoal, entry, "subgoal", noun="{goal.definite}")


class BodyMissing(_Link):
    """Who decided, and who was told, must be known."""

    id = "STR123"
    name = "body-missing"
    title = "Det organ som har beslutat, får besluta eller informeras finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv organets id som i strategy/bodies.yml, eller lägg till organet där."""
        for kind in (Revision, Postponement):
            for entry, body in reading.values(kind, "decided_by"):
                # In a record with faults it is text still.
                if body not in (Evidence.NOT_FOUND, Evidence.NOT_FOUND.value):
                    yield from self.missing(reading, Body, body, entry, "decided_by", noun="organet")
        for entry, informed in reading.values(Revision, "informed"):
            for keys, body in _under("body", informed, "informed"):
                yield from self.missing(reading, Body, body, entry, *keys, noun="organet")
        for key in ("decided_by", "prepared_by", "informed"):
            for entry, bodies in reading.values(Mandate, key):
                for number, body in enumerate(bodies):
                    yield from self.missing(reading, Body, body, entry, key, number, noun="organet")


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
                for keys, references in _under("references", entry.record):
                    for number, identity in enumerate(references):
                        yield from self.missing(
                            reading, Reference, identity, entry, *keys, number, noun="källan"
                        )


def _under(key: str, value: Any, *way: str | int) -> Iterator[tuple[Keys, Any]]:
    """What stands under a key in a record and in the records in it, and the way to it.

    The sound keys of a faulty record are still plain lists and mappings.
    """
    for name, each in _items(value):
        if name == key:
            yield (*way, name), each
        else:
            yield from _under(key, each, *way, name)


def _items(value: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(value, Record):
        return vars(value).items()
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple | list) else ()


class FocusShiftMissing(_Link):
    """A subgoal's tie to a national shift must lead somewhere."""

    id = "STR125"
    name = "focus-shift-missing"
    title = "{Goal.a_genitive} förflyttningar finns"
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
    title = "{County.definite_genitive} och jämförelsens områden finns"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv en områdeskod som i strategy/principals.yml, eller lägg till området där."""
        for key in ("county_area", "comparison_area"):
            for entry, code in reading.values(StrategyInfo, key):
                if code is None:
                    continue
                yield from self.missing(reading, Area, code, entry, key, noun="området")


class PlanPrincipalMissing(_Link):
    """A local plan belongs to somebody."""

    id = "STR128"
    name = "plan-principal-missing"
    title = "Den som har en lokal plan är {principal.a}"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv {principal.definite_genitive} id som i strategy/principals.yml."""
        for entry, principal in reading.values(LocalPlan, "principal"):
            yield from self.missing(
                reading, Principal, principal, entry, "principal", noun="{principal.definite}"
            )


class SourcedSeriesMissing(_Link):
    """How a series is fetched is worth nothing when there is no such series."""

    id = "IND330"
    name = "sourced-series-missing"
    title = "En serie i indicators/sources.yml finns i {indicator.a}"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta {indicator.definite_genitive} eller seriens id, eller ta bort posten."""
        series = {
            entry.record.id: [each.id for each in entry.record.series] for entry in reading.of(Indicator)
        }
        for entry in reading.of(SeriesSource):
            indicator, wanted = entry.record.indicator, entry.record.series
            yield from self.missing(
                reading, Indicator, indicator, entry, "indicator", noun="{indicator.definite}"
            )
            if indicator in series and wanted not in series[indicator]:
                hint = did_you_mean(wanted, series[indicator])
                message = f"serien ”{wanted}” finns inte i {indicator}{hint}"
                yield self.found(reading, entry, "series", message=message)
