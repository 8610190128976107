"""Split a line of Markdown into tokens with the formatting around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token as Markup

from strategi.diff.redlines.tokens import BREAK, tokens
from strategi.model.redline import Mark, Token

References = dict[str, Any]

_KINDS = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}
# Without any of these a line has no formatting, and nothing in it stands for anything else.
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<&]")
_HARD_BREAK = "  \n"


def markdown() -> MarkdownIt:
    """A parser of the Markdown that the site renders."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Piece(NamedTuple):
    text: str
    marks: tuple[Mark, ...]
    is_whole: bool = False
    """Whether it is one token, whatever its text is: a hard break, an image, a link around nothing."""


def line_tokens(text: str, references: References | None = None) -> tuple[Token, ...]:
    """The tokens of a paragraph, a heading or a cell; `references` are link targets defined elsewhere.

    An image is one token, with its alternative text.
    """
    text = text.strip()
    if _HARD_BREAK not in text and not _MEANS_SOMETHING.search(text):
        return tokens(text)
    found: list[Markup] = []
    parser = _parser()
    parser.inline.parse(text, parser, references or {}, found)
    return _marked_tokens(found)


@cache
def _parser() -> MarkdownIt:
    return markdown()


def _marked_tokens(line: Sequence[Markup]) -> tuple[Token, ...]:
    found: list[Token] = []
    # Text with the same formatting is cut as one, so that no number is cut where the line is.
    for (marks, is_whole), pieces in groupby(_pieces(line), key=attrgetter("marks", "is_whole")):
        texts = [each.text for each in pieces]
        found.extend([Token(text, marks) for text in texts] if is_whole else tokens("".join(texts), marks))
    return tuple(found)


def _pieces(line: Sequence[Markup]) -> Iterator[_Piece]:
    marks: tuple[Mark, ...] = ()
    for before, each in zip((None, *line), line, strict=False):
        if each.type in _KINDS:
            marks = (*marks, _mark(_KINDS[each.type], each, "href"))
        elif each.nesting < 0:
            if before and before.type == "link_open":
                yield _Piece("", marks, is_whole=True)
            marks = marks[:-1]
        else:
            yield _leaf(each, marks)


def _leaf(found: Markup, marks: tuple[Mark, ...]) -> _Piece:
    if found.type == "softbreak":
        return _Piece(" ", marks)
    if found.type == "hardbreak":
        return _Piece(BREAK, marks, is_whole=True)
    if found.type == "code_inline":
        return _Piece(found.content, (*marks, Mark("code")))
    if found.type == "image":
        words = " ".join(_alternative(found).split())
        return _Piece(words, (*marks, _mark("image", found, "src")), is_whole=True)
    return _Piece(found.content, marks)


def _mark(kind: str, found: Markup, target: str) -> Mark:
    return Mark(kind, str(found.attrs.get(target, "")), str(found.attrs.get("title", "")))


def _alternative(image: Markup) -> str:
    """What stands for an image in text alone."""
    return "".join(
        _alternative(each) if each.type == "image" else each.content or " " * (each.nesting == 0)
        for each in image.children or ()
    )
