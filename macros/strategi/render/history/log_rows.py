"""What has happened to the strategy, newest first: the revisions, and the smaller changes between them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from strategi.model.change import ChangeKind
from strategi.model.log import Step, StepChange
from strategi.model.revision_id import RevisionId
from strategi.render.history.revision_record import RevisionRecord, revision_records
from strategi.render.view import View
from strategi.render.wording.step_words import step_sentences

_RECORDS = "strategy/revisions/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """A revision, on the day it was decided."""

    happened_on: date
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
    # Of what happened on one day, the decision came first: it stands below.
    oldest_first = sorted(rows, key=lambda row: (row.happened_on, isinstance(row, StepRow)))
    return tuple(reversed(oldest_first))


def untold(step: Step) -> Iterator[StepChange]:
    """The changes of a step that no record of a revision or a correction tells."""
    for each in step.changes:
        is_new_record = each.kind is ChangeKind.ADDED and each.path.startswith(_RECORDS)
        leads_there = step.revision_id is not None and (each.is_governed or each.id == str(step.revision_id))
        if not is_new_record and not leads_there:
            yield each


def _revisions(view: View, steps: Sequence[Step]) -> Iterator[RevisionRow]:
    introduced = {each.revision_id: each.taken_on for each in reversed(steps) if not each.is_correction}
    for record in revision_records(view):
        revision = record.revision
        yield RevisionRow(
            happened_on=revision.decided_on, record=record, introduced_on=introduced.get(revision.id)
        )


def _steps(view: View, steps: Sequence[Step]) -> Iterator[StepRow]:
    for step in steps:
        sentences = step_sentences(view, untold(step))
        corrected = step.revision_id if step.is_correction else None
        if sentences or corrected:
            yield StepRow(happened_on=step.taken_on, corrected=corrected, sentences=sentences)
