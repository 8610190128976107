"""Determine from a file's path what it holds, and what of that is governed."""

from __future__ import annotations

from functools import cache

from strategi.content.layout import (
    SITE_FILE,
    TABLE_SUFFIX,
    WORDS_FILE,
    is_left_alone,
    list_files,
    optional_files,
    record_folders,
    whole_files,
)
from strategi.model.governance import AdoptionLedger
from strategi.model.governed import INDICATOR_FACTS, PRINCIPLES_ID, TEXT, TITLE, VISION_ID
from strategi.model.indicator import Indicator
from strategi.model.parts import Principles, RoadmapSection, StrategyInfo, Subgoal, Vision
from strategi.model.record import Record

_DEFINITION_SUFFIX = ".yml"
_PART = (TITLE, TEXT)
# A section's place among the others is part of what is decided.
_GOVERNED: dict[type[Record], tuple[str, ...]] = {
    Vision: _PART,
    Principles: _PART,
    Subgoal: ("id", *_PART),
    RoadmapSection: ("id", "order", *_PART),
    Indicator: ("id", "role", *INDICATOR_FACTS),
}
_ONLY_IDS: dict[type[Record], str] = {Vision: VISION_ID, Principles: PRINCIPLES_ID}
_NUMBERED = (Subgoal, Indicator)


@cache
def record_kind(path: str) -> type[Record] | None:
    """The kind of the one record that a file holds; None for lists, tables and what we do not read."""
    if path in _lists() or is_left_alone(path):
        return None
    folder = _folders().get(path.rpartition("/")[0])
    in_folder = folder.record if folder and path.endswith(folder.suffix) else None
    return _wholes().get(path) or optional_files().get(path, in_folder)


# There are thousands of paths to tell apart, and the layout is the same for all of them.
_lists, _folders, _wholes = cache(list_files), cache(record_folders), cache(whole_files)


@cache
def is_list(path: str) -> bool:
    """Whether a file holds many records of a kind, each with an id."""
    return path in _lists() or record_kind(path) is AdoptionLedger


@cache
def is_content(path: str) -> bool:
    """Whether a file holds something of the strategy.

    Not so what is said to those who work in the folder, of the site, or of what the county calls things.
    """
    return not is_left_alone(path) and path not in (SITE_FILE, WORDS_FILE)


@cache
def is_table(path: str) -> bool:
    """Whether a file holds the figures of an indicator."""
    return path.endswith(TABLE_SUFFIX) and path.startswith("indicators/") and path.count("/") == 1


def definition_of(table: str) -> str:
    """The file that says which indicator a table belongs to."""
    return table.removesuffix(TABLE_SUFFIX) + _DEFINITION_SUFFIX


@cache
def governed_names(path: str) -> tuple[str, ...]:
    """The keys of a file that may not change without a decision."""
    kind = record_kind(path)
    return _GOVERNED.get(kind, ()) if kind else ()


@cache
def is_text(path: str) -> bool:
    """Whether the governed text cannot be read without the file."""
    return bool(governed_names(path)) or record_kind(path) is StrategyInfo


def id_by_name(path: str) -> str:
    """The id of the record in a file, told by its name: `d1-nara.md` holds D1; "" for a list."""
    kind = record_kind(path)
    if kind is None:
        return ""
    stem = path.rpartition("/")[2].partition(".")[0]
    return _ONLY_IDS.get(kind) or (stem.partition("-")[0].upper() if kind in _NUMBERED else stem)


def id_key(path: str) -> str:
    """The key that the id stands under; "" where there is none."""
    kind = record_kind(path)
    if kind is None or kind in _ONLY_IDS:
        return ""
    return "revision" if kind is AdoptionLedger else "id"
