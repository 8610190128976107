"""Does `strategi log` tell what was decided, and what was changed between the decisions?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.cli.county_history import FIRST, SECOND, later_files, repository, run


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
