"""Test that `strategi log` reports what was decided, and what was changed between the decisions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.cli.county_history import FIRST, SECOND, changed, later_files, repository, run
from tests.engine.history.repositories import commit, git

YEAR = SECOND[:4]


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return repository(tmp_path / "län")


def test_the_log_as_text(county: Path, golden: Callable[[str, str], None]) -> None:
    result = run(county, "log")
    assert result.exit_code == 0
    golden("cli/log.txt", result.output)


def test_the_revisions_come_newest_first_with_scope(county: Path) -> None:
    found = json.loads(run(county, "log", "--format", "json").output)
    revisions = [each for each in found["entries"] if each["kind"] == "revision"]
    assert [each["id"] for each in revisions] == [SECOND, FIRST]
    assert [each["scope"] for each in revisions] == [
        "ändr. delmål 1, nyckeltal N01; nytt avsnitt Ansvar",
        None,
    ]
    assert [each["predecessor"] for each in revisions] == [FIRST, None]
    assert found["problem"] is None


def test_smaller_changes_are_told(county: Path) -> None:
    found = json.loads(run(county, "log", "--format", "json").output)
    sentences = [line for each in found["entries"] if each["kind"] == "changes" for line in each["sentences"]]
    assert "Nyckeltal N01. Trygghet i hemmet: 1 rättat värde" in sentences


def test_without_history_the_decisions_stand_alone(tmp_path: Path) -> None:
    for path, data in later_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    result = run(tmp_path, "log")
    assert result.exit_code == 0
    assert "historiken är ofullständig i denna kopia" in result.output
    found = json.loads(run(tmp_path, "log", "--format", "json").output)
    assert {each["kind"] for each in found["entries"]} == {"revision"}
    assert found["problem"]


def test_files_that_make_no_strategy_give_2(county: Path) -> None:
    (county / "strategy" / "strategy.yml").unlink()
    result = run(county, "log")
    assert result.exit_code == 2
    assert "strategin i filerna går inte att läsa; kör strategi check" in result.output


@pytest.fixture
def dated_by_year(tmp_path: Path) -> Path:
    """The county, whose second revision is known by its year alone."""
    files = {
        path.replace(SECOND, YEAR): text.replace(SECOND.encode(), YEAR.encode())
        for path, text in later_files().items()
    }
    record = f"strategy/revisions/{YEAR}.yml"
    files = changed(files, record, f'decided_on: "{YEAR}"', "decided_on: not-found")
    files = changed(files, record, 'effective_from: "2023-01-01"', "effective_from: not-found")
    root = repository(tmp_path / "län")
    git(root, "rm", "-q", f"strategy/revisions/{SECOND}.yml")
    commit(root, changed(files, record, 'decided_by: "vardradet"', "decided_by: not-found"))
    return root


def test_what_is_not_known_of_a_decision_is_null(dated_by_year: Path) -> None:
    found = json.loads(run(dated_by_year, "log", "--format", "json").output)
    newest = next(each for each in found["entries"] if each["kind"] == "revision")
    assert (newest["id"], newest["predecessor"], newest["has_text"]) == (YEAR, FIRST, True)
    assert (newest["date"], newest["decided_by"], newest["decision"]) == (None, None, "recommended")
    told = run(dated_by_year, "log").output
    assert f"{YEAR}  Den reviderade versionen\n  Rekommenderad (av vem är inte känt)." in told
    assert f"Revideringen {SECOND}" not in told


@pytest.mark.parametrize(
    ("words", "said", "ends_with"),
    [
        (("show", YEAR), "Revideringen 2024. Kontrollsumma: v1:", 0),
        (("diff", FIRST, YEAR), "Från revideringen 1 december 2022 till revideringen 2024.", 1),
        (("digest", YEAR), "Stämmer med revideringen 2024.", 0),
        (("check", "--history"), "", 0),
    ],
)
def test_a_revision_is_found_by_its_year(
    dated_by_year: Path, words: tuple[str, ...], said: str, ends_with: int
) -> None:
    result = run(dated_by_year, *words)
    assert result.exit_code == ends_with, result.output
    assert said in result.output
