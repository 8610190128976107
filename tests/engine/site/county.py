"""Write the county that the tests of sites build: the files in tests/engine/county/, with a history."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.engine.history.repositories import commit, git, new_repository

COUNTY = Path(__file__).parents[1] / "county"
TODAY = "2026-11-21"
FIRST, SECOND, FIGURES, PAGES = "2023-10-05", "2024-02-14", "2026-03-02", "2026-05-04"
Step = tuple[str, dict[str, bytes], str]
_CONTENT = ("strategy", "indicators")
_LEDGER = f"strategy/adoptions/{SECOND}.yml"  # kept when the first principal had decided
_NOT_IN_THE_FIRST = (
    *("strategy/roadmap/vagen-dit.md", "strategy/roadmap/handlingsplan.md"),
    *(f"strategy/revisions/{SECOND}.yml", _LEDGER),
)
_SECTION = "strategy/roadmap/{}.md"
# What stood in the first revision, in place of what the second says.
_SAID_FIRST: Mapping[str, tuple[tuple[str, str], ...]] = {
    _SECTION.format("lokal-samverkan"): (("\n\nDe lokala planerna samlas också in för hela länet.", ""),),
    _SECTION.format("uppfoljning"): (
        ("med nyckeltal och", "till exempel med nyckeltal, och"),
        ("\n\nUppföljningen ger underlag till den gemensamma handlingsplanen.", ""),
    ),
    _SECTION.format("samordning"): (("fyra gånger", "två gånger"),),
    _SECTION.format("revidering"): (
        (", om inte samrådet beslutar något annat", ""),
        ("\n\nChefsgruppen kan besluta om ändringar som inte är principiella.", ""),
        (" Samrådet ska informeras om dem.", ""),
    ),
}


def county_without_history(target: Path) -> Path:
    """Write the files as they stand today, without a history."""
    shutil.copytree(COUNTY, target, dirs_exist_ok=True)
    return target


def county_with_history(target: Path) -> Path:
    """Write the files with a history: two revisions, newer figures and the pages, one commit each."""
    return write_history(target, history())


def write_history(target: Path, steps: Iterable[Step]) -> Path:
    """Write a history, one commit for each step."""
    new_repository(target)
    for day, written, message in steps:
        commit(target, written, message, on=day)
    return target


def history() -> tuple[Step, ...]:
    """Every step: its day, all files as they then stood, and what is said of it."""
    files = _files()
    content = {path: data for path, data in files.items() if path.startswith(_CONTENT)}
    first = {path: _first(path, data) for path, data in content.items() if path not in _NOT_IN_THE_FIRST}
    second = {path: _before(path, data, SECOND) for path, data in content.items() if path != _LEDGER}
    return (
        (FIRST, first, f"Revidering {FIRST}"),
        (SECOND, second, f"Revidering {SECOND}"),
        (FIGURES, content, "Nya värden"),
        (PAGES, files, "Sidor"),
    )


def clone_county(source: Path, target: Path) -> Path:
    """Copy a county with its history, and nothing that is built in it."""
    git(target.parent, "clone", "--quiet", str(source), str(target))
    return target


def _files() -> dict[str, bytes]:
    return {
        path.relative_to(COUNTY).as_posix(): path.read_bytes()
        for path in sorted(COUNTY.rglob("*"))
        if path.is_file()
    }


def _first(path: str, data: bytes) -> bytes:
    text = _before(path, data, FIRST).decode()
    for now, then in _SAID_FIRST.get(path, ()):
        assert now in text, f"{now!r} is not in {path}"
        text = text.replace(now, then)
    return text.encode()


def _before(path: str, data: bytes, day: str) -> bytes:
    """Leave out of a table the figures of periods that had not come on the day."""
    if not path.endswith(".csv"):
        return data
    head, *rows = data.decode().splitlines(keepends=True)
    return "".join([head, *(row for row in rows if row.split(",")[3] < day[:7])]).encode()
