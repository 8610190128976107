"""Look up and replace values in plain data by their keys."""

from __future__ import annotations

from typing import Any

from strategi.content.document import Keys, Plain
from strategi.content.writing import NotWritable, Writable, entry_lines
from strategi.content.yaml_reader import read_yaml


def plain_at(data: Plain, keys: Keys) -> Plain | None:
    """What stands at `keys`, as it is read; None when nothing does."""
    held: Any = data
    for key in keys:
        is_inside = isinstance(held, dict) and key in held
        is_in_list = isinstance(held, list) and isinstance(key, int) and 0 <= key < len(held)
        if not (is_inside or is_in_list):
            return None
        held = held[key]
    found: Plain = held
    return found


def mapping_at(data: Plain, keys: Keys) -> dict[str, Plain]:
    """The keys and values at `keys`. Raises `NotWritable` where there are none."""
    held = plain_at(data, keys)
    if not isinstance(held, dict):
        raise NotWritable("här står inga nycklar som kan ändras")
    return held


def plain_of(value: Writable) -> Plain:
    """What a value is read back as. Raises `NotWritable`."""
    document = read_yaml("\n".join(entry_lines("value", value)) + "\n", "", [])
    assert document is not None
    return mapping_at(document.data, ())["value"]


def replaced(data: Plain, keys: Keys, value: Plain | None) -> Plain:
    """The data with another value at `keys`; without the key when the value is None."""
    if not keys:
        return {} if value is None else value
    step, rest = keys[0], keys[1:]
    if isinstance(data, list) and isinstance(step, int):
        return [replaced(each, rest, value) if at == step else each for at, each in enumerate(data)]
    held = dict(mapping_at(data, ()))
    if not rest and value is None:
        held.pop(str(step), None)
    else:
        held[str(step)] = replaced(held.get(str(step), {}), rest, value)
    return held
