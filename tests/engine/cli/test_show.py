"""Test that `strategi show` prints the whole text of a version, as it stood."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.cli.county_history import FIRST, SECOND, SUBGOAL, changed, later_files, repository, run


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return repository(tmp_path / "län")


def test_a_revision_as_markdown(county: Path, golden: Callable[[str, str], None]) -> None:
    result = run(county, "show", FIRST)
    assert result.exit_code == 0
    golden("cli/show.md", result.output)


def test_every_version_has_its_own_text(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "hemma")[SUBGOAL])
    wordings = {FIRST: "nära hemmet", SECOND: "intill hemmet", "HEAD": "intill hemmet", "working": "hemma"}
    for version, wording in wordings.items():
        assert wording in run(county, "show", version).output


def test_json_holds_every_governed_fact(county: Path) -> None:
    found = json.loads(run(county, "show", FIRST, "--format", "json").output)
    assert [part["id"] for part in found["parts"]] == [
        *("vision", "D1", "D2", "principles", "inledning", "uppfoljning", "N01", "N02")
    ]
    subgoal = next(part for part in found["parts"] if part["id"] == "D2")
    assert subgoal["facts"] == {"title": "Nära varandra", "text": None}
    assert found["digest"].startswith("v1:sha256:")


def test_a_version_that_is_not_there_gives_2(county: Path) -> None:
    result = run(county, "show", "finns-inte")
    assert result.exit_code == 2
    assert "ingen version ”finns-inte” finns i historiken" in result.output
