"""Split a Markdown text into chunks that mean the same alone as in their context."""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile(r"\r\n?")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_FENCE = re.compile(r"```|~~~")
# What may define the target of links elsewhere.
_DEFINITION = "]:"

# Lines that can be one thing only, as they show by how they begin.
_LETTER = r"[^\W\d_]"
_PARAGRAPH = re.compile(rf"(?:{_LETTER}.*(?:\n|\Z))+")
_HEADING = re.compile(rf"(#{{1,6}}) ({_LETTER}[^#\n]*)\n?")
_ITEMS = re.compile(rf"(?:- {_LETTER}.*(?:\n+|\Z))+")
_ITEM = re.compile(r"^- (.*)$", re.MULTILINE)
# Neither indented nor an item: whatever stood before is at its end.
_STANDS_ALONE = re.compile(r"[^\s\-+*0-9]")


def plain_text(text: str) -> str:
    """Write a text in one way: composed letters, and line ends as the parser of Markdown reads them."""
    return _LINE_END.sub("\n", unicodedata.normalize("NFC", text)).replace("\0", "\ufffd")


def chunks(text: str) -> list[str]:
    """Cut a text between top-level blocks; in doubt not. All from a fence on is one chunk."""
    if _DEFINITION in text:
        return [text]
    fence = _FENCE.search(text)
    limit = fence.start() if fence else len(text)
    cut, begin = [], 0
    for gap in _GAP.finditer(text, 0, limit):
        if _STANDS_ALONE.match(text, gap.end()) or _is_whole(text[begin : gap.start()]):
            cut.append(text[begin : gap.start()])
            begin = gap.end()
    return [*cut, text[begin:]]


def _is_whole(chunk: str) -> bool:
    """Whether nothing can go on after a blank line."""
    return is_paragraph(chunk) or split_heading(chunk) is not None


def is_paragraph(chunk: str) -> bool:
    """Whether it is sure to be a paragraph alone."""
    return bool(_PARAGRAPH.fullmatch(chunk))


def split_heading(chunk: str) -> tuple[int, str] | None:
    """The level and words of what is sure to be a heading alone."""
    found = _HEADING.fullmatch(chunk)
    return (len(found[1]), found[2]) if found else None


def split_items(chunk: str) -> list[str] | None:
    """The lines of what is sure to be a list of paragraphs, a line each."""
    return _ITEM.findall(chunk) if _ITEMS.fullmatch(chunk) else None
