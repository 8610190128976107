"""Write a county of any size: the pages of tests/engine/county/, with content of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.engine.counties.files import county_files
from tests.engine.site.county import county_without_history


def write_county(target: Path, indicators: int) -> Path:
    """Write it with so many indicators, and five subgoals."""
    county_without_history(target)
    sections = [path.stem for path in (target / "strategy/roadmap").glob("*.md")]
    for folder in ("strategy", "indicators"):
        shutil.rmtree(target / folder)
    _place(target, county_files(indicators, sorted(sections)))
    _let_the_start_page_name_others(target / "docs/index.md")
    return target


def _let_the_start_page_name_others(page: Path) -> None:
    """The start page tells of some indicators, which must exist."""
    named = re.sub(r'headlines\("[^)]*\)', 'headlines("N01", "N02", "N03", "N05")', page.read_text("utf-8"))
    page.write_text(named, "utf-8")


def _place(target: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
