"""The texts whose digests are published: a small strategy, and the same written in other ways or changed.

Each case in tests/engine/cases/digest/ says what it does to the files in tests/engine/cases/digest/grund/.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from strategi.content.reader import read_strategy
from strategi.model.digest import canonical, digest
from strategi.model.strategy import Strategy

from tests.building import ENGINE
from tests.engine.content.trees import MemoryTree, county_files

CASES = Path(__file__).parents[1] / "cases" / "digest"
PUBLISHED = ENGINE / "checksum" / "vektorer.json"
BASE = "grund"
INFO = "strategy/strategy.yml"  # without it there is no strategy, but nothing in it is governed
READ_ON = date(2026, 1, 15)


class Vector(NamedTuple):
    """A strategy's governed files, and whether they say the same as those of the base."""

    name: str
    is_same: bool
    files: Mapping[str, str]

    def published(self) -> dict[str, Any]:
        """The vector as others get it."""
        strategy = strategy_of(self.files)
        return {
            "name": self.name,
            "digest": digest(strategy),
            "canonical": canonical(strategy),
            "files": dict(self.files),
        }


def vectors() -> Iterator[Vector]:
    """The base, and then every case."""
    base = {
        path.relative_to(CASES / BASE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((CASES / BASE).rglob("*.*"))
    }
    yield Vector(BASE, True, base)
    for path in sorted(CASES.glob("*.yml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield Vector(path.stem, case["is_same"], _changed(base, case))


def strategy_of(files: Mapping[str, str]) -> Strategy:
    """Read the files as we read any strategy; they must be without fault."""
    tree = MemoryTree({INFO: county_files()[INFO]} | {path: text.encode() for path, text in files.items()})
    reading = read_strategy(tree, today=READ_ON)
    assert reading.findings == ()
    assert reading.strategy is not None
    return reading.strategy


def _changed(base: Mapping[str, str], case: Mapping[str, Any]) -> Mapping[str, str]:
    files = dict(base)
    for path, edits in case.get("change", {}).items():
        for edit in edits:
            assert edit["old"] in files[path], f"{edit['old']!r} is not in {path}"
            files[path] = files[path].replace(edit["old"], edit["new"], 1)
    files |= case.get("write", {})
    for old, new in case.get("rename", {}).items():
        files[new] = files.pop(old)
    everywhere = _everywhere().get(case.get("every_file", ""), str)
    return {path: everywhere(text) for path, text in sorted(files.items())}


def _everywhere() -> Mapping[str, Callable[[str], str]]:
    return {
        "nfd": lambda text: unicodedata.normalize("NFD", text),
        "crlf": lambda text: text.replace("\n", "\r\n"),
    }
