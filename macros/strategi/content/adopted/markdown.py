"""Read a Markdown document as blocks of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from strategi.model.adopted import AdoptedBlock, AdoptedKind


def markdown_blocks(text: str) -> tuple[AdoptedBlock, ...]:
    """Every heading, paragraph, item and row, without signs of Markdown."""
    return tuple(_blocks(_parser().parse(text)))


def inline_text(token: Token) -> str:
    """The words of a line, without formatting."""
    return "".join(
        "\n" if each.type in ("softbreak", "hardbreak") else each.content for each in token.children or ()
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _blocks(tokens: Sequence[Token]) -> Iterator[AdoptedBlock]:
    is_item, table, cells = False, 0, list[str]()
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.type == "table_open":
            table += 1
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield AdoptedBlock(kind=AdoptedKind.ROW, cells=tuple(cells), table=table)
        elif token.type == "list_item_open":
            is_item = True
        elif token.type in ("fence", "code_block"):
            yield AdoptedBlock(kind=AdoptedKind.PARAGRAPH, cells=(token.content,))
        elif token.type == "inline" and before is not None:
            words = inline_text(token)
            if before.type in ("th_open", "td_open"):
                cells.append(words)
            else:
                yield _line(words, before, is_item=is_item)
                is_item = False


def _line(words: str, opening: Token, *, is_item: bool) -> AdoptedBlock:
    if opening.type == "heading_open":
        return AdoptedBlock(kind=AdoptedKind.HEADING, cells=(words,), level=int(opening.tag[1]))
    return AdoptedBlock(kind=AdoptedKind.ITEM if is_item else AdoptedKind.PARAGRAPH, cells=(words,))
