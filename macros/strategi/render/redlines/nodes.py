"""Group the lines of a redline into lists, quotations and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from strategi.model.redline import BlockKind
from strategi.render.redlines.division import LISTS
from strategi.render.redlines.lines import Line

ITEM, TABLE, QUOTE = "item", "table", "quote"
_LEAF = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element with others in it, or one line."""

    kind: str
    """A kind of list, ITEM, QUOTE, TABLE, or the kind of the line's block."""
    children: tuple[Node, ...] = ()
    line: Line | None = None
    number: int = 0
    """What an item counts as in an ordered list."""
    is_carried: bool = False
    """Whether it is an item that began before this passage, and so has no sign of its own."""

    @property
    def is_tight(self) -> bool:
        """Whether an item is a single paragraph, perhaps with lists below it."""
        kinds = [child.kind for child in self.children]
        return kinds[:1] == [BlockKind.PARAGRAPH.value] and all(kind in LISTS for kind in kinds[1:])


def nodes(lines: Sequence[Line], depth: int = 0) -> tuple[Node, ...]:
    """Put lines that stand in the same list, quotation or table together, from outside in."""
    return tuple(_nodes(lines, depth))


def _nodes(lines: Sequence[Line], depth: int) -> Iterator[Node]:
    for kind, group in groupby(lines, key=lambda line: _container(line, depth)):
        held = list(group)
        if kind == _LEAF:
            yield from _leaves(held)
        elif kind == QUOTE:
            yield Node(kind=kind, children=nodes(held, depth + 1))
        else:
            yield Node(kind=kind, children=tuple(_item(each, depth) for each in _items(held, depth)))


def _container(line: Line, depth: int) -> str:
    path = line.shape.path
    return path[depth] if len(path) > depth else _LEAF


def _items(lines: Iterable[Line], depth: int) -> Iterator[list[Line]]:
    item: list[Line] = []
    for line in lines:
        if item and _begins(line, depth):
            yield item
            item = []
        item.append(line)
    yield item


def _item(lines: Sequence[Line], depth: int) -> Node:
    begins = _begins(lines[0], depth)
    return Node(
        kind=ITEM,
        children=nodes(lines, depth + 1),
        number=lines[0].number if begins else 0,
        is_carried=not begins,
    )


def _begins(line: Line, depth: int) -> bool:
    """Whether an item of the list at that depth begins, and not only one of a list within it."""
    return line.shape.begins_item and not any(kind in LISTS for kind in line.shape.path[depth + 1 :])


def _leaves(lines: Iterable[Line]) -> Iterator[Node]:
    rows: list[Line] = []
    for line in lines:
        kind = line.shape.kind
        begins_table = kind is BlockKind.HEADER_ROW and rows and rows[-1].shape.kind is BlockKind.ROW
        if rows and (begins_table or kind not in (BlockKind.HEADER_ROW, BlockKind.ROW)):
            yield _table(rows)
            rows = []
        if kind in (BlockKind.HEADER_ROW, BlockKind.ROW):
            rows.append(line)
        else:
            yield Node(kind=kind.value, line=line)
    if rows:
        yield _table(rows)


def _table(rows: Sequence[Line]) -> Node:
    return Node(kind=TABLE, children=tuple(Node(kind=row.shape.kind.value, line=row) for row in rows))
