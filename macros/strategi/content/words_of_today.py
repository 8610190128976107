"""Read keys and words that have been replaced as those that are written today, wherever they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from strategi.content.document import Document, Former, Keys, Plain
from strategi.content.replacements import (
    Holder,
    holder_of,
    key_of_today,
    kind_under,
    replaced_in,
    word_of_today,
)

V = TypeVar("V")


def in_words_of_today(document: Document) -> Document:
    """The document with today's keys and words. Its text and its places are those of the file."""
    holder = holder_of(document.path)
    if holder is None or not replaced_in(document.path):
        return document
    reader = _Reader()
    data = reader.value(holder, document.data, ())
    if not reader.found:
        return document
    return replace(
        document,
        data=data,
        values=_placed(document.values, reader.found),
        keys=_placed(document.keys, reader.found),
        former=tuple(reader.found),
    )


class _Reader:
    """Follows the model down into the data, and notes what it reads in other words."""

    def __init__(self) -> None:
        self.found: list[Former] = []

    def value(self, holder: Holder, value: Plain, way: Keys) -> Plain:
        """A record, or a list of records."""
        if isinstance(value, list):
            return [self.value(holder, item, (*way, number)) for number, item in enumerate(value)]
        return self._record(holder, value, way) if isinstance(value, dict) else value

    def _record(self, holder: Holder, held: Mapping[str, Plain], way: Keys) -> Plain:
        record: dict[str, Plain] = {}
        for key, value in held.items():
            name = self._key(holder, key, way, taken=held.keys() | record.keys())
            kind = kind_under(holder, name)
            inner = (*way, name)
            record[name] = self.value(kind, value, inner) if kind else self._words(holder, name, value, inner)
        return record

    def _key(self, holder: Holder, key: str, way: Keys, *, taken: Collection[str]) -> str:
        name = key_of_today(holder, key)
        # Where both stand, the old one is a key too many: neither value is dropped without a word.
        if name == key or name in taken:
            return key
        self.found.append(Former(keys=(*way, name), old=key, new=name, is_key=True))
        return name

    def _words(self, holder: Holder, key: str, value: Plain, way: Keys) -> Plain:
        if isinstance(value, list):
            return [
                self._words(holder, key, item, (*way, number)) if isinstance(item, str) else item
                for number, item in enumerate(value)
            ]
        if not isinstance(value, str):
            return value
        word = word_of_today(holder, key, value)
        if word != value:
            self.found.append(Former(keys=way, old=value, new=word, is_key=False))
        return word


def _placed(places: Mapping[Keys, V], found: Iterable[Former]) -> Mapping[Keys, V]:
    """The places by the ways of today."""
    names = {(*each.keys[:-1], each.old): each.new for each in found if each.is_key}
    return {_way(keys, names): place for keys, place in places.items()} if names else places


def _way(keys: Keys, names: Mapping[Keys, str]) -> Keys:
    way: Keys = ()
    for step in keys:
        way = (*way, names.get((*way, step), step))
    return way
