"""Parse Markdown into blocks, with the lists, quotations and tables around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from strategi.diff.redlines.inline import References, line_tokens, markdown
from strategi.diff.redlines.tokens import code_tokens
from strategi.model.redline import Block, BlockKind, Cell

_LISTS = {"bullet_list": "bullet", "ordered_list": "ordered"}
_QUOTE = "quote"
_CODE = frozenset({"fence", "code_block"})

Path = tuple[str, ...]
Nodes = Iterable[SyntaxTreeNode]


def parsed_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in reading order."""
    references: References = {}
    outline = SyntaxTreeNode(_outline_parser().parse(text, references))
    return tuple(_Reading(references).blocks(outline.children, ()))


@cache
def _outline_parser() -> MarkdownIt:
    """Leaves the lines alone: most of them have no formatting."""
    return markdown().disable(["inline", "text_join"])


class _Reading:
    """From the parser's nodes to blocks; `references` are the link targets that the text defines."""

    def __init__(self, references: References) -> None:
        self._references = references

    def blocks(self, nodes: Nodes, path: Path) -> Iterator[Block]:
        for node in nodes:
            if node.type in _LISTS:
                yield from self._list(node, (*path, _LISTS[node.type]))
            elif node.type == "blockquote":
                yield from self._quote(node, (*path, _QUOTE))
            elif node.type == "table":
                yield from self._table(node, path)
            else:
                yield self._leaf(node, path)

    def _list(self, node: SyntaxTreeNode, path: Path) -> Iterator[Block]:
        number = int(node.attrs.get("start", 0))
        for item in node.children:
            yield from self._item(item, path, number)
            number = 0

    def _item(self, node: SyntaxTreeNode, path: Path, number: int) -> Iterator[Block]:
        found = list(self.blocks(node.children, path))
        if not found or found[0].begins_item or (number and found[0].level):
            # Its first block cannot say that the item begins, or with which number: an empty one does.
            found.insert(0, Block(kind=BlockKind.PARAGRAPH, cells=((),), path=path))
        yield replace(found[0], begins_item=True, level=number or found[0].level)
        yield from found[1:]

    def _quote(self, node: SyntaxTreeNode, path: Path) -> Iterator[Block]:
        found = list(self.blocks(node.children, path))
        yield from found or [Block(kind=BlockKind.PARAGRAPH, cells=((),), path=path)]

    def _table(self, node: SyntaxTreeNode, path: Path) -> Iterator[Block]:
        for section in node.children:
            kind = BlockKind.HEADER_ROW if section.type == "thead" else BlockKind.ROW
            for row in section.children:
                yield Block(kind=kind, cells=tuple(map(self._line, row.children)), path=path)

    def _leaf(self, node: SyntaxTreeNode, path: Path) -> Block:
        if node.type == "heading":
            cells, level = (self._line(node),), int(node.tag[1])
            return Block(kind=BlockKind.HEADING, cells=cells, path=path, level=level)
        if node.type in _CODE:
            cells, language = (code_tokens(node.content.removesuffix("\n")),), node.info.strip()
            return Block(kind=BlockKind.CODE, cells=cells, path=path, language=language)
        if node.type == "hr":
            return Block(kind=BlockKind.RULE, cells=((),), path=path)
        return Block(kind=BlockKind.PARAGRAPH, cells=(self._line(node),), path=path)

    def _line(self, node: SyntaxTreeNode) -> Cell:
        """The tokens of a paragraph, a heading or a cell of a table."""
        return line_tokens(node.children[0].content, self._references)
