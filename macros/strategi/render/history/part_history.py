"""Render the history of one part of the strategy, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import places_of
from strategi.model.words import Words
from strategi.render.addresses import comparison_address, part_anchor, revision_address
from strategi.render.history.log_rows import place, untold
from strategi.render.history.part_changes import PartRevision, part_revisions
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.change_words import part_events
from strategi.render.wording.step_words import is_only_rewritten, step_events
from strategi.words.numbers import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """What happened on a day. `revision_id` is None for a smaller change, which is no decision."""

    happened_on: date | RevisionId
    """The day; for a revision whose day is not known, its id."""
    words: str
    revision_id: RevisionId | None = None
    address: str = ""
    """Where to see the words that differ; "" where there is nothing more to see."""


def part_history(view: View, part_id: str) -> str:
    """What has happened to a part, in revisions and by smaller changes; "" where no history was read."""
    log = view.log
    if not (log.texts or log.steps or log.problem):
        return ""
    return fragment("part_history.html", view=view, rows=history_rows(view, part_id), problem=log.problem)


def history_rows(view: View, part_id: str) -> tuple[HistoryRow, ...]:
    """Everything that happened to a part, newest first."""
    rows = [_revision(each, view.words) for each in part_revisions(view.log, part_id)]
    if not view.log.problem:
        rows.extend(_steps(view, part_id))
    places = places_of(view.strategy.revisions)
    return tuple(sorted(rows, key=lambda row: place(row.happened_on, places), reverse=True))


def _revision(found: PartRevision, words: Words) -> HistoryRow:
    revision = found.revision
    if found.change is None or found.before is None:
        said, address = "Fanns redan", revision_address(revision.id)
    else:
        said = capital(part_events(found.change, words))
        anchor = part_anchor(found.change.part.id)
        address = f"{comparison_address(found.before, revision.id)}#{anchor}"
    return HistoryRow(happened_on=revision.when, words=said, revision_id=revision.id, address=address)


def _steps(view: View, part_id: str) -> Iterator[HistoryRow]:
    for step in view.log.steps:
        for each in untold(step):
            if each.id == part_id and not is_only_rewritten(each):
                yield HistoryRow(happened_on=step.taken_on, words=capital(step_events(each, view.words)))
