"""Check that the days of decisions, and of what follows on them, come in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.reading import Reading
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governance import Postponement, Revision
from strategi.model.parts import StrategyInfo
from strategi.rules.rule import Rule

_CHAIN = "CONTRIBUTING.md, revideringar"


class DatesContradict(Rule):
    """A text is not in force before it is decided, nor after the strategy has ended."""

    id = "REV514"
    name = "dates-contradict"
    title = "Beslut, ikraftträdande och giltighet kommer i rätt ordning"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta det datum som är fel."""
        ends = _last_days(reading)
        for entry in reading.of(StrategyInfo):
            first, last = entry.record.first_day, entry.record.last_day
            if first and last and last <= first:
                message = f"valid_to {last} är inte senare än valid_from {first}"
                yield self.found(reading, entry, "valid_to", message=message)
        for revision in reading.of(Revision):
            start, decided = revision.record.effective_from, revision.record.when
            if not isinstance(start, date):
                continue
            if start < revision.record.earliest_day:
                message = f"effective_from {start} är före beslutet {decided}"
                yield self.found(reading, revision, "effective_from", message=message)
            if any(start > end for end in ends):
                message = f"effective_from {start} är efter strategins slut {ends[0]}"
                yield self.found(reading, revision, "effective_from", message=message)


class DecisionInFuture(Rule):
    """What has not happened is no decision."""

    id = "REV515"
    name = "decision-in-future"
    title = "Ett beslut ligger inte i framtiden"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta datumet, eller vänta med revideringen tills beslutet är fattat."""
        for entry in reading.of(Revision):
            if entry.record.earliest_day > today:
                key = "id" if entry.record.decided_on is Evidence.NOT_FOUND else "decided_on"
                message = f"{key} {entry.record.when} ligger i framtiden"
                yield self.found(reading, entry, key, message=message)
        for postponed in reading.of(Postponement):
            if postponed.record.decided_on > today:
                message = f"decided_on {postponed.record.decided_on} ligger i framtiden"
                yield self.found(reading, postponed, "decided_on", message=message)


class DueBeforeDecision(Rule):
    """Nobody can decide in time what was due already, nor revise what no longer holds."""

    id = "REV517"
    name = "due-before-decision"
    title = "Den dag då nästa revidering ska ske kommer efter beslutet om dagen, och medan strategin gäller"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta det datum som är fel."""
        ends = _last_days(reading)
        for entry in reading.of(Postponement):
            due, decided = entry.record.due_on, entry.record.decided_on
            if due <= decided:
                message = f"due_on {due} är inte efter beslutet {decided}"
                yield self.found(reading, entry, "due_on", message=message)
            if any(due > end for end in ends):
                message = f"due_on {due} är efter strategins sista dag, {ends[0]}"
                yield self.found(reading, entry, "due_on", message=message)


class InformedOutOfOrder(Rule):
    """Nobody is told of what has not been decided, nor has been told what is still to be said."""

    id = "REV518"
    name = "informed-out-of-order"
    title = "Ett organ informeras efter beslutet, och dagen ligger inte i framtiden"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta det datum som är fel. Är dagen inte känd skrivs informed_on: not-found."""
        for entry in reading.of(Revision):
            for number, informed in enumerate(entry.record.informed):
                day = informed.informed_on
                problem = _out_of_order(day, entry.record, today) if isinstance(day, date) else ""
                if problem:
                    message = f"informed_on {day} {problem}"
                    yield self.found(reading, entry, "informed", number, "informed_on", message=message)


class CorrectionOutOfOrder(Rule):
    """A text can be corrected once it is decided, and corrections are listed as they were made."""

    id = "REV519"
    name = "correction-out-of-order"
    title = "Rättelser görs efter beslutet, står i den ordning de gjordes och ligger inte i framtiden"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta det datum som är fel, eller byt plats på rättelserna."""
        for entry in reading.of(Revision):
            before = entry.record.earliest_day
            for number, correction in enumerate(entry.record.corrections):
                day = correction.corrected_on
                problem = _out_of_order(day, entry.record, today)
                if not problem and day < before:
                    problem = f"är före rättelsen {before} som står ovanför"
                if problem:
                    message = f"corrected_on {day} {problem}"
                    yield self.found(reading, entry, "corrections", number, "corrected_on", message=message)
                before = max(before, day)


def _last_days(reading: Reading) -> list[date]:
    """The strategy's last day, where there is one that is known."""
    return [entry.record.last_day for entry in reading.of(StrategyInfo) if entry.record.last_day]


def _out_of_order(day: date, revision: Revision, today: date) -> str:
    if day < revision.earliest_day:
        return f"är före beslutet {revision.when}"
    return "ligger i framtiden" if day > today else ""
