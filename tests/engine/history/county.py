"""The invented county with a history: what is written in it, and what its log should say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from strategi.content.reader import read_strategy
from strategi.content.tree import Tree, WorkingTree
from strategi.history.chronicle import read_log
from strategi.model.digest import digest
from strategi.model.log import RevisionLog, Step, StepChange
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy

from tests.engine.content.trees import MemoryTree, county_files
from tests.engine.history.repositories import FIRST_DAY, commit, new_repository

TODAY = date(2026, 1, 15)
FIRST = date.fromisoformat(FIRST_DAY)
VISION = "strategy/vision.md"
DEFINITION = "indicators/n01-trygghet.yml"
TABLE = "indicators/n01-trygghet.csv"
REVISION = RevisionId("2022-12-01")
RECORD = f"strategy/revisions/{REVISION}.yml"
FILES = county_files()


def new_county(folder: Path) -> Path:
    """A repository whose first commit is the county."""
    root = new_repository(folder)
    commit(root, FILES, "Första")
    return root


def edited(path: str, *edits: tuple[str, str], text: bytes | None = None) -> dict[str, bytes]:
    """A file of the county with other words."""
    written = (text or FILES[path]).decode()
    for old, new in edits:
        assert old in written, f"{old!r} is not in {path}"
        written = written.replace(old, new)
    return {path: written.encode()}


def vision(words: str) -> dict[str, bytes]:
    """The vision with other words."""
    return edited(VISION, ("Vård där du är", words))


def recorded(digests: Sequence[str], revision: RevisionId = REVISION) -> dict[str, bytes]:
    """The record of a revision, its text known by the first digest and corrected to the others."""
    first, *others = digests
    record = edited(RECORD, ("digest: not-found", f'digest: "{first}"'), (str(REVISION), str(revision)))
    text = next(iter(record.values())).decode()
    if others:
        text += "corrections:\n"
    for before, after in zip(digests, others, strict=False):
        text += '  - corrected_on: "2023-02-01"\n    part: vision\n    before: "Före"\n    after: "Efter"\n'
        text += f'    reason: "Felskrivet"\n    digest_before: "{before}"\n    digest_after: "{after}"\n'
        text += '    references: ["beslut-2022"]\n'
    return {f"strategy/revisions/{revision}.yml": text.encode()}


def digest_of(files: Mapping[str, bytes]) -> str:
    """The digest of the county with some files of its own."""
    return digest(strategy_of(MemoryTree(FILES | dict(files))))


def strategy_of(tree: Tree) -> Strategy:
    """What a tree holds."""
    strategy = read_strategy(tree, today=TODAY).strategy
    assert strategy is not None
    return strategy


def log_of(root: Path) -> RevisionLog:
    """The log of a folder, with what its files hold now; with the county where they cannot be read."""
    now = read_strategy(WorkingTree(root), today=TODAY).strategy
    return read_log(root, now or strategy_of(MemoryTree(FILES)), today=TODAY)


def later_steps(root: Path) -> tuple[Step, ...]:
    """The steps after the first commit, in a history that is complete."""
    log = log_of(root)
    assert log.problem == ""
    assert log.steps[0].taken_on == FIRST
    return log.steps[1:]


def only_change(root: Path) -> StepChange:
    """The change in a history where one file was changed after the first commit."""
    (step,) = later_steps(root)
    (change,) = step.changes
    return change
