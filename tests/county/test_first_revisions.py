"""Anyone can prove the first revisions: a program that shares nothing with ours, on commits of content."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml

from tests.building import COMMAND, ENGINE, REPOSITORY

PROGRAM = ENGINE / "checksum" / "kontrollsumma.py"
SUBJECTS = {
    "2022-01-28": "Revidering 2022-01-28:",
    "2022-04-27": "Revidering 2022-04-27: versionen",
}
each_of_the_first = pytest.mark.parametrize("day", SUBJECTS)


@pytest.fixture(scope="module", autouse=True)
def _whole_history() -> None:
    """Without it nothing can be proved; where changes are judged, that is a fault."""
    if git("rev-parse", "--is-shallow-repository").decode().strip() == "false":
        return
    if os.environ.get("CI"):
        pytest.fail("the whole history is needed: fetch it all")
    pytest.skip("the whole history is not here: a shallow clone, or no git repository")


@each_of_the_first
def test_a_program_that_shares_nothing_with_ours_finds_the_recorded_digest(day: str, tmp_path: Path) -> None:
    archive = git("archive", first_commit(day), "strategy", "indicators")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(tmp_path, filter="data")
    command = [sys.executable, "-I", str(PROGRAM), str(tmp_path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    record = yaml.safe_load((REPOSITORY / f"strategy/revisions/{day}.yml").read_text("utf-8"))
    assert printed == record["digest"]


@each_of_the_first
def test_its_commit_holds_content_alone(day: str) -> None:
    options = ("--root", "-r", "--no-commit-id", "--name-only")
    changed = git("diff-tree", *options, first_commit(day)).decode().splitlines()
    assert changed
    assert [path for path in changed if not path.startswith(("strategy/", "indicators/"))] == []


@each_of_the_first
def test_nothing_was_wrong_with_it_on_its_day(day: str) -> None:
    words = ("--rev", first_commit(day), "--today", day, "--format", "json", "--root", str(REPOSITORY))
    done = subprocess.run([str(COMMAND), "check", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def first_commit(day: str) -> str:
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
