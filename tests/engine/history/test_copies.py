"""Test the revision log of copies of the history that are whole, cut short, or no history at all."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from strategi.content.tree import WorkingTree
from strategi.history.chronicle import head, read_log
from strategi.model.log import RevisionLog

from tests.engine.history.county import (
    DEFINITION,
    FILES,
    REVISION,
    TABLE,
    TODAY,
    VISION,
    digest_of,
    edited,
    log_of,
    new_county,
    recorded,
    strategy_of,
    vision,
)
from tests.engine.history.repositories import commit, git, new_repository

INCOMPLETE = "historiken är ofullständig i denna kopia: "


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A history of four days: the text of the first revision, its record, another text, and a figure."""
    root = new_county(tmp_path / "arkiv")
    commit(root, recorded([digest_of({})]), on="2023-02-01")
    commit(root, vision("Nya ord"), on="2023-03-01")
    commit(root, edited(TABLE, ("79.0", "78.0")), on="2023-04-01")
    return root


def test_every_whole_copy_gives_the_same_log(county: Path, tmp_path: Path) -> None:
    expected = log_of(county)
    assert (expected.problem, len(expected.steps), len(expected.corrections)) == ("", 4, 1)
    git(county, "worktree", "add", "--quiet", "--detach", str(tmp_path / "arbetsträd"))
    git(tmp_path, "clone", "--quiet", str(county), "klon å ä ö")
    git(tmp_path, "clone", "--quiet", "--bare", str(county), "arkiv.git")
    whole = new_repository(tmp_path / "helhet")
    git(whole, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(county), "län")
    places = [tmp_path / "arbetsträd", tmp_path / "klon å ä ö", whole / "län"]
    assert [log_of(each) for each in places] == [expected] * 3
    assert head(tmp_path / "arbetsträd") == head(tmp_path / "arkiv.git") == head(county)
    strategy = strategy_of(WorkingTree(county))
    assert read_log(tmp_path / "arkiv.git", strategy, today=TODAY) == expected


@pytest.mark.parametrize("folder", ["län", "län/nära vård [1]*", ":(top)län"])
def test_a_project_in_a_folder_of_the_repository(tmp_path: Path, folder: str) -> None:
    root = new_repository(tmp_path)
    others = {"strategy/vision.md": b"annan", "län/nära vård 1/strategy/vision.md": b"annan"}
    commit(root, {f"{folder}/{path}": data for path, data in FILES.items()} | others)
    commit(root, {f"{folder}/{VISION}": vision("Nya ord")[VISION]}, on="2023-02-01")
    first, second = log_of(root / folder).steps
    assert len(first.changes) == len(FILES)
    assert [(each.path, each.facts) for each in second.changes] == [(VISION, ("text",))]
    assert head(root / folder) == git(root, "rev-parse", "HEAD")


def test_a_shallow_clone_has_no_steps_but_the_texts_that_are_there(county: Path, tmp_path: Path) -> None:
    for depth, is_there in ((1, False), (3, True)):
        clone = tmp_path / str(depth)
        git(tmp_path, "clone", "--quiet", "--depth", str(depth), county.as_uri(), str(clone))
        log = log_of(clone)
        assert log.problem.startswith(f"{INCOMPLETE}äldre versioner är inte hämtade hit")
        assert (log.steps, log.corrections) == ((), ())
        assert (log.text(REVISION) is not None) is is_there


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_clone_without_the_old_files_has_no_steps_and_fetches_nothing(
    county: Path, tmp_path: Path, left_out: str
) -> None:
    git(county, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "--quiet", f"--filter={left_out}", county.as_uri(), str(clone))
    before = objects(clone)
    log = log_of(clone)
    assert log.problem.startswith(f"{INCOMPLETE}filerna i äldre versioner är inte hämtade hit")
    assert (log.steps, log.corrections, log.text(REVISION)) == ((), (), None)
    assert objects(clone) == before


def test_a_clone_that_could_leave_files_out_but_did_not_is_whole(county: Path, tmp_path: Path) -> None:
    git(county, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:limit=1m", county.as_uri(), "klon")
    assert log_of(tmp_path / "klon") == log_of(county)


def objects(root: Path) -> str:
    """What git has here."""
    return git(root, "count-objects", "-v")


def test_a_lost_file_takes_the_steps_but_not_the_texts(county: Path) -> None:
    lose(county, f"HEAD:{TABLE}")
    log = log_of(county)
    assert log.problem == f"{INCOMPLETE}innehållet i äldre filer finns inte här"
    assert (log.steps, log.corrections) == ((), ())
    assert log.text(REVISION) is not None


def test_a_lost_text_is_not_found(county: Path) -> None:
    lose(county, f"HEAD~3:{VISION}")
    log = log_of(county)
    assert log.problem == f"{INCOMPLETE}innehållet i äldre filer finns inte här"
    assert log.text(REVISION) is None


@pytest.mark.parametrize("what", ["HEAD~2", "HEAD~2^{tree}"])
def test_a_lost_commit_is_said_with_gits_words(county: Path, what: str) -> None:
    lose(county, what)
    log = log_of(county)
    assert log.problem.startswith(f"{INCOMPLETE}git kunde inte läsa historiken: fatal: ")
    assert log.steps == ()


@pytest.mark.parametrize("name", [f"HEAD:{VISION}", "HEAD~1"])
def test_a_broken_object_gives_no_steps(county: Path, name: str) -> None:
    broken = git(county, "rev-parse", name)
    path = county / ".git" / "objects" / broken[:2] / broken[2:]
    path.chmod(stat.S_IWUSR | stat.S_IRUSR)
    path.write_bytes(b"trasig")
    log = log_of(county)
    assert log.problem.startswith(INCOMPLETE)
    assert log.steps == ()


def lose(root: Path, name: str) -> None:
    """Take an object away from a repository."""
    lost = git(root, "rev-parse", name)
    (root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()


def written(folder: Path) -> Path:
    """The county with a recorded revision, in a folder with no history of its own."""
    for path, data in (FILES | recorded([digest_of({})])).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def without_history(log: RevisionLog) -> bool:
    """Whether only the text in the files is known."""
    return (log.steps, log.corrections) == ((), ()) and log.text(REVISION) is not None


def test_a_folder_without_git_knows_the_text_that_stands_in_it(tmp_path: Path) -> None:
    log = log_of(written(tmp_path))
    assert log.problem == f"{INCOMPLETE}det finns ingen git-historik i den här mappen"
    assert without_history(log)
    assert head(tmp_path) == ""


def test_a_folder_without_git_has_no_other_text(tmp_path: Path) -> None:
    root = written(tmp_path)
    (root / VISION).write_bytes(vision("Nya ord")[VISION])
    assert log_of(root).text(REVISION) is None


def test_a_folder_in_the_repository_of_something_else(tmp_path: Path) -> None:
    commit(new_repository(tmp_path), {"annat.txt": b"x"})
    log = log_of(written(tmp_path / "uppackad"))
    assert log.problem == f"{INCOMPLETE}ingen version i historiken har strategins filer"
    assert without_history(log)


def test_a_repository_without_commits(tmp_path: Path) -> None:
    log = log_of(written(new_repository(tmp_path)))
    assert log.problem == f"{INCOMPLETE}ingen version är sparad i historiken än"
    assert without_history(log)
    assert head(tmp_path) == ""


def test_a_head_that_leads_nowhere(county: Path) -> None:
    (county / ".git" / "HEAD").write_text("0" * 39 + "1\n")
    assert log_of(county).problem.startswith(f"{INCOMPLETE}git kunde inte läsa historiken: fatal: ")


@pytest.mark.skipif(os.name != "posix", reason="PATH with nothing in it")
@pytest.mark.parametrize("is_imported", [False, True])
def test_a_machine_without_git(county: Path, is_imported: bool) -> None:
    said = subprocess.run(
        [sys.executable, "-c", WITHOUT_GIT, str(county), "git" if is_imported else "os"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.splitlines() == [f"{INCOMPLETE}programmet git finns inte på den här datorn", "()"]


WITHOUT_GIT = """
import importlib, os, sys
from pathlib import Path
importlib.import_module(sys.argv[2])
os.environ["PATH"] = ""
from tests.engine.history.county import log_of
log = log_of(Path(sys.argv[1]))
print(log.problem, log.steps, sep="\\n")
"""


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_however_many_files_git_is_started_twice(county: Path, tmp_path: Path) -> None:
    for number in range(20):
        commit(county, {f"indicators/n{number}-x.yml": b'id: "x"', f"docs/n{number}.md": b"x"})
    real, bin_folder = shutil.which("git"), tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "git").write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/calls"\nexec "{real}" "$@"\n')
    (bin_folder / "git").chmod(0o755)
    subprocess.run(
        [sys.executable, "-c", COUNTED, str(county)],
        env=os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"},
        check=True,
    )
    assert sorted((tmp_path / "calls").read_text().split()) == ["cat-file", "log"]


COUNTED = """
import sys
from pathlib import Path
from tests.engine.history.county import REVISION, log_of
from strategi.content.tree import WorkingTree
from strategi.history.chronicle import head, read_log
root = Path(sys.argv[1])
assert head(root)
log = log_of(root)
assert log.steps and log.text(REVISION), log
"""


def test_what_is_not_committed_yet_is_no_step(county: Path) -> None:
    expected = log_of(county)
    (county / DEFINITION).write_bytes(edited(DEFINITION, ("higher", "lower"))[DEFINITION])
    (county / "strategy" / "roadmap" / "inledning.md").unlink()
    assert log_of(county).steps == expected.steps


def test_a_detached_head_is_read_up_to_where_it_stands(county: Path) -> None:
    git(county, "checkout", "--quiet", "HEAD~1")
    assert [str(each.taken_on) for each in log_of(county).steps] == ["2023-01-02", "2023-02-01", "2023-03-01"]
    assert head(county) == git(county, "rev-parse", "HEAD")
