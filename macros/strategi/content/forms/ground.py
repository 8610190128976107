"""On what is a change built: the files as they stand, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from strategi.content.collection import Entry
from strategi.content.decoding import read_text
from strategi.content.document import Document
from strategi.content.reading import Reading
from strategi.content.tree import Tree
from strategi.model.record import Record
from strategi.model.strategy import Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The tree, what was read from it, the strategy that it makes, and the day."""

    tree: Tree
    reading: Reading
    strategy: Strategy
    today: date

    def entry(self, kind: type[Record], key: str, wanted: str) -> Entry[Record] | None:
        """The record of the kind that has this value under the key."""
        return next(
            (each for each in self.reading.of(kind) if str(getattr(each.record, key)) == wanted), None
        )

    def document(self, path: str) -> Document:
        """A file that has been read."""
        return self.reading.documents[path]

    def text(self, path: str) -> str | None:
        """What a file holds: "" where that is no text, and None where there is no file."""
        return read_text(self.tree, path, []) or "" if path in self.reading.paths else None
