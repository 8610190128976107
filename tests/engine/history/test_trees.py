"""Test that a past commit gives the files as they stood, and a plain answer when it cannot."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from strategi.content.reader import read_strategy
from strategi.content.tree import UnreadableFile, WorkingTree
from strategi.history.trees import HistoryError, tree_at

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, git, new_repository

VISION = "strategy/vision.md"


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Path]:
    """A repository whose first commit is the invented county."""
    root = new_repository(tmp_path / "län å ä ö")
    commit(root, county_files(), "Första")
    yield root


def test_the_same_reader_reads_a_commit_and_the_working_tree(county: Path) -> None:
    then = read_strategy(tree_at(county, "HEAD"), today=TODAY)
    now = read_strategy(WorkingTree(county), today=TODAY)
    assert then.strategy is not None
    assert then == now


def test_a_commit_keeps_what_the_working_tree_has_changed(county: Path) -> None:
    (county / VISION).unlink()
    committed, changed = (
        read_strategy(tree, today=TODAY).strategy for tree in (tree_at(county, "HEAD"), WorkingTree(county))
    )
    assert committed and committed.vision
    assert changed and changed.vision is None


def test_paths_with_swedish_letters_and_spaces(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "arkiv")
    names = {"strategy/delmål och mål/å ä ö.md": b"A", 'strategy/"citat"\ttabb.md': b"B", "annat.md": b"C"}
    commit(root, names)
    tree = tree_at(root, "HEAD")
    assert tree.paths("strategy") == WorkingTree(root).paths("strategy")
    assert tree.read("strategy/delmål och mål/å ä ö.md") == b"A"
    assert tree.read('strategy/"citat"\ttabb.md') == b"B"


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_not_utf8_is_listed_alike(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "arkiv")
    commit(root, {"strategy/" + os.fsdecode(b"m\xe5l.md"): b"A"})
    tree = tree_at(root, "HEAD")
    assert tree.paths("strategy") == WorkingTree(root).paths("strategy")
    assert tree.read(tree.paths("strategy")[0]) == b"A"


def test_windows_line_feeds_are_given_as_they_are_and_read_alike(county: Path) -> None:
    text = (county / VISION).read_bytes().replace(b"\n", b"\r\n")
    revision = commit(county, {VISION: text})
    assert tree_at(county, revision).read(VISION) == text
    before, after = (
        read_strategy(tree_at(county, each), today=TODAY) for each in (f"{revision}~1", revision)
    )
    assert before.strategy == after.strategy
    assert after.findings == ()


def test_a_bare_repository(county: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(county), "arkiv.git")
    assert read_strategy(tree_at(tmp_path / "arkiv.git", "main"), today=TODAY).findings == ()


def test_a_second_working_tree(county: Path, tmp_path: Path) -> None:
    git(county, "worktree", "add", "--quiet", str(tmp_path / "sida"), "-b", "förslag")
    assert tree_at(tmp_path / "sida", "förslag").paths("strategy") == tree_at(county, "main").paths(
        "strategy"
    )


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "arkiv")
    commit(root, {f"län/{path}": data for path, data in county_files().items()})
    tree = tree_at(root / "län", "HEAD")
    assert VISION in tree.paths("strategy")
    assert read_strategy(tree, today=TODAY).findings == ()


@pytest.mark.parametrize("name", ["main", "v1", "HEAD~0", "första"])
def test_names_of_revisions(county: Path, name: str) -> None:
    git(county, "tag", "--annotate", "v1", "--message", "Version 1")
    git(county, "branch", "första")
    assert VISION in tree_at(county, name).paths("strategy")


@pytest.mark.parametrize("name", ["finns-inte", "", "--help", "HEAD~99", "0" * 40, "HEAD:strategy"])
def test_an_unknown_revision_is_said_in_swedish(county: Path, name: str) -> None:
    with pytest.raises(HistoryError, match="ingen version"):
        tree_at(county, name)


def test_no_repository_is_said_in_swedish(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="det finns ingen git-historik"):
        tree_at(tmp_path, "HEAD")
    with pytest.raises(HistoryError, match="det finns ingen git-historik"):
        tree_at(tmp_path / "finns inte", "HEAD")


def test_a_repository_without_commits_is_said_in_swedish(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="ingen version"):
        tree_at(new_repository(tmp_path / "tomt"), "HEAD")


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights on Windows")
def test_symbolic_links_are_listed_and_not_followed(county: Path) -> None:
    (county / "strategy" / "loop.md").symlink_to("loop.md")
    (county / "strategy" / "ut").symlink_to("/etc", target_is_directory=True)
    (county / VISION).unlink()
    (county / VISION).symlink_to("/etc/hostname")
    commit(county, {})
    for tree in (WorkingTree(county), tree_at(county, "HEAD")):
        assert {"strategy/loop.md", "strategy/ut"} <= set(tree.paths("strategy"))
        for path in ("strategy/loop.md", "strategy/ut", VISION):
            with pytest.raises(UnreadableFile, match="symbolisk länk"):
                tree.read(path)
    then, now = (read_strategy(each, today=TODAY) for each in (tree_at(county, "HEAD"), WorkingTree(county)))
    assert then == now


def test_an_object_that_is_missing_is_a_fault_of_the_file(county: Path) -> None:
    blob = git(county, "rev-parse", f"HEAD:{VISION}")
    (county / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    reading = read_strategy(tree_at(county, "HEAD"), today=TODAY)
    assert [(each.path, each.rule_id) for each in reading.findings] == [(VISION, "STR102")]


def test_a_hundred_files_take_three_processes(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(county, {f"indicators/n{number}-x.yml": b"id: x" for number in range(100, 200)})
    started: list[object] = []
    start = subprocess.Popen.__init__

    def counted(process: subprocess.Popen[bytes], *args: object, **more: object) -> None:
        started.append(args)
        start(process, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    read_strategy(tree_at(county, "HEAD"), today=TODAY)
    assert 1 <= len(started) <= 3
