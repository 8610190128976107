"""Report as text for a terminal whether a document is identically worded."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from strategi.render.terminal.comparison_text import part_paragraphs, sign_key
from strategi.render.terminal.verified import Verified
from strategi.render.wording.change_words import part_label
from strategi.render.wording.paragraphs import Paragraph, laid_out, paragraph
from strategi.render.wording.verification_words import FOREIGN, conclusion, foreign_groups, part_note

_HEADING, _QUIET = "bold", "dim"
_INDENT = 2


def verification_text(verified: Verified, *, width: int = 80) -> Text:
    """The verdict, part by part, then the words that differ, and what belongs to no part."""
    body = laid_out(_body(verified), width=width)
    head = laid_out(_head(verified, sign_key(body.plain)), width=width)
    return head.append("\n" if body else "").append_text(body)


def _head(verified: Verified, key: str) -> Iterator[Paragraph]:
    yield paragraph(f"{verified.heading}.", _HEADING)
    yield paragraph(conclusion(verified.found), is_tight=True)
    for remark in verified.remarks:
        yield paragraph(remark, _QUIET, is_tight=True)
    if key:
        yield paragraph(f"Så läser du: {key}", _QUIET, is_tight=True)
    words = verified.words
    for place, each in enumerate(verified.found.parts):
        said = Text(f"{part_label(each.part, words)}: {part_note(each, words)}")
        yield Paragraph(text=said, first="- ", rest="  ", is_tight=place > 0)


def _body(verified: Verified) -> Iterator[Paragraph]:
    for part in verified.parts:
        yield from part_paragraphs(part, verified.last)
    if verified.found.foreign:
        yield paragraph(FOREIGN, _HEADING)
    for where, lines in foreign_groups(verified.found):
        yield paragraph(where)
        for line in lines:
            yield paragraph(line, indent=_INDENT, is_tight=True)
