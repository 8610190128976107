"""Tell what is written today instead of a key or a word that files were once written with.

Formats change, history does not. What stands in older states of the files stays readable by this one table:
a key or a word that is replaced gets a row here, and no row is ever taken away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from strategi.content.document import Keys
from strategi.content.fields import fields_by_key, nested_record
from strategi.content.layout import list_files, record_folders, whole_files
from strategi.model.authority import Classification, Mandate
from strategi.model.governance import Revision
from strategi.model.record import Record

Holder: TypeAlias = type[Record] | str
"""What a key belongs to: a kind of record, or (by its path) a file that holds lists of records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A key that was replaced; or, with `word`, a word that may stand under a key of today."""

    holder: Holder
    key: str
    word: str = ""
    new: str


_CLASSES = {"principled": "essential", "non-principled": "non-essential"}
REPLACEMENTS: tuple[Replacement, ...] = tuple(
    Replacement(holder=holder, key="class", word=word, new=new)
    for holder in (Mandate, Classification, Revision)
    for word, new in _CLASSES.items()
)


def key_of_today(holder: Holder, key: str) -> str:
    """The key that is written instead; the same one where it has not been replaced."""
    return _by_place().get((holder, key, ""), key)


def word_of_today(holder: Holder, key: str, word: str) -> str:
    """The word that is written under a key instead; the same one where it has not been replaced."""
    return _by_place().get((holder, key, word), word) if word else word


def value_of_today(kind: type[Record], keys: Keys, value: str) -> str:
    """The same for a value that is told apart from its record, by the way to it from there."""
    *before, last = (step for step in keys if isinstance(step, str))
    for step in before:
        inner = kind_under(kind, step)
        if inner is None:
            return value
        kind = inner
    return word_of_today(kind, last, value)


def former_words(holder: Holder, key: str, word: str) -> tuple[str, ...]:
    """The words that have been replaced by one of today's."""
    return tuple(
        row.word for row in REPLACEMENTS if row.word and (row.holder, row.key, row.new) == (holder, key, word)
    )


@cache
def replaced_in(path: str) -> frozenset[str]:
    """Every key and word that has been replaced in files like this one; empty for most."""
    holder = holder_of(path)
    within = _within(holder) if holder else frozenset()
    return frozenset(row.word or row.key for row in REPLACEMENTS if row.holder in within)


@cache
def holder_of(path: str) -> Holder | None:
    """What the keys at the top of a file belong to; None where nothing is known of the file."""
    if path in list_files():
        return path
    folder = record_folders().get(path.rpartition("/")[0])
    in_folder = folder.record if folder and path.endswith(folder.suffix) else None
    return whole_files().get(path, in_folder)


def kind_under(holder: Holder, key: str) -> type[Record] | None:
    """The kind of record that stands under a key, one or many; None where none does."""
    if isinstance(holder, str):
        return list_files()[holder].lists.get(key)
    field = fields_by_key(holder).get(key)
    return nested_record(field.annotation) if field else None


@cache
def _by_place() -> Mapping[tuple[Holder, str, str], str]:
    return {(row.holder, row.key, row.word): row.new for row in REPLACEMENTS}


@cache
def _within(holder: Holder) -> frozenset[Holder]:
    """A holder, and every kind of record that stands somewhere in it."""
    kinds = {kind for key in _keys(holder) if (kind := kind_under(holder, key)) and kind is not holder}
    return frozenset({holder}).union(*map(_within, kinds))


def _keys(holder: Holder) -> Iterator[str]:
    yield from list_files()[holder].lists if isinstance(holder, str) else fields_by_key(holder)
