"""Read a test case: the files that it holds, and the day on which it is judged."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.engine.content.trees import MemoryTree, county_files

CASES = Path(__file__).parents[1] / "cases" / "content"
TODAY = date(2026, 1, 15)


def read_case(path: Path) -> dict[str, Any]:
    """The case as data."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def case_tree(case: dict[str, Any]) -> MemoryTree:
    """The invented county with the case's changes."""
    files = county_files()
    for path, edits in case.get("change", {}).items():
        text = files[path].decode()
        for edit in edits:
            assert edit["old"] in text, f"{edit['old']!r} is not in {path}"
            text = text.replace(edit["old"], edit["new"], 1)
        files[path] = text.encode(case.get("encoding", "utf-8"))
    files |= {
        path: text.encode(case.get("encoding", "utf-8")) for path, text in case.get("write", {}).items()
    }
    for path in case.get("remove", ()):
        del files[path]
    unreadable = frozenset(case.get("unreadable", ()))
    return MemoryTree({path: data for path, data in files.items() if path not in unreadable}, unreadable)
