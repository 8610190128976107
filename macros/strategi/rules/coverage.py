"""Check that the strategy is coherent and that every fact agrees with its stated support."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date
from typing import ClassVar

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Revision
from strategi.model.indicator import Indicator, Role
from strategi.model.parts import Appendix, RoadmapSection, StrategyInfo, Subgoal
from strategi.model.record import Record
from strategi.rules.rule import Rule

_GROUND = "CONTRIBUTING.md, nycklar och värden"


class SubgoalWithoutIndicator(Rule):
    """A subgoal that nothing measures cannot be followed up. It can be so, and is then no error."""

    id = "STR130"
    name = "subgoal-without-indicator"
    title = "Varje {goal} har minst {indicator.a} i {appendix.definite}"
    reference = "Strategins {appendix}: {indicator.plural} per {goal}"
    severity = Severity.WARNING

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Knyt {indicator:en beslutad|ett beslutat} {indicator} till {goal.definite}. Finns
        {indicator:ingen|inget} behöver ingenting göras.
        """
        indicators = [entry.record for entry in reading.of(Indicator)]
        measured = {each.subgoal for each in indicators if each.role is Role.APPENDIX}
        infos = reading.of(StrategyInfo)
        has_appendix = bool(infos) and all(info.record.appendix is Appendix.LISTED for info in infos)
        if not indicators or not has_appendix or self._is_unsure(reading, indicators, measured):
            return
        for entry in reading.of(Subgoal):
            if entry.record.id not in measured:
                message = reading.words.say(
                    "{goal.definite} {id} har {indicator.no} i {appendix.definite}", id=entry.record.id
                )
                yield self.found(reading, entry, "id", message=message)

    def _is_unsure(
        self, reading: Reading, indicators: list[Indicator], measured: Set[str | Evidence]
    ) -> bool:
        """Whether an indicator with another fault may be the one that seems to be missing."""
        declared = reading.ids.get(Indicator, frozenset())
        has_faulty = Indicator in reading.unknown or bool(declared - {each.id for each in indicators})
        return has_faulty or any(
            reading.is_missing(Subgoal, each) for each in measured if isinstance(each, str)
        )


class ValueAgainstEvidence(Rule):
    """A value that nobody has found has no support, and a found one has some."""

    id = "STR131"
    name = "value-against-evidence"
    title = "En uppgift saknas om, och bara om, stödet för den saknas"
    reference = _GROUND

    _PAIRS = ("subgoal", "definition", "direction", "reading", "class")
    _NAMES: ClassVar[dict[str, str]] = {"class": "change_class"}

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv not-found i båda nycklarna, eller i ingen av dem."""
        for entry in (*reading.of(Subgoal), *reading.of(Indicator), *reading.of(Revision)):
            for name in self._PAIRS:
                yield from self._pair(reading, entry, name)

    def _pair(self, reading: Reading, entry: Entry[Record], name: str) -> Iterator[Finding]:
        evidence = getattr(entry.record, f"{name}_evidence", None)
        if evidence is None:
            return
        has_value = getattr(entry.record, self._NAMES.get(name, name)) is not Evidence.NOT_FOUND
        if has_value and evidence is Evidence.NOT_FOUND:
            message = f"”{name}” har ett värde, men ”{name}_evidence” är not-found"
            yield self.found(reading, entry, f"{name}_evidence", message=message)
        if not has_value and evidence is not Evidence.NOT_FOUND:
            message = f"”{name}” är not-found, men ”{name}_evidence” är {evidence.value}"
            yield self.found(reading, entry, f"{name}_evidence", message=message)


class OrderTwice(Rule):
    """The roadmap is read in one order."""

    id = "STR132"
    name = "order-twice"
    title = "Två avsnitt i {roadmap.definite} har inte samma ordningstal"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ge det ena avsnittet ett annat ordningstal."""
        first: dict[int, str] = {}
        for entry in reading.of(RoadmapSection):
            order = entry.record.order
            if order in first:
                message = f"{first[order]} har också ordningstalet {order}"
                yield self.found(reading, entry, "order", message=message)
            first.setdefault(order, entry.path)


class BoundsReversed(Rule):
    """No value can lie between them."""

    id = "IND331"
    name = "bounds-reversed"
    title = "En series minsta värde är mindre än dess största"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Byt plats på minimum och maximum, eller rätta dem."""
        for entry in reading.of(Indicator):
            for number, series in enumerate(entry.record.series):
                if series.minimum is None or series.maximum is None or series.minimum < series.maximum:
                    continue
                message = f"minimum {series.minimum:g} är inte mindre än maximum {series.maximum:g}"
                yield self.found(reading, entry, "series", number, "minimum", message=message)
