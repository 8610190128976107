"""Write a county of any size: the pages of tests/engine/county/, with content of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.engine.counties.files import SUBGOAL_SLUG, county_files, indicator_name
from tests.engine.site.county import county_without_history


def write_county(target: Path, indicators: int) -> Path:
    """Write it with so many indicators, and five subgoals."""
    county_without_history(target)
    sections = [
        path.stem for path in (target / "docs/strategin/fardplan").glob("*.md") if path.stem != "index"
    ]
    for folder in ("strategy", "indicators"):
        shutil.rmtree(target / folder)
    _place(target, county_files(indicators, sorted(sections)))
    _wrap(target / "docs", indicators)
    return target


def _wrap(docs: Path, indicators: int) -> None:
    """Give every indicator its page, as an editor writes it, and let the start page name some that exist."""
    for page in (docs / "nyckeltal").glob("n*.md"):
        page.unlink()
    _place(docs, {f"nyckeltal/n{number:02}.md": _wrapper(number) for number in range(1, indicators + 1)})
    _change(docs / "index.md", r'headlines\("[^)]*\)', 'headlines("N01", "N02", "N03", "N05")')
    (docs / "strategin/delmal/d6.md").unlink()
    _change(docs.with_name("mkdocs.yml"), r" +- strategin/delmal/d6\.md\n", "")
    for page in (docs / "strategin/delmal").glob("d*.md"):
        _change(page, r"(subgoals/d[0-9]+)-[a-z0-9-]+", rf"\1-{SUBGOAL_SLUG}")


def _change(path: Path, pattern: str, replacement: str) -> None:
    path.write_text(re.sub(pattern, replacement, path.read_text("utf-8")), "utf-8")


def _wrapper(number: int) -> str:
    id = f"N{number:02}"
    front = f'---\ndescription: "{indicator_name(number)}: definition, värden och källor."\n---\n\n'
    return f'{front}# {{{{ name("{id}") }}}}\n\n{{{{ indicator("{id}") }}}}\n'


def _place(target: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
