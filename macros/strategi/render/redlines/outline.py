"""Prefix each line of a redline in plain text with the characters of lists, quotations and headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from strategi.model.redline import BlockKind
from strategi.render.redlines.division import LISTS
from strategi.render.redlines.lines import Line
from strategi.render.redlines.nodes import ITEM, QUOTE, Node

_QUOTE_SIGN = "> "
_BULLET = "- "


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLine:
    """A line with what stands before its first row and before the others, as in Markdown."""

    line: Line
    first: str = ""
    rest: str = ""
    is_tight: bool = False
    """Whether it follows on the line before without a blank one, as items and rows do."""


def outline(nodes: Iterable[Node]) -> Iterator[OutlineLine]:
    """Give the lines of a tree in reading order."""
    for node in nodes:
        yield from _outline(node)


def _outline(node: Node) -> Iterator[OutlineLine]:
    if node.line:
        is_heading = node.kind == BlockKind.HEADING.value
        yield OutlineLine(line=node.line, first=f"{'#' * node.line.shape.level} " if is_heading else "")
    elif node.kind == ITEM:
        yield from _after_sign(_item_sign(node), _item_lines(node))
    elif node.kind == QUOTE:
        for each in outline(node.children):
            yield replace(each, first=_QUOTE_SIGN + each.first, rest=_QUOTE_SIGN + each.rest)
    else:
        for place, child in enumerate(node.children):
            yield from _begun(_outline(child), is_tight=place > 0)


def _item_lines(item: Node) -> Iterator[OutlineLine]:
    for place, child in enumerate(item.children):
        yield from _begun(_outline(child), is_tight=place > 0 and child.kind in LISTS)


def _item_sign(item: Node) -> str:
    """An item that began before this passage has room for its sign, but no sign."""
    sign = f"{item.number}. " if item.number else _BULLET
    return " " * len(sign) if item.is_carried else sign


def _after_sign(sign: str, lines: Iterable[OutlineLine]) -> Iterator[OutlineLine]:
    room = " " * len(sign)
    for place, each in enumerate(lines):
        first = room if place else sign
        yield replace(each, first=first + each.first, rest=room + each.rest)


def _begun(lines: Iterable[OutlineLine], *, is_tight: bool) -> Iterator[OutlineLine]:
    """The lines, the first of them close to what stands before it or not."""
    for place, each in enumerate(lines):
        yield each if place else replace(each, is_tight=is_tight)
