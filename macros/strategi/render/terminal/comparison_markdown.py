"""Render a comparison as Markdown.

It is meant for a comment on a pull request, where Markdown is all there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategi.model.redline import Op
from strategi.render.redlines.lines import Line
from strategi.render.redlines.outline import outline
from strategi.render.redlines.span_words import SpanWords, span_words
from strategi.render.redlines.spans import Span
from strategi.render.redlines.value_spans import fact_spans, replaced
from strategi.render.revisions.compared_parts import ComparedPart, FactRow, Passage
from strategi.render.terminal.differences import Differences
from strategi.render.wording.change_words import figures_events
from strategi.render.wording.fact_words import NOT_FOUND, fact_name
from strategi.render.wording.figure_words import few_figure_rows
from strategi.render.wording.markdown_words import bold_words, line_of, plain_words, struck_words
from strategi.render.wording.record_words import indicator_label, record_words
from strategi.words.numbers import capital

_WRITERS = {
    Op.INSERTED.value: bold_words,
    Op.MOVED_HERE.value: bold_words,
    Op.DELETED.value: struck_words,
    Op.MOVED_AWAY.value: struck_words,
}
_MOVE_WORDS = {Op.MOVED_HERE.value: "flyttat hit", Op.MOVED_AWAY.value: "flyttat härifrån"}
_QUOTE = "> "


def comparison_markdown(differences: Differences) -> str:
    """Everything that differs: what came is bold, what went is struck."""
    return "\n".join(_comparison(differences)) + "\n"


def _comparison(differences: Differences) -> Iterator[str]:
    yield f"### {plain_words(differences.heading)}"
    yield f"\n{differences.summary}"
    if differences.scope:
        yield f"\nOmfattning: {plain_words(differences.scope)}."
    if differences.restriction:
        yield f"\n{differences.restriction}"
    if not differences.comparison.is_equal:
        yield "\nDet som är **fetstilt** har kommit till, det som är ~~struket~~ har tagits bort."
    for part in differences.parts:
        yield from part_lines(part)
    yield from _records(differences)
    yield from _figures(differences)


def part_lines(part: ComparedPart) -> Iterator[str]:
    """One part that differs, its changes numbered."""
    yield f"\n#### {plain_words(part.label)}"
    if part.whole:
        yield f"\n{part.whole.label}: {plain_words(part.whole.words)}"
    for row in part.facts:
        yield from _fact(row)
    if part.given:
        yield ""
    for name, value in part.given:
        yield f"- {capital(name)}: {plain_words(value or NOT_FOUND)}"
    for passage in part.passages:
        yield from _passage(passage)


def _fact(row: FactRow) -> Iterator[str]:
    yield f"\n{row.change.label}: {row.change.words}\n"
    for label, value in (("Förut", row.before), ("Nu", row.after)):
        yield f"- {label}: {NOT_FOUND if value is None else words_markdown(value)}"


def _passage(passage: Passage) -> Iterator[str]:
    if passage.change:
        yield f"\n{passage.change.label}: {passage.change.words}"
    if passage.is_folded:
        count, noun = passage.counted
        yield f"\n*{count} {noun} utan ändring*"
        return
    yield ""
    for place, each in enumerate(outline(passage.inline)):
        if place and not each.is_tight:
            yield _QUOTE.rstrip()
        yield f"{_QUOTE}{each.first}{_line(each.line, is_folded=passage.change is not None)}"


def _line(line: Line, *, is_folded: bool) -> str:
    said = f"({plain_words(line.note.rstrip('.'))}) " if line.note else ""
    cells = (words_markdown(cell, is_folded=is_folded) for cell in line.cells)
    return line_of(said + " \\| ".join(cells))


def words_markdown(spans: Sequence[Span], *, is_folded: bool = False) -> str:
    """Compared words on one line: what came is bold, what went is struck."""
    words = span_words(spans, is_folded=is_folded)
    return "".join(f"{' ' if each.has_space_before else ''}{_shown(each)}" for each in words)


def _shown(words: SpanWords) -> str:
    kind, move = words.span.kind, words.span.move
    shown = _WRITERS.get(kind, plain_words)(words.text)
    where = f" ({_MOVE_WORDS[kind]}, {move})" if move else ""
    return f"{shown}{where}" + (f" ({plain_words(words.span.note)})" if words.span.note else "")


def _records(differences: Differences) -> Iterator[str]:
    if differences.comparison.records:
        yield "\n#### Andra uppgifter\n"
    for record in differences.comparison.records:
        yield f"- {plain_words(record_words(record, *differences.strategies))}"
        for fact in record.facts:
            name = capital(plain_words(fact_name(fact.name, differences.words)))
            yield f"  - {name}: {words_markdown(fact_spans(fact, differences.words), is_folded=True)}"


def _figures(differences: Differences) -> Iterator[str]:
    if differences.comparison.figures:
        yield "\n#### Värden\n"
    for figures in differences.comparison.figures:
        label = indicator_label(figures.indicator_id, *differences.strategies)
        yield f"- {plain_words(label)}: {figures_events(figures)}"
        rows, more = few_figure_rows(figures, *differences.strategies)
        for row in rows:
            yield f"  - {plain_words(row.label)}: {words_markdown(replaced(row.before, row.after))}"
        if more:
            yield f"  - {more}"
