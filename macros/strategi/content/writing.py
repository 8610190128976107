"""Write a record as text, in the style that editors use.

What is written reads back as the same record. Text stands in double quotes, words and numbers are bare, lists
of words stand on one line and lists of records below each other; no line is ever folded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias, Union

from strategi.content.decoding import FORBIDDEN
from strategi.content.fields import fields_by_key
from strategi.content.layout import schema_line
from strategi.model.evidence import Evidence
from strategi.model.parts import Part
from strategi.model.record import Record

# What can be written: a record, or plain values in the order they are to stand. Text is quoted; a member of
# an enum (`Evidence.NOT_FOUND` too), a number and a truth value are not; None leaves the key out.
Writable: TypeAlias = Union[  # noqa: UP007 - recursive
    str, Enum, bool, int, float, date, Record, Sequence["Writable"], Mapping[str, "Writable"], None
]
Item: TypeAlias = Record | Mapping[str, Writable]

_INDENT = "  "
_NOT_FOUND = Evidence.NOT_FOUND.value
# Where these stand in a part; in other records keys stand in the order of the model.
_FIRST = ("id", "order")
_LAST = "note"
_BODY = "text"
# The id of a subgoal is written as a word where it refers to one.
_SUBGOAL, _SUBGOAL_ID = "subgoal", re.compile("[A-Z][0-9]+")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
# YAML takes these for ends of lines; JSON does not.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class NotWritable(ValueError):
    """A value that the content cannot hold. The text says which and why, in Swedish."""


def file_text(path: str, content: Item, *, comments: Iterable[str] = ()) -> str:
    """A new file as it is to stand at `path`, which is how it is written. Raises `NotWritable`.

    A YAML file says in its first line which schema editors' programs find its keys in.
    """
    if isinstance(content, Part):
        return markdown_text(content, comments=comments)
    return yaml_text(content, comments=[schema_line(path), *comments])


def yaml_text(content: Item, *, comments: Iterable[str] = ()) -> str:
    """A YAML file that holds one record, or lists of records by their keys. Raises `NotWritable`."""
    return _comment_block(comments) + "".join(f"{line}\n" for line in mapping_lines(content))


def markdown_text(part: Part, *, comments: Iterable[str] = ()) -> str:
    """A Markdown file: the keys of a part, and its text below them. Raises `NotWritable`."""
    keys = {key: value for key, value in record_items(part) if key != _BODY}
    body = "" if part.text is Evidence.NOT_FOUND else f"\n{checked(body_text(part.text))}\n"
    return f"---\n{yaml_text(keys, comments=comments)}---\n{body}"


def body_text(text: str) -> str:
    """A text as it is read from below the keys: without empty lines around it."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    return "\n".join(lines[first:]).rstrip()


def mapping_lines(content: Item) -> list[str]:
    """The lines of a record, not indented."""
    items = record_items(content) if isinstance(content, Record) else content.items()
    return [line for key, value in items if value is not None for line in entry_lines(key, value)]


def entry_lines(key: str, value: Writable) -> list[str]:
    """The lines of one key and its value, not indented."""
    name = key if _KEY.fullmatch(key) else quoted(key)
    if is_inline(value):
        is_word = key == _SUBGOAL and isinstance(value, str) and _SUBGOAL_ID.fullmatch(value)
        return [f"{name}: {value if is_word else inline(value)}"]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [f"{name}:", *(f"{_INDENT}{line}" for each in value for line in item_lines(each))]
    return [f"{name}:", *(f"{_INDENT}{line}" for line in mapping_lines(_item(value)))]


def item_lines(value: Writable) -> list[str]:
    """The lines of one item in a list below its key."""
    if is_inline(value):
        return [f"- {inline(value)}"]
    first, *rest = mapping_lines(_item(value))
    return [f"- {first}", *(f"{_INDENT}{line}" for line in rest)]


def record_items(record: Record) -> list[tuple[str, Writable]]:
    """A record's keys and values as they stand in a file, without those that say what goes without saying."""
    fields = fields_by_key(type(record))
    by_key = {key: getattr(record, name) for key, name in zip(fields, type(record).model_fields, strict=True)}
    names = list(by_key)
    if isinstance(record, Part):
        names.sort(key=lambda key: (key not in _FIRST, key == _LAST))
    return [(key, by_key[key]) for key in names if by_key[key] != fields[key].default]


def is_inline(value: Writable) -> bool:
    """Whether a value stands on the line of its key."""
    if isinstance(value, (Record, Mapping)):
        return isinstance(value, Mapping) and not value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(is_inline(each) and not _is_list(each) for each in value)
    return True


def inline(value: Writable) -> str:
    """A value that stands on the line of its key."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(inline(each) for each in value)}]"
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, Enum):
        return checked(str(value.value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, date):
        return quoted(value.isoformat())
    return value if value == _NOT_FOUND else quoted(str(value))


def quoted(text: str) -> str:
    """Text in double quotes, readable as it is: only what must be is escaped."""
    return json.dumps(checked(text), ensure_ascii=False).translate(_LINE_ENDS)


def checked(text: str) -> str:
    """The text itself. Raises `NotWritable` where it holds what no file may hold."""
    bad = FORBIDDEN.search(text) or re.search("[\ud800-\udfff]", text)
    if bad:
        raise NotWritable(f"texten innehåller ett styrtecken (U+{ord(bad.group()):04X}); ta bort det")
    return text


def _is_list(value: Writable) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _item(value: Writable) -> Item:
    assert isinstance(value, (Record, Mapping))
    return value


def _number(value: float) -> str:
    exact = Decimal(str(value))
    text = format(exact, "f") if exact.is_finite() else str(value)
    text = re.sub(r"\.?0+$", "", text) if "." in text else text
    text = "0" if text == "-0" else text
    if not _NUMBER.fullmatch(text):
        raise NotWritable(f"talet {value} har fler siffror än vad som går att skriva")
    return text


def _comment_block(comments: Iterable[str]) -> str:
    lines = [line for comment in comments for line in re.split("[\n\x85\u2028\u2029]", checked(comment))]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
