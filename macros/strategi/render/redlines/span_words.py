"""Join compared words in plain text, where white space does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategi.model.redline import Op
from strategi.render.redlines.spans import Span

# How many words are shown on each side of what differs, when more stand between.
_CONTEXT = 8
_GAP = "…"


class SpanWords(NamedTuple):
    """The words of a span, without the white space around them."""

    text: str
    span: Span
    has_space_before: bool


def span_words(spans: Sequence[Span], *, is_folded: bool = False) -> Iterator[SpanWords]:
    """Give the words of each span. Folded, most of what stands far from any difference is left out.

    What went and what came in its place are told apart by a space, also where the text has none.
    """
    has_begun = has_space = False
    for place, span in enumerate(spans):
        text = _text(span)
        if is_folded and span.kind == Op.EQUAL.value:
            text = _folded(text, is_first=place == 0, is_last=place == len(spans) - 1)
        words = text.strip()
        has_space = has_space or text[:1].isspace() or _is_in_place_of(spans[place - 1], span)
        if words:
            yield SpanWords(words, span, has_begun and has_space)
            has_begun, has_space = True, text[-1:].isspace()


def _is_in_place_of(before: Span, span: Span) -> bool:
    return (before.kind, span.kind) == (Op.DELETED.value, Op.INSERTED.value)


def _text(span: Span) -> str:
    """A line break within a paragraph is white space, unless it is what differs."""
    return span.text.replace("\n", " " if span.kind == Op.EQUAL.value else "↵")


def _folded(text: str, *, is_first: bool, is_last: bool) -> str:
    """Leave out words in the middle; white space at the ends stays."""
    words = text.split()
    before, after = 0 if is_first else _CONTEXT, 0 if is_last else _CONTEXT
    if len(words) <= before + after + _CONTEXT:
        return text
    kept = " ".join([*words[:before], _GAP, *words[len(words) - after :]])
    return f"{' ' * text[:1].isspace()}{kept}{' ' * text[-1:].isspace()}"
