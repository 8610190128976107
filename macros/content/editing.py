"""How is one thing in a file changed, with everything else left as it was?

Comments, order, quotes and white space around what is changed stay, byte for byte. What comes out is read
again before it is given back: nothing but what was asked for has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from macros.content.document import Document, Keys, Plain
from macros.content.front_matter import read_markdown
from macros.content.writing import (
    Item,
    NotWritable,
    Writable,
    body_text,
    checked,
    entry_lines,
    inline,
    is_inline,
    item_lines,
    mapping_lines,
    record_items,
)
from macros.content.yaml_reader import read_yaml
from macros.model.finding import Finding
from macros.model.record import Record


def with_value(document: Document, keys: Keys, value: Writable) -> str:
    """The file's text with another value at `keys`; a key that is not there is added. Raises `NotWritable`.

    None takes the key away.
    """
    return _Editing(document).changed(keys, value)


def with_record(document: Document, keys: Keys, record: Item) -> str:
    """The file's text with another record at `keys`: only the values that differ are written anew."""
    items = record_items(record) if isinstance(record, Record) else list(record.items())
    wanted: dict[str, Writable] = {
        key: value for key, value in items if key != "text" or document.body is None
    }
    for key in _mapping(plain_at(document.data, keys)):
        wanted.setdefault(key, None)
    for key, value in wanted.items():
        held = _mapping(plain_at(document.data, keys)).get(key)
        if held != (None if value is None else _plain_of(value)):
            after = [each for each, other in wanted.items() if other is not None]
            before = after[: after.index(key)] if key in after else []
            text = _Editing(document).changed((*keys, key), value, before=tuple(before))
            document = _read(document, text)
    return document.text


def with_item(document: Document, keys: Keys, item: Writable) -> str:
    """The file's text with one more item last in the list at `keys`. Raises `NotWritable`."""
    return _Editing(document).appended(keys, item)


def with_body(document: Document, text: str) -> str:
    """The file's text with another text below its keys. Raises `NotWritable`."""
    assert document.body is not None
    lines = document.text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    head = "\n".join(lines[: fences[1] + 1])
    body = checked(body_text(text))
    edited = f"{head}\n\n{body}\n" if body else f"{head}\n"
    if _read(document, edited).body != body:
        raise NotWritable("texten går inte att skriva under nycklarna så att den läses som den är")
    return edited


def plain_at(data: Plain, keys: Keys) -> Plain | None:
    """What stands at `keys`, as it is read; None when nothing does."""
    held: Any = data
    for key in keys:
        inside = isinstance(held, dict) and key in held
        at = isinstance(held, list) and isinstance(key, int) and 0 <= key < len(held)
        if not (inside or at):
            return None
        held = held[key]
    found: Plain = held
    return found


@dataclass(frozen=True)
class _Span:
    start: int
    end: int


class _Editing:
    """Changes the text of one document. Nodes tell where values end, which places do not."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._shift = 0
        yaml_part = document.text
        if document.body is not None:
            lines = document.text.split("\n")
            end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
            self._shift = len(lines[0]) + 1
            yaml_part = "\n".join(lines[1:end]) + "\n"
        # The scanner in Python: it counts characters, whatever they are.
        self._root: Any = yaml.compose(yaml_part, Loader=yaml.SafeLoader)

    def changed(self, keys: Keys, value: Writable, *, before: tuple[str, ...] = ()) -> str:
        """Set, add or remove one value. A key that is added stands after the last of `before`."""
        expected = _replaced(self._document.data, keys, None if value is None else _plain_of(value))
        holder, last = self._node(keys[:-1]), keys[-1]
        if isinstance(last, int):
            self._node(keys)
        if isinstance(holder, yaml.SequenceNode) and isinstance(last, int):
            edited = self._item_changed(holder, last, value)
        elif isinstance(holder, yaml.MappingNode) and not holder.flow_style:
            edited = self._entry_changed(holder, str(last), value, before)
        else:
            edited = self._rewritten(keys[:-1], expected)
        return self._verified(edited, expected)

    def appended(self, keys: Keys, item: Writable) -> str:
        """Put one more item last in a list."""
        held = plain_at(self._document.data, keys)
        items = held if isinstance(held, list) else []
        plain: Plain = [*items, _plain_of(item)]
        expected = _replaced(self._document.data, keys, plain)
        node = self._node(keys) if held is not None else None
        if items and isinstance(node, yaml.SequenceNode) and not node.flow_style:
            end = self._line_end(_last(node))
            edited = self._put(
                _Span(end, end), "\n" + self._indented(item_lines(item), node.start_mark.column)
            )
            return self._verified(edited, expected)
        return self.changed(keys, [*items, item])

    def _entry_changed(self, holder: Any, key: str, value: Writable, before: tuple[str, ...]) -> str:
        pairs = {name.value: (name, held) for name, held in holder.value}
        column = holder.start_mark.column
        if key not in pairs:
            assert value is not None
            anchor = next((pairs[name] for name in reversed(before) if name in pairs), holder.value[-1])
            end = self._line_end(_last(anchor[1]))
            return self._put(_Span(end, end), "\n" + self._indented(entry_lines(key, value), column))
        name, held = pairs[key]
        if value is None:
            return self._without(name, held)
        if is_inline(value) and _is_inline(held):
            is_empty = held.start_mark.index == held.end_mark.index
            written = entry_lines(key, value)[0].partition(": ")[2]
            return self._put(self._span(held), f" {written}" if is_empty else written)
        span = _Span(name.start_mark.index + self._shift, _last(held) + self._shift)
        return self._put(span, self._indented(entry_lines(key, value), column).lstrip(" "))

    def _item_changed(self, holder: Any, index: int, value: Writable) -> str:
        held = holder.value[index]
        assert value is not None
        if is_inline(value) and _is_inline(held):
            return self._put(self._span(held), inline(value))
        lines = [inline(value)] if is_inline(value) else mapping_lines(_as_item(value))
        return self._put(self._span(held), self._indented(lines, held.start_mark.column).lstrip(" "))

    def _rewritten(self, keys: Keys, expected: Plain) -> str:
        """Write what holds the value anew: it stands on one line, where nothing can be added."""
        if not keys:
            raise NotWritable("filen är skriven inom klamrar; skriv den med en nyckel på varje rad")
        found = plain_at(expected, keys)
        assert found is not None
        return self.changed(keys, found)

    def _without(self, name: Any, held: Any) -> str:
        start, end = name.start_mark.index + self._shift, self._line_end(_last(held))
        begins = self._text.rfind("\n", 0, start) + 1
        if self._text[begins:start].strip():
            raise NotWritable(f"nyckeln ”{name.value}” står först och kan inte tas bort")
        return self._put(_Span(begins, min(end + 1, len(self._text))), "")

    def _node(self, keys: Keys) -> Any:
        node = self._root
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                node = next((held for name, held in node.value if name.value == key), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
            else:
                node = None
        if node is None:
            raise NotWritable(f"det finns inget ”{'.'.join(map(str, keys))}” i {self._document.path}")
        return node

    def _span(self, node: Any) -> _Span:
        return _Span(node.start_mark.index + self._shift, _last(node) + self._shift)

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index + self._shift)
        return len(self._text) if end < 0 else end

    def _put(self, span: _Span, text: str) -> str:
        return self._text[: span.start] + text + self._text[span.end :]

    def _indented(self, lines: list[str], column: int) -> str:
        return "\n".join(" " * column + line for line in lines)

    def _verified(self, text: str, expected: Plain) -> str:
        """The text, when it reads as it should."""
        if _read(self._document, text).data != expected:
            raise NotWritable(
                f"{self._document.path} är skriven så att den inte går att ändra; gör det för hand"
            )
        return text


def _last(node: Any) -> int:
    """Where the last thing of a value ends. A block's own mark stands after the comments that follow it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        text = node.end_mark.buffer[: node.end_mark.pointer] if node.end_mark.buffer else ""
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        trimmed = len(text) - len(text.rstrip()) if is_block else 0
        return int(node.end_mark.index) - trimmed
    last = node.value[-1]
    return _last(last[1] if isinstance(last, tuple) else last)


def _is_inline(node: Any) -> bool:
    return bool(node.flow_style) if not isinstance(node, yaml.ScalarNode) else node.style not in ("|", ">")


def _as_item(value: Writable) -> Item:
    assert isinstance(value, (Record, dict))
    return value


def _mapping(held: Plain | None) -> dict[str, Plain]:
    if not isinstance(held, dict):
        raise NotWritable("här står inga nycklar som kan ändras")
    return held


def _plain_of(value: Writable) -> Plain:
    """What a value is read back as."""
    findings: list[Finding] = []
    text = "\n".join(entry_lines("value", value)) + "\n"
    document = read_yaml(text, "", findings)
    assert document is not None and isinstance(document.data, dict) and not findings
    return document.data["value"]


def _replaced(data: Plain, keys: Keys, value: Plain | None) -> Plain:
    """The data with another value at `keys`; without the key when the value is None."""
    if not keys:
        assert value is not None
        return value
    step, rest = keys[0], keys[1:]
    if isinstance(data, list) and isinstance(step, int):
        return [_replaced(each, rest, value) if at == step else each for at, each in enumerate(data)]
    held = dict(_mapping(data))
    if not rest and value is None:
        held.pop(str(step), None)
    else:
        held[str(step)] = _replaced(held.get(str(step), {}), rest, value)
    return held


def _read(document: Document, text: str) -> Document:
    findings: list[Finding] = []
    read = read_yaml if document.body is None else read_markdown
    found = read(text, document.path, findings)
    if found is None or findings:
        raise NotWritable(f"{document.path} går inte att ändra: {findings[0].message}")
    return found
