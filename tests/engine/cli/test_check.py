"""Test that `strategi check` prints the faults and reports them by its exit code."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from strategi.cli import main

from tests.building import COMMAND
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, new_repository

INDICATOR = "indicators/n01-trygghet.yml"
FAULT = {INDICATOR: county_files()[INDICATOR].replace(b"role: appendix", b"role: bilaga")}


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A repository with the invented county: first sound, then with a fault, then sound again."""
    root = new_repository(tmp_path / "län")
    for files in (county_files(), FAULT, county_files()):
        commit(root, files)
    return root


def check(root: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2026-01-15", *more])


def write(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).write_bytes(data)


def test_sound_content_is_clean(county: Path) -> None:
    result = check(county)
    assert (result.exit_code, result.output) == (0, "Inga fel.\n")


def test_a_fault_is_printed_with_place_value_and_remedy(county: Path) -> None:
    write(county, FAULT)
    result = check(county)
    assert result.exit_code == 1
    assert result.output == (
        "indicators/n01-trygghet.yml:3:7: STR113 "
        "”role” kan vara appendix, candidate eller context [word-unknown]\n"
        "  värde: bilaga\n"
        "  gör så: Välj ett av orden.\n"
        "1 fel\n"
    )


def test_json_is_a_list_of_objects(county: Path) -> None:
    assert json.loads(check(county, "--format", "json").output) == []
    write(county, FAULT)
    result = check(county, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output) == [
        {
            "path": INDICATOR,
            "line": 3,
            "column": 7,
            "id": "STR113",
            "name": "word-unknown",
            "severity": "error",
            "message": "”role” kan vara appendix, candidate eller context",
            "value": "bilaga",
            "advice": "Välj ett av orden.",
        }
    ]


def test_github_gets_one_workflow_command_per_fault(county: Path) -> None:
    write(county, FAULT)
    assert check(county, "--format", "github").output == (
        "::error file=indicators/n01-trygghet.yml,line=3,col=7,title=STR113 word-unknown"
        "::”role” kan vara appendix, candidate eller context%0Avärde: bilaga%0Agör så: Välj ett av orden.\n"
    )


def test_a_past_commit_is_checked_as_it_stood(county: Path) -> None:
    assert check(county, "--rev", "HEAD").exit_code == 0
    result = check(county, "--rev", "HEAD~1")
    assert result.exit_code == 1
    assert "STR113" in result.output


def test_the_day_is_an_argument(county: Path) -> None:
    assert check(county, "--today", "2022-01-01").exit_code == 1
    assert "ligger i framtiden" in check(county, "--today", "2022-01-01").output


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--rev", "finns-inte"], "ingen version ”finns-inte” finns i historiken"),
        (["--today", "2026-02-30"], "”2026-02-30” är inte ett datum"),
        (["--root", "/finns/inte"], "det finns ingen strategi i /finns/inte"),
    ],
)
def test_what_cannot_be_run_is_said_and_gives_2(county: Path, more: list[str], said: str) -> None:
    result = check(county, *more)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_past_commit_where_there_is_no_history(tmp_path: Path) -> None:
    result = check(tmp_path, "--rev", "HEAD")
    assert result.exit_code == 2
    assert "det finns ingen git-historik" in result.output


def test_the_help_is_in_swedish() -> None:
    for command in ([], ["check"]):
        result = CliRunner().invoke(main, [*command, "--help"])
        assert result.exit_code == 0
        assert "Visa den här hjälpen." in result.output
        for english in ("Show this message", "Usage", "Options", "default"):
            assert english not in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "Kommandot ”chekc” finns inte – menade du ”check”?"),
        (["check", "--rot"], "Valet --rot finns inte – menade du ”--root”?"),
        (["check", "--root"], "Valet --root är inte rätt skrivet"),
        (["check", "--format", "xml"], "Valet --format: välj text, json, github."),
        (["check", "--today", "i dag"], "Valet --today: ”i dag” är inte ett datum; skriv ÅÅÅÅ-MM-DD"),
        (["check", "allt"], "det tar inga fler ord"),
    ],
)
def test_a_mistyped_command_is_explained_in_swedish(words: list[str], said: str) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert said in result.output
    assert "Error" not in result.output


def test_the_installed_command(county: Path) -> None:
    write(county, FAULT)
    done = subprocess.run(
        [str(COMMAND), "check", "--today", "2026-01-15"],
        cwd=county,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "värde: bilaga" in done.stdout
    assert done.stderr == ""
