"""Does the history hold the two revisions of 2022, as commits of content alone that can be read?"""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

from macros.content.reader import read_strategy
from macros.history.trees import tree_at
from macros.rules import check_strategy
from tests.building import REPOSITORY

REVISIONS = {
    "Revidering 2022-01-28:": date(2022, 1, 28),
    "Revidering 2022-04-27: versionen": date(2022, 4, 27),
}


@pytest.fixture(params=REVISIONS, ids=lambda prefix: REVISIONS[prefix].isoformat())
def commit(request: pytest.FixtureRequest) -> tuple[str, date]:
    """The hash and the day of the oldest commit whose subject begins so."""
    if _git("rev-parse", "--is-shallow-repository").strip() != "false":
        pytest.skip("the full history is not here: a shallow clone, or no git repository")
    subjects = [line.partition(" ")[::2] for line in _git("log", "--reverse", "--format=%H %s").splitlines()]
    return next(name for name, subject in subjects if subject.startswith(request.param)), REVISIONS[
        request.param
    ]


def test_its_commit_holds_content_alone(commit: tuple[str, date]) -> None:
    changed = _git("diff-tree", "--root", "-r", "--no-commit-id", "--name-only", commit[0]).splitlines()
    assert changed
    assert [path for path in changed if not path.startswith(("strategy/", "indicators/"))] == []


def test_it_is_read_without_findings(commit: tuple[str, date]) -> None:
    name, day = commit
    reading = read_strategy(tree_at(REPOSITORY, name), today=day)
    assert check_strategy(reading, today=day) == ()
    assert reading.strategy is not None
    assert len(reading.strategy.subgoals) == 5
    assert len(reading.strategy.indicators) == 20


def _git(*command: str) -> str:
    return subprocess.run(
        ["git", "-C", str(REPOSITORY), *command],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
