"""Weigh each change by the rules that a proposal started from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from strategi.model.authority import AROUND, ChangedThing, Classification, DecisionClass
from strategi.model.change import ChangeKind, Comparison, FiguresChange, PartChange, RecordChange
from strategi.model.evidence import Evidence
from strategi.model.governed import TEXT
from strategi.model.review import JudgedChange

UNCOVERED = "Ingen regel säger hur mycket ändringen väger. Då räknas den som principiell."
CORRECTED = "Rättelse av hur beslutet är återgivet. Det som har beslutats är detsamma."

_COLLECTIONS = {
    "strategy": ChangedThing.STRATEGY,
    "vision": ChangedThing.ANNOTATIONS,
    "subgoals": ChangedThing.ANNOTATIONS,
    "principles": ChangedThing.ANNOTATIONS,
    "roadmap": ChangedThing.ANNOTATIONS,
    "indicators": ChangedThing.ANNOTATIONS,
    "focus-shifts": ChangedThing.FOCUS_SHIFTS,
    "references": ChangedThing.REFERENCES,
    "principals": ChangedThing.PRINCIPALS,
    "areas": ChangedThing.SOURCES,
    "bodies": ChangedThing.BODIES,
    "events": ChangedThing.EVENTS,
    "revisions": ChangedThing.REVISIONS,
    "adoptions": ChangedThing.ADOPTIONS,
    "postponements": ChangedThing.POSTPONEMENTS,
    "governance.mandates": ChangedThing.GOVERNANCE,
    "governance.classes": ChangedThing.GOVERNANCE,
    "plans": ChangedThing.PLANS,
    "words": ChangedThing.WORDS,
    "site": ChangedThing.SITE,
    "sources.references": ChangedThing.SOURCES,
    "sources.series": ChangedThing.SOURCES,
}


class Scales:
    """Weighs changes by the rows of `strategy/governance.yml`."""

    def __init__(self, rows: Sequence[Classification]) -> None:
        self._rows = rows

    def governed(self, comparison: Comparison) -> Iterator[JudgedChange]:
        """Weigh every change of a governed part, fact by fact."""
        for each in comparison.changed:
            yield from self._part(each)

    def corrected(self, comparison: Comparison) -> Iterator[JudgedChange]:
        """The same changes where they only put right how we have rendered what was decided."""
        for each in self.governed(comparison):
            yield JudgedChange(
                thing=each.thing,
                id=each.id,
                field=each.field,
                kind=each.kind,
                change_class=DecisionClass.TECHNICAL,
                reason=CORRECTED,
                evidence=Evidence.INFERRED,
                part=each.part,
            )

    def records(self, records: Iterable[RecordChange]) -> Iterator[JudgedChange]:
        """Weigh every change outside the governed text."""
        for each in records:
            yield from self._record(each)

    def figures(self, figures: Iterable[FiguresChange]) -> Iterator[JudgedChange]:
        """Weigh every change of an indicator's figures."""
        for each in figures:
            ids = {each.indicator_id}
            row = self._row(ChangedThing.FIGURES, ids, None, ChangeKind.CHANGED)
            yield _judged(
                row, ChangedThing.FIGURES, each.indicator_id, None, ChangeKind.CHANGED, figures=each
            )

    def of(self, thing: ChangedThing, field: str | None = None) -> DecisionClass:
        """The class of a thing as such, or of one of its facts."""
        row = self._row(thing, frozenset(), field, None)
        return _weight(row)

    def _part(self, change: PartChange) -> Iterator[JudgedChange]:
        thing = ChangedThing(change.part.kind.value)
        ids = {part.id for part in (change.old, change.new) if part}
        for field, kind in _aspects(change):
            yield _judged(self._row(thing, ids, field, kind), thing, change.part.id, field, kind, part=change)

    def _record(self, change: RecordChange) -> Iterator[JudgedChange]:
        thing = _COLLECTIONS[change.collection]
        fields: Sequence[str | None] = [each.name for each in change.facts] or [None]
        rows = [self._row(thing, {change.id}, field, change.kind) for field in fields]
        heaviest = max(rows, key=_weight)
        field = fields[rows.index(heaviest)] if len(fields) == 1 else None
        yield _judged(heaviest, thing, change.id, field, change.kind, record=change)

    def _row(
        self, thing: ChangedThing, ids: Set[str], field: str | None, kind: ChangeKind | None
    ) -> Classification | None:
        """The row that says most of the change; of rows that say as much, the one that weighs most."""
        fitting = [
            row
            for row in self._rows
            if row.what is thing
            and (row.id is None or row.id in ids)
            and (row.field is None or row.field == field)
            and (row.change is None or row.change is kind)
        ]
        unsaid = _usual_row(thing) if thing in AROUND else None
        return max(fitting, key=lambda row: (row.precision, row.change_class), default=unsaid)


@cache
def _usual_row(thing: ChangedThing) -> Classification:
    """How much a change of what stands around the strategy weighs, where no row says."""
    row = {
        "what": thing,
        "class": DecisionClass.TECHNICAL,
        "reason": AROUND[thing],
        "evidence": Evidence.INFERRED,
        "references": (),
    }
    return Classification.model_validate(row)


def _weight(row: Classification | None) -> DecisionClass:
    return row.change_class if row else DecisionClass.ESSENTIAL


def _aspects(change: PartChange) -> Iterator[tuple[str | None, ChangeKind]]:
    """What has happened to a part, one thing at a time."""
    if change.old is None or change.new is None:
        yield None, ChangeKind.ADDED if change.old is None else ChangeKind.REMOVED
        return
    if change.is_renumbered:
        yield None, ChangeKind.RENUMBERED
    if change.is_moved:
        yield None, ChangeKind.MOVED
    yield from ((fact.name, ChangeKind.CHANGED) for fact in change.facts)
    if not change.redline.is_equal:
        yield TEXT, ChangeKind.CHANGED


def _judged(
    row: Classification | None,
    thing: ChangedThing,
    identity: str,
    field: str | None,
    kind: ChangeKind,
    *,
    part: PartChange | None = None,
    record: RecordChange | None = None,
    figures: FiguresChange | None = None,
) -> JudgedChange:
    return JudgedChange(
        thing=thing,
        id=identity,
        field=field,
        kind=kind,
        change_class=_weight(row),
        reason=row.reason if row else UNCOVERED,
        evidence=row.evidence if row else Evidence.INFERRED,
        part=part,
        record=record,
        figures=figures,
    )
