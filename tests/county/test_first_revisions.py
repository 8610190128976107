"""Anyone can prove the first revisions: a script that shares nothing with us, on commits of content alone."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path

import pytest
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.history.trees import tree_at
from strategi.model.evidence import Evidence
from strategi.model.strategy import Strategy
from strategi.rules import check_strategy

from tests.building import ENGINE, REPOSITORY

TODAY = date(2026, 11, 22)
SCRIPT = ENGINE / "checksum" / "kontrollsumma.py"
FIRST = (date(2022, 1, 28), date(2022, 4, 27))
SUBJECTS = {
    date(2022, 1, 28): "Revidering 2022-01-28:",
    date(2022, 4, 27): "Revidering 2022-04-27: versionen",
}
each_of_the_first = pytest.mark.parametrize("day", FIRST, ids=str)


@pytest.fixture(scope="module", autouse=True)
def _whole_history() -> None:
    """Without it nothing can be proved; where changes are judged, that is a fault."""
    if git("rev-parse", "--is-shallow-repository").decode().strip() == "false":
        return
    if os.environ.get("CI"):
        pytest.fail("the whole history is needed: fetch it all")
    pytest.skip("the whole history is not here: a shallow clone, or no git repository")


@pytest.fixture(scope="module")
def strategy() -> Strategy:
    found = read_strategy(WorkingTree(REPOSITORY), today=TODAY).strategy
    assert found is not None
    return found


def test_the_first_revisions_are_recorded_with_a_digest(strategy: Strategy) -> None:
    recorded = {each.id for each in strategy.revisions if each.digest is not Evidence.NOT_FOUND}
    assert recorded >= set(FIRST)


@each_of_the_first
def test_a_script_that_shares_nothing_with_us_finds_the_same_digest(
    strategy: Strategy, day: date, tmp_path: Path
) -> None:
    archive = git("archive", first_commit(day), "strategy", "indicators")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(tmp_path, filter="data")
    command = [sys.executable, "-I", str(SCRIPT), str(tmp_path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert printed == next(each.digest for each in strategy.revisions if each.id == day)


@each_of_the_first
def test_its_commit_holds_content_alone(day: date) -> None:
    options = ("--root", "-r", "--no-commit-id", "--name-only")
    changed = git("diff-tree", *options, first_commit(day)).decode().splitlines()
    assert changed
    assert [path for path in changed if not path.startswith(("strategy/", "indicators/"))] == []


@each_of_the_first
def test_it_is_read_without_findings(day: date) -> None:
    reading = read_strategy(tree_at(REPOSITORY, first_commit(day)), today=day)
    assert check_strategy(reading, today=day) == ()
    assert reading.strategy is not None
    assert len(reading.strategy.subgoals) == 5
    assert len(reading.strategy.indicators) == 20


def first_commit(day: date) -> str:
    """The oldest commit whose subject says that it is the revision's."""
    log = git("log", "--reverse", "--format=%H %s").decode().splitlines()
    return next(
        name
        for name, _, subject in (line.partition(" ") for line in log)
        if subject.startswith(SUBJECTS[day])
    )


def git(*command: str) -> bytes:
    """What git says of this repository; nothing, where there is none."""
    called = ["git", "-C", str(REPOSITORY), *command]
    return subprocess.run(called, capture_output=True, check=False).stdout
