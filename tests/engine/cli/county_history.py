"""A repository with two revisions of the invented county, and smaller changes after them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from strategi.cli import main
from strategi.content.reader import read_strategy
from strategi.model.digest import digest

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import MemoryTree, county_files
from tests.engine.history.repositories import commit, new_repository

Files = Mapping[str, bytes]

FIRST, SECOND = "2022-12-01", "2024-05-06"
SUBGOAL = "strategy/subgoals/d1-nara-hem.md"
VISION = "strategy/vision.md"
INDICATOR = "indicators/n01-trygghet.yml"
TABLE = "indicators/n01-trygghet.csv"
BODIES = "strategy/bodies.yml"
_SECTION = "strategy/roadmap/ansvar.md"


def changed(files: Files, path: str, before: str, after: str) -> dict[str, bytes]:
    """The files with one text in one of them changed."""
    assert before.encode() in files[path]
    return {**files, path: files[path].replace(before.encode(), after.encode())}


def first_text() -> dict[str, bytes]:
    """The files of the first revision, whose record tells its digest."""
    return _recorded(county_files(), FIRST)


def second_text() -> dict[str, bytes]:
    """The files of the second: a word in D1, the direction of N01, a new section."""
    files = changed(first_text(), SUBGOAL, "nära hemmet", "intill hemmet")
    files = changed(files, INDICATOR, "direction: higher", "direction: lower")
    section = files["strategy/roadmap/uppfoljning.md"]
    for before, after in (("uppfoljning", "ansvar"), ("20", "30"), ("Uppföljning", "Ansvar")):
        section = section.replace(before.encode(), after.encode())
    record = files[f"strategy/revisions/{FIRST}.yml"].replace(FIRST.encode(), SECOND.encode())
    record = b"\n".join(line for line in record.split(b"\n") if not line.startswith(b"digest:"))
    record = record.replace(b"Den rekommenderade", b"Den reviderade")
    record += f'digest: not-found\npredecessor: "{FIRST}"\n'.encode()
    files |= {_SECTION: section, f"strategy/revisions/{SECOND}.yml": record}
    return _recorded(files, SECOND)


def later_files() -> dict[str, bytes]:
    """The files as they stand: a figure put right, a body better known; the text is the second revision's."""
    files = changed(second_text(), TABLE, "2023,79.0", "2023,79.5")
    return changed(files, BODIES, "composition: not-found", 'composition: "Sju ledamöter"')


def repository(root: Path) -> Path:
    """Commit the revisions, and what came after."""
    new_repository(root)
    for files in (first_text(), second_text(), later_files()):
        commit(root, files)
    return root


def run(root: Path, *words: str) -> Result:
    """Run a command in the county."""
    return CliRunner().invoke(main, [*words, "--root", str(root), "--today", str(TODAY)])


def _recorded(files: Files, revision: str) -> dict[str, bytes]:
    """Write the text's digest in the record of a revision."""
    strategy = read_strategy(MemoryTree(files), today=TODAY).strategy
    assert strategy
    record = f"strategy/revisions/{revision}.yml"
    return changed(files, record, "digest: not-found", f'digest: "{digest(strategy)}"')
