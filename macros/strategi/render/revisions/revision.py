"""What did the strategy say in one revision, and what is known of the decision?"""

from __future__ import annotations

from dataclasses import replace

from strategi.model.indicator import Role
from strategi.render.history.revision_record import find_record, revision_records
from strategi.render.revisions.corrections import text_corrections
from strategi.render.revisions.legislation import legislation
from strategi.render.strategy.parts import whole_strategy
from strategi.render.templating import fragment
from strategi.render.view import View


def revision(view: View, revision_id: str) -> str:
    """A revision's page below its heading: record, digest, corrections, whole text. Raise UnknownName."""
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
        metadata=legislation(view, record.revision.id),
    )
