"""Locate the characters of a value in a YAML text, and replace them."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from strategi.content.document import Document, Keys
from strategi.content.front_matter import keys_part
from strategi.content.writing import (
    Item,
    NotWritable,
    Writable,
    entry_lines,
    inline,
    is_inline,
    item_lines,
    mapping_lines,
)
from strategi.model.record import Record


class _Span(NamedTuple):
    start: int
    end: int


class YamlEdits:
    """Changes the text of a document by its nodes, which tell where values end; places do not."""

    def __init__(self, document: Document) -> None:
        self._path = document.path
        self._text = document.text
        is_yaml = document.body is None
        self._keys, self._shift = (document.text, 0) if is_yaml else keys_part(document.text)
        # The scanner in Python: it counts characters, whatever they are.
        self._root: Any = yaml.compose(self._keys, Loader=yaml.SafeLoader)
        self._name_as_today(document)

    def _name_as_today(self, document: Document) -> None:
        """Let keys that have been replaced be found by today's names; what stands in the text is left."""
        for former in document.former:
            if former.is_key:
                holder = self._node(former.keys[:-1])
                name = next(name for name, _ in holder.value if name.value == former.old)
                name.value = former.new

    def in_one_line(self, keys: Keys) -> bool:
        """Whether what stands at `keys` is written within brackets, where no line can be added."""
        return bool(getattr(self._node(keys), "flow_style", False))

    def with_entry(self, holder: Keys, key: str, value: Writable, *, after: tuple[str, ...] = ()) -> str:
        """Set, add or (None) take away one key. One that is added stands below those of `after`."""
        node = self._node(holder)
        pairs = {name.value: (name, held) for name, held in node.value}
        column = node.start_mark.column
        if key not in pairs:
            anchor = next((pairs[name] for name in reversed(after) if name in pairs), node.value[-1])
            return self._below(anchor[1], entry_lines(key, value), column)
        name, held = pairs[key]
        if value is None:
            return self._without(name, held)
        if is_inline(value) and _is_inline(held):
            is_empty = held.start_mark.index == held.end_mark.index
            written = entry_lines(key, value)[0].partition(": ")[2]
            return self._put(self._span(held), f" {written}" if is_empty else written)
        span = _Span(name.start_mark.index + self._shift, self._span(held).end)
        return self._put(span, _indented(entry_lines(key, value), column).lstrip(" "))

    def with_item(self, holder: Keys, index: int, value: Writable) -> str:
        """Set one item of a list."""
        self._node((*holder, index))
        held = self._node(holder).value[index]
        if is_inline(value) and _is_inline(held):
            return self._put(self._span(held), inline(value))
        lines = [inline(value)] if is_inline(value) else mapping_lines(_as_item(value))
        return self._put(self._span(held), _indented(lines, held.start_mark.column).lstrip(" "))

    def with_last_item(self, keys: Keys, value: Writable) -> str:
        """Put one more item last in a list that has some, each on a line of its own."""
        node = self._node(keys)
        return self._below(node, item_lines(value), node.start_mark.column)

    def _below(self, node: Any, lines: list[str], column: int) -> str:
        end = self._line_end(self._span(node).end)
        return self._put(_Span(end, end), "\n" + _indented(lines, column))

    def _without(self, name: Any, held: Any) -> str:
        start, end = name.start_mark.index + self._shift, self._line_end(self._span(held).end)
        begins = self._text.rfind("\n", 0, start) + 1
        if self._text[begins:start].strip():
            raise NotWritable(f"nyckeln ”{name.value}” står först och kan inte tas bort")
        return self._put(_Span(begins, min(end + 1, len(self._text))), "")

    def _node(self, keys: Keys) -> Any:
        node = self._root
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                node = next((held for name, held in node.value if name.value == key), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
                node = node.value[key]
            else:
                node = None
        if node is None:
            raise NotWritable(f"det finns inget ”{'.'.join(map(str, keys))}” i {self._path}")
        return node

    def _span(self, node: Any) -> _Span:
        return _Span(node.start_mark.index + self._shift, _last(node, self._keys) + self._shift)

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end

    def _put(self, span: _Span, text: str) -> str:
        return self._text[: span.start] + text + self._text[span.end :]


def _last(node: Any, text: str) -> int:
    """Where the last thing of a value ends. A block's own mark stands after the comments that follow it."""
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return end if _is_inline(node) else len(text[:end].rstrip())
    if node.flow_style or not node.value:
        return end
    last = node.value[-1]
    return _last(last[1] if isinstance(last, tuple) else last, text)


def _is_inline(node: Any) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return node.style not in ("|", ">")
    return bool(node.flow_style)


def _indented(lines: list[str], column: int) -> str:
    return "\n".join(" " * column + line for line in lines)


def _as_item(value: Writable) -> Item:
    assert isinstance(value, (Record, dict))
    return value
