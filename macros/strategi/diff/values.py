"""Compare two records of the same class, key by key, as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from strategi.diff.facts import Difference
from strategi.model.authority import Classification, Mandate
from strategi.model.evidence import Evidence
from strategi.model.governance import (
    Adoption,
    Correction,
    Deviation,
    Event,
    Informed,
    LocalPlan,
    Postponement,
    RevisionNote,
)
from strategi.model.indicator import Area, SeriesSource
from strategi.model.record import Record
from strategi.model.site_facts import AccessibilityFault
from strategi.model.words import Term

# What tells a record from the others of its list, where it has no id of its own.
_IDENTITIES: Mapping[type[Record], tuple[str, ...]] = {
    AccessibilityFault: ("title",),
    Adoption: ("principal",),
    Area: ("code",),
    Classification: ("what", "id", "field", "change"),
    Correction: ("corrected_on", "part"),
    Deviation: ("part", "fact"),
    Event: ("date", "text"),
    Informed: ("body",),
    LocalPlan: ("principal",),
    Mandate: ("change_class",),
    Postponement: ("revision", "decided_on"),
    RevisionNote: ("title",),
    SeriesSource: ("indicator", "series"),
    Term: ("what",),
}


def differences(old: Record, new: Record, *, without: Collection[str] = ()) -> Iterator[Difference]:
    """Name each key whose values differ, as written in the file; in a nested record, `series.enkat.unit`.

    A list of records differs in its ids (added, removed, in another order) and in what common ones say.
    """
    for field, declared in type(new).model_fields.items():
        before, after = getattr(old, field), getattr(new, field)
        if field in without or before == after:
            continue
        name = declared.alias or field
        if _holds_records(before, after):
            yield from _nested(name, keyed(before), keyed(after))
        else:
            yield name, _plain(before), _plain(after)


def keyed(records: Iterable[Record]) -> dict[str, Record]:
    """Give records by what tells them apart; a repeated one gets its number in the row."""
    found: dict[str, Record] = {}
    times: Counter[str] = Counter()
    for each in records:
        key = "/".join(_plain(getattr(each, name)) or "" for name in _IDENTITIES.get(type(each), ("id",)))
        times[key] += 1
        found[f"{key} ({times[key]})" if times[key] > 1 else key] = each
    return found


def _holds_records(*values: Any) -> bool:
    return any(isinstance(each, Record) for value in values if isinstance(value, tuple) for each in value)


def _nested(name: str, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Difference]:
    if [*old] != [*new]:
        yield name, _listed(old), _listed(new)
    for key in new:
        if key in old:
            for inner, before, after in differences(old[key], new[key]):
                yield f"{name}.{key}.{inner}", before, after


def _plain(value: Any) -> str | None:
    """A value as text; None for what is not found, and for an empty list."""
    match value:
        case None | Evidence.NOT_FOUND:
            return None
        case tuple():
            return _listed(_plain(each) or "" for each in value)
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case float():
            return f"{value:.15g}"
        case _:
            return str(value)


def _listed(words: Iterable[str]) -> str | None:
    return ", ".join(words) or None
