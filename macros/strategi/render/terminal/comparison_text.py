"""Render a comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from strategi.model.redline import Op
from strategi.render.printable import printable
from strategi.render.redlines.outline import OutlineLine, outline
from strategi.render.redlines.span_words import span_words
from strategi.render.redlines.spans import REFORMATTED, Span
from strategi.render.redlines.value_spans import fact_spans, replaced
from strategi.render.revisions.compared_parts import ComparedPart, FactRow, Numbered, Passage
from strategi.render.terminal.differences import Differences
from strategi.render.wording.change_words import figures_events
from strategi.render.wording.fact_words import NOT_FOUND, fact_name
from strategi.render.wording.figure_words import few_figure_rows
from strategi.render.wording.paragraphs import Paragraph, laid_out, paragraph
from strategi.render.wording.record_words import indicator_label, record_words
from strategi.words.numbers import capital

# Before what differs, what it means, after it, and its style. The signs are always there: nothing is told by
# colour alone.
_SIGNS = {
    Op.DELETED.value: ("[-", "borttaget", "-]", "red strike"),
    Op.INSERTED.value: ("{+", "tillagt", "+}", "green underline"),
    Op.MOVED_AWAY.value: ("[<", "flyttat härifrån", "<]", "magenta strike"),
    Op.MOVED_HERE.value: ("{>", "flyttat hit", ">}", "cyan underline"),
    REFORMATTED: ("{~", "annan form", "~}", "cyan"),
}
_HEADING, _LABEL, _QUIET = "bold", "italic", "dim"
_INDENT = 2


def comparison_text(differences: Differences, *, width: int = 80) -> Text:
    """Everything that differs, in rows of that width. Signs tell what colours also tell."""
    body = laid_out(_body(differences), width=width)
    head = laid_out(_head(differences, sign_key(body.plain)), width=width)
    return head.append("\n" if body else "").append_text(body)


def _head(differences: Differences, key: str) -> Iterator[Paragraph]:
    yield paragraph(f"{differences.heading}.", _HEADING)
    yield paragraph(differences.summary, is_tight=True)
    if differences.restriction:
        yield paragraph(differences.restriction, _QUIET, is_tight=True)
    if differences.scope:
        yield paragraph(f"Omfattning: {differences.scope}.", is_tight=True)
    if key:
        yield paragraph(f"Så läser du: {key}", _QUIET, is_tight=True)


def _body(differences: Differences) -> Iterator[Paragraph]:
    for part in differences.parts:
        yield from part_paragraphs(part, differences.last)
    yield from _records(differences)
    yield from _figures(differences)


def part_paragraphs(part: ComparedPart, last: int) -> Iterator[Paragraph]:
    """One part that differs, its changes numbered up to `last`."""
    yield from _heading(part.label)
    if part.whole:
        yield _numbered(part.whole, last)
    for fact in part.facts:
        yield from _fact(fact, last)
    for name, value in part.given:
        yield paragraph(f"{capital(name)}: {value or NOT_FOUND}", indent=_INDENT, is_tight=True)
    for place, passage in enumerate(part.passages):
        yield from _passage(passage, last, is_tight=place == 0 and part.whole is not None)


def _heading(words: str) -> Iterator[Paragraph]:
    yield paragraph(words, _HEADING)
    yield paragraph("─" * len(words), _QUIET, is_tight=True)


def _numbered(change: Numbered, last: int) -> Paragraph:
    return paragraph(f"{change.label} av {last}: {change.words}", _LABEL)


def _fact(row: FactRow, last: int) -> Iterator[Paragraph]:
    yield _numbered(row.change, last)
    for label, value in (("förut: ", row.before), ("nu:    ", row.after)):
        text = Text(NOT_FOUND) if value is None else words_text(value)
        first = " " * _INDENT + label
        yield Paragraph(text=text, first=first, rest=" " * len(first), is_tight=True)


def _passage(passage: Passage, last: int, *, is_tight: bool) -> Iterator[Paragraph]:
    if passage.change:
        yield _numbered(passage.change, last)
    if passage.is_folded:
        count, noun = passage.counted
        yield paragraph(f"⋮ {count} {noun} utan ändring", _QUIET, indent=_INDENT)
        return
    is_close = is_tight or passage.change is not None
    for place, each in enumerate(outline(passage.inline)):
        is_next = each.is_tight or (place == 0 and is_close)
        yield _line(each, is_folded=passage.change is not None, is_tight=is_next)


def _line(each: OutlineLine, *, is_folded: bool, is_tight: bool) -> Paragraph:
    room = " " * _INDENT
    said = f"({each.line.note.rstrip('.')}) " if each.line.note else ""
    text = Text().append(said, _QUIET)
    for place, cell in enumerate(each.line.cells):
        text.append(" | " if place else "").append_text(words_text(cell, is_folded=is_folded))
    return Paragraph(text=text, first=room + each.first, rest=room + each.rest, is_tight=is_tight)


def words_text(spans: Sequence[Span], *, is_folded: bool = False) -> Text:
    """Compared words with signs around what differs."""
    text = Text()
    for words in span_words(spans, is_folded=is_folded):
        before, _, after, style = _SIGNS.get(words.span.kind, ("", "", "", ""))
        number = f"{words.span.move}: " if words.span.move else ""
        text.append(" " if words.has_space_before else "")
        text.append(f"{before}{number}{printable(words.text)}{after}", style)
        text.append(f" ({words.span.note})" if words.span.note else "", _QUIET)
    return text


def sign_key(text: str) -> str:
    """What each sign that occurs in the text means."""
    used = (sign for sign in _SIGNS.values() if sign[0] in text and sign[2] in text)
    return " ".join("".join(sign[:3]) for sign in used)


def _records(differences: Differences) -> Iterator[Paragraph]:
    if differences.comparison.records:
        yield from _heading("Andra uppgifter")
    for record in differences.comparison.records:
        yield paragraph(record_words(record, *differences.strategies))
        for fact in record.facts:
            yield _changed(
                capital(fact_name(fact.name, differences.words)), fact_spans(fact, differences.words)
            )


def _changed(label: str, spans: Sequence[Span]) -> Paragraph:
    text = Text(printable(f"{label}: ")).append_text(words_text(spans, is_folded=True))
    return Paragraph(text=text, first=" " * _INDENT, rest=" " * 2 * _INDENT, is_tight=True)


def _figures(differences: Differences) -> Iterator[Paragraph]:
    if differences.comparison.figures:
        yield from _heading("Värden")
    for figures in differences.comparison.figures:
        label = indicator_label(figures.indicator_id, *differences.strategies)
        yield paragraph(f"{label}: {figures_events(figures)}")
        rows, more = few_figure_rows(figures, *differences.strategies)
        for row in rows:
            yield _changed(row.label, replaced(row.before, row.after))
        if more:
            yield paragraph(more, _QUIET, indent=_INDENT, is_tight=True)
