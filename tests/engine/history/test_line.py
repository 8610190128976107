"""Test which commits are on the line and on which days, whatever settings a user has in git."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from strategi.history.blobs import Blobs
from strategi.history.line import Line, days, line_of, read_commits
from strategi.history.repository import open_repository, prefix_of

from tests.engine.history.county import DEFINITION, FIRST, TODAY, VISION, edited, log_of, new_county, vision
from tests.engine.history.repositories import SETTINGS, commit, git, new_repository

# Every one of these changes what `git log --raw` prints, unless it is told otherwise.
SETTINGS_OF_A_USER = {
    "color.ui": "always",
    "core.abbrev": "4",
    "core.quotePath": "true",
    "diff.external": "false",
    "diff.ignoreSubmodules": "all",
    "diff.noprefix": "true",
    "diff.orderFile": "finns-inte",
    "diff.relative": "true",
    "diff.renames": "copies",
    "format.notes": "*",
    "format.pretty": "fuller",
    "log.abbrevCommit": "true",
    "log.date": "human",
    "log.decorate": "full",
    "log.diffMerges": "off",
    "log.follow": "true",
    "log.mailmap": "true",
    "log.showRoot": "false",
    "log.showSignature": "true",
}


def line(root: Path) -> Line:
    """The line of a repository."""
    repository = open_repository(root)
    return line_of(list(read_commits(repository, prefix_of(repository, root))), today=TODAY)


def test_a_merge_is_one_commit_on_the_line_and_what_it_merged_is_beside_it(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    git(root, "checkout", "--quiet", "-b", "förslag")
    proposed = commit(root, vision("Förslag"))
    git(root, "checkout", "--quiet", "main")
    meanwhile = commit(root, edited(DEFINITION, ("higher", "lower")))
    git(root, "merge", "--quiet", "--no-ff", "förslag")
    found = line(root)
    assert [each.id for each in found.commits[1:]] == [meanwhile, git(root, "rev-parse", "HEAD")]
    assert [each.path for each in found.commits[-1].changes] == [VISION]
    assert [each.id for each in found.others] == [proposed]


def test_what_is_beside_the_line_comes_after_what_it_rests_on(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    git(root, "checkout", "--quiet", "-b", "förslag")
    shared = commit(root, vision("Ett"), on="2023-05-01")
    first = commit(root, vision("Två"), on="2023-06-01")
    git(root, "checkout", "--quiet", "-b", "efter", shared)
    second = commit(root, vision("Tre"), on="2023-03-01")  # by a clock that went back
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--strategy=ours", "förslag", "efter", on="2023-07-01")
    others = [each.id for each in line(root).others]
    assert sorted(others) == sorted([shared, first, second])
    assert others[0] == shared


def test_a_merge_of_three_branches_says_what_it_brought(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    for name in ("ett", "två", "tre"):
        git(root, "checkout", "--quiet", "-b", name, "main")
        commit(root, {f"strategy/{name}.txt": b"nytt"})
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "ett", "två", "tre")
    changes = line(root).commits[-1].changes
    assert [each.path for each in changes] == ["strategy/ett.txt", "strategy/tre.txt", "strategy/två.txt"]


def test_what_lies_outside_the_content_is_not_told(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, {"docs/index.md": b"# Hej", "strategy.txt": b"x", "indicators-gamla/x.yml": b"x"})
    assert line(root).commits[-1].changes == ()


def test_names_of_files_are_told_as_they_are(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    odd = ["strategy/delmål och mål/å ä ö.md", 'strategy/"citat"\ttabb.md', "strategy/rad\nbyte.md"]
    odd += ["strategy/:100644 x.md"]
    commit(root, dict.fromkeys(odd, b"x"))
    assert sorted(each.path for each in line(root).commits[-1].changes) == sorted(odd)


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_not_utf8_is_told_as_it_is(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    path = "strategy/" + os.fsdecode(b"m\xe5l.md")
    commit(root, {path: b"x"})
    assert [each.path for each in line(root).commits[-1].changes] == [path]


def test_a_renamed_file_is_told_under_both_names(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    git(root, "mv", VISION, "strategy/malbild.md")
    commit(root, {})
    assert [each.path for each in line(root).commits[-1].changes] == ["strategy/malbild.md", VISION]


def test_no_setting_of_a_user_changes_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = new_county(tmp_path / "arkiv")
    git(root, "checkout", "--quiet", "-b", "förslag")
    git(root, "mv", DEFINITION, "indicators/n01-annat.yml")
    git(
        root,
        "update-index",
        "--add",
        "--cacheinfo",
        f"160000,{git(root, 'rev-parse', 'HEAD')},strategy/modul",
    )
    git(root, "commit", "--quiet", "--message", "Förslag", on="2023-02-01")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--signoff", "förslag", on="2023-02-02")
    git(root, "notes", "add", "--message", "Anteckning")
    for name in SETTINGS:
        monkeypatch.setenv(name, os.devnull)
    expected = log_of(root)
    settings = tmp_path / "settings"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    for name in ("GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS"):
        monkeypatch.setenv(name, "1")
    for name, value in SETTINGS_OF_A_USER.items():
        git(tmp_path, "config", "--file", str(settings), name, value)
    assert expected.steps[1:]
    assert log_of(root) == expected


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_signature_that_a_user_wants_to_see_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = new_county(tmp_path / "arkiv")
    head, _, message = git(root, "cat-file", "commit", "HEAD").partition("\n\n")
    sign = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----"
    (tmp_path / "commit").write_text(f"{head}\n{sign}\n\n{message}\n")
    signed = git(root, "hash-object", "-t", "commit", "-w", str(tmp_path / "commit"))
    git(root, "reset", "--quiet", signed)
    (tmp_path / "gpg").write_text("#!/bin/sh\necho 'Good signature' >&2\n")
    (tmp_path / "gpg").chmod(0o755)
    git(tmp_path, "config", "--file", "settings", "log.showSignature", "true")
    git(tmp_path, "config", "--file", "settings", "gpg.program", str(tmp_path / "gpg"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    assert [each.id for each in line(root).commits] == [signed]


def test_replaced_and_grafted_commits_are_read_as_they_were_made(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    second = commit(root, vision("Två"), on="2023-02-01")
    third = commit(root, vision("Tre"), on="2023-03-01")
    expected = log_of(root)
    first = git(root, "rev-parse", "HEAD~2")
    git(root, "replace", second, first)
    (root / ".git" / "info" / "grafts").write_text(f"{third}\n")
    assert log_of(root) == expected
    assert len(expected.steps) == 3


def test_who_made_a_commit_is_not_kept(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Två"), "Öberg skrev detta", on="2023-02-01")
    assert "berg" not in repr(line(root)) + repr(log_of(root).steps)


def test_the_day_is_swedens(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Två"), on="2023-06-30T22:30:00+00:00")
    commit(root, vision("Tre"), on="2023-12-31T23:30:00-11:00")
    assert line(root).days[1:] == (date(2023, 7, 1), date(2024, 1, 1))


DAY = 24 * 3600
NOON = 1_672_657_445  # on the first day


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param([0, 1, 1, 3], [0, 1, 1, 3], id="in order"),
        pytest.param([0, 5, 2, 6], [0, 5, 5, 6], id="one that went back"),
        pytest.param([0, -9000, 2], [0, 0, 2], id="one from the clock's first years"),
        pytest.param([0, 40_000, 2], [0, 0, 2], id="one from the future"),
        pytest.param([40_000, 1, 2], [1, 1, 2], id="the first one from the future"),
        pytest.param([0, 10**15, 2], [0, 0, 2], id="one outside the calendar"),
    ],
)
def test_days_never_go_back_nor_past_today(moments: list[int], expected: list[int]) -> None:
    told = days([NOON + each * DAY for each in moments], today=TODAY)
    assert [(each - FIRST).days for each in told] == expected


def test_where_every_clock_was_wrong_the_day_is_today() -> None:
    assert list(days([NOON + 40_000 * DAY], today=TODAY)) == [TODAY]


def test_more_files_than_fit_in_a_pipe(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    files = {f"strategy/fil-{number}.txt": str(number).encode() * 9999 for number in range(500)}
    commit(root, files)
    changes = line(root).commits[0].changes
    ids = [each.after.id for each in changes if each.after]
    contents = dict(Blobs(open_repository(root)).read(ids))
    assert [contents[each.after.id] for each in changes if each.after] == [
        files[each.path] for each in changes
    ]
