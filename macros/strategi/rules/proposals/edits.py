"""Find the facts of a record that were rewritten, apart from those only filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from strategi.content.document import Keys
from strategi.diff.values import keyed
from strategi.model.evidence import Evidence
from strategi.model.record import Record


class Edit(NamedTuple):
    """A fact of a record that was known and is now said otherwise; "" where it is no longer said."""

    keys: Keys
    before: str
    after: str

    @property
    def name(self) -> str:
        """The key, and for a record in a list what it belongs to: `informed.0.body`."""
        return ".".join(map(str, self.keys))


def rewritten(old: Record, new: Record, keys: Keys = ()) -> Iterator[Edit]:
    """What is said otherwise. To fill in what was not known, and to add to a list, is not to rewrite."""
    for field, declared in type(old).model_fields.items():
        before, after = getattr(old, field), getattr(new, field)
        way = (*keys, declared.alias or field)
        if before == after or _is_unsaid(before) or _is_better_known(before, after):
            continue
        if isinstance(before, tuple) and before and isinstance(before[0], Record):
            yield from _in_list(way, before, after)
        elif isinstance(before, tuple):
            if set(before) - set(after):
                yield Edit(way, ", ".join(map(_plain, before)), ", ".join(map(_plain, after)))
        else:
            yield Edit(way, _plain(before), _plain(after))


def _in_list(way: Keys, before: Sequence[Record], after: Sequence[Record]) -> Iterator[Edit]:
    olds, news = keyed(before), keyed(after)
    places = {key: place for place, key in enumerate(news)}
    for key, old in olds.items():
        if key not in news:
            yield Edit(way, key, "")
        else:
            yield from rewritten(old, news[key], (*way, places[key]))


def _is_unsaid(value: Any) -> bool:
    return value is None or value is Evidence.NOT_FOUND or value == ()


def _is_better_known(before: Any, after: Any) -> bool:
    return (before, after) == (Evidence.INFERRED, Evidence.DOCUMENTED)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value if isinstance(value, Enum) else "" if value is None else value)
