"""Render what a reader will see change for a comment, for a terminal and for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.text import Text

from strategi.model.effects import ReaderEffects
from strategi.model.strategy import Strategy
from strategi.render.review.effects_rows import EffectRow, RowKind, effects_rows
from strategi.render.terminal.comparison_markdown import words_markdown
from strategi.render.terminal.comparison_text import words_text
from strategi.render.wording.markdown_words import plain_words
from strategi.render.wording.paragraphs import Paragraph, paragraph

HEADING = "Det här kommer läsaren att se"


def effects_markdown(effects: ReaderEffects, *strategies: Strategy) -> Iterator[str]:
    """The lines of a comment: what comes is bold, what goes is struck."""
    yield f"### {HEADING}"
    is_list = False
    for row in effects_rows(effects, *strategies):
        if row.kind is RowKind.SECTION:
            yield f"\n#### {plain_words(row.words)}"
        if row.kind is RowKind.SECTION or not is_list:
            yield ""
        if row.kind is not RowKind.SECTION:
            yield _item(row)
        is_list = True


def effects_paragraphs(effects: ReaderEffects, *strategies: Strategy) -> Iterator[Paragraph]:
    """The same for a terminal: signs tell what comes and what goes."""
    yield paragraph(HEADING, "bold")
    for row in effects_rows(effects, *strategies):
        if row.kind is RowKind.SECTION:
            yield paragraph(row.words, "italic")
            continue
        said = (paragraph(row.words).text, words_text(row.compared, is_folded=True))
        first = "    - " if row.kind is RowKind.DETAIL else "  "
        text = Text(" ").join(each for each in said if each)
        yield Paragraph(text=text, first=first, rest=" " * len(first), is_tight=True)


def effects_json(effects: ReaderEffects) -> dict[str, Any]:
    """All of it, for machines; nothing is left out."""
    return {
        "pages": [
            {
                "address": page.address,
                "title": page.title,
                "kind": page.kind.value,
                "sentences": [asdict(each) for each in page.sentences],
            }
            for page in effects.pages
        ],
        "standing": [
            {"fact": each.fact.value, "before": each.before, "after": each.after} for each in effects.standing
        ],
        "trends": [
            {
                "indicator": each.indicator_id,
                "series": each.series_id,
                "basis": each.basis.value,
                "before": each.before.value if each.before else None,
                "after": each.after.value if each.after else None,
            }
            for each in effects.trends
        ],
    }


def _item(row: EffectRow) -> str:
    words = filter(None, (plain_words(row.words), words_markdown(row.compared, is_folded=True)))
    indent = "  " if row.kind is RowKind.DETAIL else ""
    return f"{indent}- {' '.join(words)}"
