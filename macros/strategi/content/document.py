"""Model a parsed file: its plain text and lists, and the place of each value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, Union

Keys: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("series", 0, "unit")`."""

# Scalars are never typed here: `no`, `012` and `2022-02-30` stay what the editor wrote.
Plain: TypeAlias = Union[str, list["Plain"], dict[str, "Plain"]]  # noqa: UP007 - recursive


class Place(NamedTuple):
    """Where something stands, counted from 1, and its text ("" for a list or a mapping)."""

    line: int
    column: int
    text: str


START = Place(1, 1, "")


class Former(NamedTuple):
    """A key or a word in a file that has been replaced, and what it is read as. `keys` are today's."""

    keys: Keys
    old: str
    new: str
    is_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A parsed file: its data, the places by the way to them, and the Markdown below front matter.

    Data and ways are in the words of today; `former` says which of them stand in the text in older ones.
    """

    path: str
    text: str
    data: Plain
    values: Mapping[Keys, Place]
    keys: Mapping[Keys, Place]
    body: str | None = None
    body_line: int = 1
    former: tuple[Former, ...] = ()

    def place(self, keys: Keys) -> Place:
        """Where the value stands; where it is absent, the nearest value around it."""
        while keys and keys not in self.values:
            keys = keys[:-1]
        return self.values.get(keys, START)

    def key_place(self, keys: Keys) -> Place:
        """Where the key of a value stands."""
        return self.keys.get(keys) or self.place(keys)
