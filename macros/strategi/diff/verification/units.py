"""Split a wording into its pieces of Markdown, each with the words that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.inline import markdown
from strategi.diff.verification.spelling import words_of

_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})


class Unit(NamedTuple):
    """A paragraph, a heading, an item with all that it holds, a table."""

    words: tuple[str, ...]
    source: str
    is_item: bool


def units(text: str) -> tuple[Unit, ...]:
    """The pieces of a Markdown text in reading order."""
    lines = text.split("\n")
    return tuple(_unit(lines, first, last, is_item) for first, last, is_item in _extents(_outline(text)))


def joined_units(pieces: Sequence[Unit]) -> str:
    """Markdown of pieces on each other: items close together, all else apart."""
    written = ""
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if before is not None:
            written += "\n" if before.is_item and piece.is_item else "\n\n"
        written += piece.source
    return written


def _outline(text: str) -> list[Token]:
    return markdown().disable(["inline", "text_join"]).parse(text)


def _extents(tokens: Sequence[Token]) -> Iterator[tuple[int, int, bool]]:
    """First line, line after the last, and whether it is an item, of what stands on the outermost level."""
    for token in tokens:
        is_item = token.type == "list_item_open" and token.level == 1
        is_outer = token.level == 0 and token.nesting >= 0 and token.type not in _LISTS
        if token.map and (is_item or is_outer):
            yield token.map[0], token.map[1], is_item


def _unit(lines: Sequence[str], first: int, last: int, is_item: bool) -> Unit:
    source = "\n".join(lines[first:last]).strip("\n")
    words = (word for block in text_blocks(source) for word in words_of(block.text))
    return Unit(tuple(words), source, is_item)
