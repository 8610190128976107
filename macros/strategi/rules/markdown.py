"""Find where links and HTML stand in a Markdown text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from strategi.content.document import Document


class Piece(NamedTuple):
    """A piece of a text and where it stands in the file, counted from 1. For a link: its address."""

    line: int
    column: int
    text: str


def pieces(document: Document, *kinds: str) -> Iterator[Piece]:
    """The pieces of the body that have one of markdown-it's token types, in the order of the text."""
    body = document.body or ""
    lines = body.split("\n")
    for token in MarkdownIt("commonmark").parse(body):
        start = token.map[0] if token.map else 0
        position = (start, 0)
        for each in (token, *(token.children or ())):
            if each.type in kinds:
                text = _text(each)
                position = _find(lines, text.split("\n", 1)[0], position)
                line, column = position
                yield Piece(line + document.body_line, column + 1, text)
                position = (line, column + 1)


def _text(token: Token) -> str:
    return str(token.attrs.get("href") or token.attrs.get("src") or token.content)


def _find(lines: list[str], text: str, position: tuple[int, int]) -> tuple[int, int]:
    """Where `text` comes next; the start of the block when it is written in another way than it reads."""
    first, column = position
    for number in range(first, len(lines)):
        found = lines[number].find(text, column if number == first else 0)
        if found >= 0:
            return number, found
    return position
