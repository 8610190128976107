"""Define which file or folder holds which records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from strategi.model.authority import Classification, Mandate
from strategi.model.governance import (
    AdoptionLedger,
    Body,
    Event,
    LocalPlan,
    Postponement,
    Principal,
    Revision,
)
from strategi.model.indicator import Area, DataSource, Indicator, SeriesSource
from strategi.model.parts import (
    FocusShift,
    Principles,
    Reference,
    RoadmapSection,
    StrategyInfo,
    Subgoal,
    Vision,
)
from strategi.model.record import Record
from strategi.model.site_facts import SiteFacts
from strategi.model.words import Term

WORDS_FILE = "strategy/words.yml"
SITE_FILE = "strategy/site.yml"
FOLDERS = ("strategy", "indicators")
TABLE_SUFFIX = ".csv"
SCHEMA_FOLDER = "docs/schema"
_REVISION_FILES = "2022-04-27.yml, 2022-04.yml eller 2022.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A YAML file with lists of records under its keys. Keys in `optional` may be absent."""

    lists: Mapping[str, type[Record]]
    optional: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFolder:
    """A folder with one record per file; `shape` is what the file names look like.

    `schema` is the name of the JSON Schema that describes each of them.
    """

    record: type[Record]
    suffix: str
    shape: str
    schema: str
    beside: frozenset[str] = field(default_factory=frozenset)
    """Suffixes of other files that belong there."""
    folders: frozenset[str] = field(default_factory=frozenset)
    """Folders below that hold something else."""


# Without it nothing can be said of a strategy.
INFO_FILE = "strategy/strategy.yml"


def whole_files() -> Mapping[str, type[Record]]:
    """Files that hold one record. All but the first may be absent: a strategy has no such part then."""
    return {
        INFO_FILE: StrategyInfo,
        "strategy/vision.md": Vision,
        "strategy/principles.md": Principles,
    }


def optional_files() -> Mapping[str, type[Record]]:
    """Files that hold one record; each may be absent."""
    return {SITE_FILE: SiteFacts}


def list_files() -> Mapping[str, ListFile]:
    """Files that hold lists of records; each may be absent."""
    return {
        WORDS_FILE: ListFile(lists={"words": Term}),
        "strategy/principals.yml": ListFile(
            lists={"principals": Principal, "areas": Area}, optional=frozenset({"areas"})
        ),
        "strategy/bodies.yml": ListFile(lists={"bodies": Body}),
        "strategy/references.yml": ListFile(lists={"references": Reference}),
        "strategy/focus-shifts.yml": ListFile(lists={"focus_shifts": FocusShift}),
        "strategy/postponements.yml": ListFile(lists={"postponements": Postponement}),
        "strategy/governance.yml": ListFile(lists={"mandates": Mandate, "classes": Classification}),
        "strategy/events.yml": ListFile(lists={"events": Event}),
        "indicators/sources.yml": ListFile(lists={"references": DataSource, "series": SeriesSource}),
    }


def record_folders() -> Mapping[str, RecordFolder]:
    """Folders with one record per file; each may be absent."""
    return {
        "strategy/subgoals": RecordFolder(
            schema="subgoal", record=Subgoal, suffix=".md", shape="d1-kort-namn.md"
        ),
        "strategy/roadmap": RecordFolder(
            schema="roadmap-section", record=RoadmapSection, suffix=".md", shape="kort-namn.md"
        ),
        "strategy/revisions": RecordFolder(
            schema="revision",
            record=Revision,
            suffix=".yml",
            shape=_REVISION_FILES,
        ),
        "strategy/adoptions": RecordFolder(
            schema="adoptions",
            record=AdoptionLedger,
            suffix=".yml",
            shape=_REVISION_FILES,
        ),
        "strategy/plans": RecordFolder(
            schema="plan", record=LocalPlan, suffix=".yml", shape="{principal.definite_genitive}-id.yml"
        ),
        "indicators": RecordFolder(
            schema="indicator",
            record=Indicator,
            suffix=".yml",
            shape="n05-kort-namn.yml",
            beside=frozenset({TABLE_SUFFIX}),
            folders=frozenset({"geo"}),
        ),
    }


def schema_name(path: str) -> str:
    """The name of the JSON Schema that describes a file; "" for a file that has none."""
    if path in list_files() or path in whole_files() or path in optional_files():
        return PurePosixPath(path).stem
    layout = record_folders().get(path.rpartition("/")[0])
    return layout.schema if layout and path.endswith(layout.suffix) else ""


def schema_line(path: str) -> str:
    """What the first line of a YAML file says, so that editors know what may stand in it."""
    up = "../" * path.count("/")
    return f"yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{schema_name(path)}.json"


def is_left_alone(path: str) -> bool:
    """Whether a file may lie anywhere: hidden files and read-me files."""
    name = path.rsplit("/", 1)[-1]
    return name.startswith(".") or bool(re.fullmatch("(?i)readme(\\.md|\\.txt)?", name))
