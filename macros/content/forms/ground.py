"""On what is a change built: the files as they stand, and what they say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.content.collection import Entry
from macros.content.decoding import read_text
from macros.content.document import Document
from macros.content.reading import Reading
from macros.content.tree import Tree
from macros.model.record import Record
from macros.model.strategy import Strategy


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


def unused_id(words: str, taken: Iterable[str]) -> str:
    """An id of small letters, digits and hyphens that nothing has yet."""
    letters = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode("ascii")
    stem = "-".join(re.findall("[a-z0-9]+", letters))[:60].strip("-") or "kalla"
    return next(each for each in _numbered(stem) if each not in set(taken))


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
