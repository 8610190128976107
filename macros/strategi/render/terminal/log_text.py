"""Render the log of revisions as text for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from rich.text import Text

from strategi.model.evidence import Evidence
from strategi.render.history.beginning import beginning_words
from strategi.render.history.former import former_views
from strategi.render.history.log_rows import RevisionRow, StepRow, log_rows
from strategi.render.view import View
from strategi.render.wording.fact_words import NOT_FOUND
from strategi.render.wording.paragraphs import Paragraph, laid_out, paragraph
from strategi.words.numbers import day, moment

FORMAT = "levande-strategi-log-1"

_HEADING, _QUIET = "bold", "dim"
_INDENT = 2


def log_text(view: View, *, width: int = 80) -> Text:
    """The revisions and the smaller changes between them, newest first, in rows of that width."""
    return laid_out(_log(view), width=width)


def log_json(view: View) -> str:
    """The same as indented JSON; null is what is not found, or not known of this history.

    `former` stands there only where a strategy succeeds another, whose entries it holds.
    """
    content = {"format": FORMAT, "problem": view.log.problem or None, **_data(view)}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _data(view: View) -> dict[str, Any]:
    rows = log_rows(view)
    entries = [_revision_data(row) if isinstance(row, RevisionRow) else _step_data(row) for row in rows]
    found: dict[str, Any] = {"entries": [*entries, *_beginning_data(view)]}
    for earlier in islice(former_views(view), 1):
        info = earlier.strategy.info
        found["former"] = {"id": info.id, "title": info.title, **_data(earlier)}
    return found


def _log(view: View) -> Iterator[Paragraph]:
    if view.log.problem:
        yield paragraph(f"{view.log.problem}. Därför visas bara det som står i besluten.", _QUIET)
    rows = log_rows(view)
    for row in rows:
        yield from _revision(row) if isinstance(row, RevisionRow) else _step(row)
    if not rows:
        yield paragraph("Ingen revidering är registrerad.")
    if view.log.beginning:
        began_on = view.log.beginning.began_on
        yield paragraph(f"{day(began_on)}  {beginning_words(view)}" if began_on else beginning_words(view))
    for earlier in islice(former_views(view), 1):
        yield paragraph(f"Den tidigare strategin: {earlier.strategy.info.title}", _HEADING)
        yield from _log(earlier)


def _revision(row: RevisionRow) -> Iterator[Paragraph]:
    revision = row.record.revision
    yield paragraph(f"{moment(row.happened_on)}  {revision.title}", _HEADING)
    for words in _revision_words(row):
        yield paragraph(words, indent=_INDENT, is_tight=True)
    if row.record.comparison:
        asked = f"strategi diff {revision.predecessor} {revision.id}"
        yield paragraph(f"Ord för ord: {asked}", _QUIET, indent=_INDENT, is_tight=True)


def _revision_words(row: RevisionRow) -> Iterator[str]:
    record = row.record
    yield f"{record.decision}. {record.phase}."
    inferred = " (vår tolkning)" if record.revision.class_evidence is Evidence.INFERRED else ""
    yield f"Ändringens art: {record.class_words or NOT_FOUND}{inferred}."
    if record.scope:
        yield f"Omfattning: {record.scope}."
    if not record.has_text:
        yield "Texten finns inte i den här kopian av historiken."
    if row.introduced_on:
        yield f"Texten infördes i historiken den {day(row.introduced_on)}."


def _step(row: StepRow) -> Iterator[Paragraph]:
    yield paragraph(day(row.happened_on))
    for sentence in _sentences(row):
        text = paragraph(sentence).text
        yield Paragraph(text=text, first=" " * _INDENT + "- ", rest=" " * (_INDENT + 2), is_tight=True)


def _sentences(row: StepRow) -> Iterator[str]:
    if row.corrected:
        yield f"Återgivningen av revideringen {moment(row.corrected)} har rättats."
    yield from row.sentences


def _revision_data(row: RevisionRow) -> Mapping[str, Any]:
    record = row.record
    revision = record.revision
    return {
        "kind": "revision",
        "date": None if revision.decided_on is Evidence.NOT_FOUND else revision.decided_on.isoformat(),
        "id": revision.id,
        "title": revision.title,
        "predecessor": revision.predecessor,
        "decision": None if revision.decision is Evidence.NOT_FOUND else revision.decision.value,
        "decided_by": None if revision.decided_by is Evidence.NOT_FOUND else revision.decided_by,
        "class": None if revision.change_class is Evidence.NOT_FOUND else revision.change_class.value,
        "phase": "historical" if record.is_historical else record.standing.phase.value,
        "digest": next(iter(revision.digests), None),
        "has_text": record.has_text,
        "scope": record.scope,
        "introduced_on": row.introduced_on.isoformat() if row.introduced_on else None,
    }


def _step_data(row: StepRow) -> Mapping[str, Any]:
    return {
        "kind": "changes",
        "date": row.happened_on.isoformat(),
        "corrected": row.corrected,
        "sentences": list(_sentences(row)),
    }


def _beginning_data(view: View) -> Iterator[Mapping[str, Any]]:
    if view.log.beginning:
        began_on = view.log.beginning.began_on
        yield {
            "kind": "beginning",
            "date": began_on.isoformat() if began_on else None,
            "sentences": [beginning_words(view)],
        }
