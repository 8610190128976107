"""List the history of the strategy, newest first: revisions and the smaller changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from strategi.model.change import ChangeKind
from strategi.model.log import Step, StepChange
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import Place, places_of
from strategi.render.history.revision_record import RevisionRecord, revision_records
from strategi.render.view import View
from strategi.render.wording.step_words import step_sentences

_RECORDS = "strategy/revisions/"
# Whose files are named by revisions.
_NAMED = (_RECORDS, "strategy/adoptions/")


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """A revision, when it was decided."""

    happened_on: date | RevisionId
    """The day; where that is not known, the revision's id."""
    record: RevisionRecord
    introduced_on: date | None
    """The day on which its text came into the history; None where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """Smaller changes, on the day they came into the history."""

    happened_on: date
    corrected: RevisionId | None
    """The revision whose rendering was put right, where it was."""
    sentences: tuple[str, ...]


def log_rows(view: View) -> tuple[RevisionRow | StepRow, ...]:
    """Everything, newest first. Only revisions where the history is not whole: no day in it is sure then."""
    steps = () if view.log.problem else view.log.steps
    rows: list[RevisionRow | StepRow] = [*_revisions(view, steps), *_steps(view, steps)]
    places = places_of(view.strategy.revisions)
    # Of what happened on one day, the decision came first: it stands below.
    oldest_first = sorted(rows, key=lambda row: (place(row.happened_on, places), isinstance(row, StepRow)))
    return tuple(reversed(oldest_first))


def place(happened_on: date | RevisionId, places: Mapping[RevisionId, Place]) -> Place:
    """What something is sorted by: its day; a revision whose day is not known, by its place among them."""
    if isinstance(happened_on, date):
        return (happened_on.isoformat(),)
    return places.get(happened_on, (happened_on,))


def untold(step: Step) -> Iterator[StepChange]:
    """The changes of a step that no record of a revision or a correction tells."""
    renamed = _renamed(step)
    for each in step.changes:
        if each.path in renamed.values():
            continue
        if each.path in renamed:
            yield replace(each, kind=ChangeKind.RENUMBERED)
            continue
        is_new_record = each.kind is ChangeKind.ADDED and each.path.startswith(_RECORDS)
        leads_there = step.revision_id is not None and (each.is_governed or each.id == str(step.revision_id))
        if not is_new_record and not leads_there:
            yield each


def _renamed(step: Step) -> Mapping[str, str]:
    """Records and ledgers that went on under a more exact id of their revision: the old path and the new."""
    gone = [each for each in step.changes if each.kind is ChangeKind.REMOVED and _folder(each) in _NAMED]
    come = [each for each in step.changes if each.kind is ChangeKind.ADDED and _folder(each) in _NAMED]
    pairs = {
        old.path: [new.path for new in come if _folder(new) == _folder(old) and _is_more_exact(old, new)]
        for old in gone
    }
    return {path: found[0] for path, found in pairs.items() if len(found) == 1}


def _is_more_exact(old: StepChange, new: StepChange) -> bool:
    known, found = RevisionId.read(old.id), RevisionId.read(new.id)
    return known is not None and found is not None and found.is_within(known)


def _folder(change: StepChange) -> str:
    return f"{change.path.rpartition('/')[0]}/"


def introduced_days(steps: Sequence[Step]) -> Mapping[RevisionId | None, date]:
    """The day on which the text of each revision came into the history."""
    return {each.revision_id: each.taken_on for each in reversed(steps) if not each.is_correction}


def _revisions(view: View, steps: Sequence[Step]) -> Iterator[RevisionRow]:
    introduced = introduced_days(steps)
    for record in revision_records(view):
        revision = record.revision
        yield RevisionRow(happened_on=revision.when, record=record, introduced_on=introduced.get(revision.id))


def _steps(view: View, steps: Sequence[Step]) -> Iterator[StepRow]:
    for step in steps:
        sentences = step_sentences(view, untold(step))
        corrected = step.revision_id if step.is_correction else None
        if sentences or corrected:
            yield StepRow(happened_on=step.taken_on, corrected=corrected, sentences=sentences)
