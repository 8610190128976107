"""Render the page of one revision: its text, and what is known of the decision."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from strategi.model.indicator import Role
from strategi.model.revision_id import RevisionId
from strategi.render.history.former import holding
from strategi.render.history.revision_record import find_record, revision_records
from strategi.render.revisions.corrections import text_corrections
from strategi.render.revisions.legislation import legislation
from strategi.render.strategy.adoptions import RevisionAdoptions, adoptions_by_revision
from strategi.render.strategy.parts import whole_strategy
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.part_words import goal_in


def revision(view: View, revision_id: str) -> str:
    """A revision's page below its heading: record, digest, corrections, whole text. Raise UnknownName.

    One of a former strategy is shown as that was, marked as historical, with what the principals decided.
    """
    view = holding(view, revision_id)
    record = find_record(view, revision_id)
    text = view.log.text(record.revision.id)
    return fragment(
        "revision.html",
        view=view,
        record=record,
        current=next((each for each in revision_records(view) if each.is_current), None),
        digests=record.revision.digests,
        corrections=text_corrections(view, record.revision),
        text=whole_strategy(replace(view, strategy=text)) if text else "",
        appendix=[each for each in text.indicators if each.role is Role.APPENDIX] if text else [],
        goal_of=partial(goal_in, view.words, text),
        metadata=legislation(view, record.revision.id),
        adoptions=_former_adoptions(view, record.revision.id) if view.successor else None,
    )


def _former_adoptions(view: View, revision_id: RevisionId) -> RevisionAdoptions | None:
    """What stands on the page of adoptions for a strategy that is not historical."""
    found = adoptions_by_revision(view) if revision_id in view.strategy.ledgers else ()
    return next((each for each in found if each.revision and each.revision.id == revision_id), None)
