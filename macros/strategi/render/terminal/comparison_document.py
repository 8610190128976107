"""Render a comparison as an HTML document of its own, to be saved or sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategi.render.redlines.spans import Span
from strategi.render.redlines.value_spans import fact_spans, replaced
from strategi.render.templating import document
from strategi.render.terminal.differences import Differences
from strategi.render.wording.change_words import figures_events
from strategi.render.wording.fact_words import fact_name
from strategi.render.wording.figure_words import few_figure_rows
from strategi.render.wording.record_words import indicator_label, record_words

_Group = tuple[str, list[tuple[str, Sequence[Span]]], str]
"""A sentence, rows below it, and what is said of rows that are left out."""


def comparison_document(differences: Differences) -> str:
    """Everything that differs, as one HTML document that needs nothing else."""
    return document(
        "comparison_document.html",
        differences=differences,
        records=list(_records(differences)),
        figures=list(_figures(differences)),
    )


def _records(differences: Differences) -> Iterator[_Group]:
    for record in differences.comparison.records:
        rows = [
            (fact_name(fact.name, differences.words), fact_spans(fact, differences.words))
            for fact in record.facts
        ]
        yield record_words(record, *differences.strategies), rows, ""


def _figures(differences: Differences) -> Iterator[_Group]:
    for figures in differences.comparison.figures:
        label = indicator_label(figures.indicator_id, *differences.strategies)
        rows, more = few_figure_rows(figures, *differences.strategies)
        shown = [(row.label, replaced(row.before, row.after)) for row in rows]
        yield f"{label}: {figures_events(figures)}", shown, more
