"""Test that each file has the day of its last change, independent of the day of asking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.history.chronicle import read_log
from strategi.history.last_changes import trusted
from strategi.model.log import LastChange

from tests.engine.history.county import DEFINITION, TABLE, VISION, log_of, new_county, vision
from tests.engine.history.repositories import commit, git

PAGE = "docs/om.md"
days_of_commits = some.lists(some.none() | some.dates(date(2022, 1, 1), date(2022, 1, 12)), max_size=9)


def day_of(root: Path, path: str) -> date | None:
    return log_of(root).last_changes[path].changed_on


def test_each_file_has_the_day_of_its_own_last_change(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett"), on="2023-03-01")
    commit(root, {PAGE: b"# Om", "docs/bild.png": b"x"}, on="2023-04-01")
    assert day_of(root, VISION) == date(2023, 3, 1)
    assert day_of(root, PAGE) == date(2023, 4, 1)
    assert day_of(root, DEFINITION) == day_of(root, TABLE) == date(2023, 1, 2)
    assert "docs/bild.png" not in log_of(root).last_changes


def test_a_file_that_is_gone_has_the_day_on_which_it_went(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    (root / TABLE).unlink()
    commit(root, {}, on="2023-04-01")
    assert log_of(root).last_changes[TABLE] == LastChange(date(2023, 4, 1), "")


def test_what_is_merged_has_the_day_on_which_it_came_in(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    git(root, "checkout", "--quiet", "-b", "förslag")
    commit(root, {PAGE: b"# Om"}, on="2023-03-01")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "förslag", on="2023-05-01")
    assert day_of(root, PAGE) == date(2023, 5, 1)


def test_a_clock_that_was_wrong_tells_no_day_and_takes_none_from_others(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett"), on="2031-01-01")
    commit(root, {PAGE: b"# Om"}, on="2023-05-01")
    assert (day_of(root, VISION), day_of(root, PAGE)) == (None, date(2023, 5, 1))
    commit(root, {TABLE: b"x"}, on="1999-01-01")
    commit(root, {DEFINITION: b"x"}, on="2023-06-01")
    found = log_of(root).last_changes
    assert [found[each].changed_on for each in (PAGE, TABLE, DEFINITION)] == [
        date(2023, 5, 1),
        None,
        date(2023, 6, 1),
    ]


@pytest.mark.parametrize("today", [date(2022, 1, 1), date(2023, 3, 1), date(2040, 1, 1)])
def test_the_day_of_asking_has_no_part_in_it(tmp_path: Path, today: date) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett"), on="2023-03-01")
    strategy = read_strategy(WorkingTree(root), today=date(2026, 1, 1)).strategy
    assert strategy
    assert read_log(root, strategy, today=today).last_changes == log_of(root).last_changes


def test_a_shallow_clone_tells_no_days(tmp_path: Path) -> None:
    root = new_county(tmp_path / "a")
    commit(root, vision("Ett"), on="2023-03-01")
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "b")
    assert log_of(tmp_path / "b").last_changes == {}


@given(days_of_commits)
def test_trusted_days_never_go_back_and_are_those_of_their_commits(days: list[date | None]) -> None:
    found = trusted(days)
    assert all(each in (None, day) for each, day in zip(found, days, strict=True))
    kept = [each for each in found if each]
    assert kept == sorted(kept)


@given(days_of_commits)
def test_as_many_days_as_can_be_are_trusted(days: list[date | None]) -> None:
    longest = [0] * len(days)
    for at, day in enumerate(days):
        if day:
            before = [longest[each] for each in range(at) if days[each] and days[each] <= day]
            longest[at] = 1 + max(before, default=0)
    assert sum(each is not None for each in trusted(days)) == max(longest, default=0)
