"""Test that `strategi diff` reports what differs between two versions, and nothing that it cannot know."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser
from strategi.cli import main

from tests.engine.cli.county_history import (
    BODIES,
    FIRST,
    SECOND,
    SUBGOAL,
    TABLE,
    VISION,
    changed,
    later_files,
    repository,
    run,
)
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, git, new_repository


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return repository(tmp_path / "län")


def write(root: Path, path: str, before: str, after: str) -> None:
    (root / path).write_bytes(changed(later_files(), path, before, after)[path])


def test_two_revisions_as_text(county: Path, golden: Callable[[str, str], None]) -> None:
    result = run(county, "diff", FIRST, SECOND)
    assert result.exit_code == 1
    golden("cli/diff.txt", result.output)


def test_two_commits_with_records_and_figures(county: Path, golden: Callable[[str, str], None]) -> None:
    result = run(county, "diff", "HEAD~1", "HEAD")
    assert result.exit_code == 1
    golden("cli/diff-records.txt", result.output)


def test_the_same_text_is_told_by_the_exit_code(county: Path) -> None:
    result = run(county, "diff", SECOND, "working")
    assert result.exit_code == 0
    assert "Ingenting skiljer dem åt." in result.output
    assert "En revidering är en text" in result.output


def test_working_is_the_files_as_they_stand(county: Path) -> None:
    write(county, SUBGOAL, "intill hemmet", "hemma")
    result = run(county, "diff", SECOND, "working")
    assert result.exit_code == 1
    assert "Från revideringen 6 maj 2024 till filerna som de står." in result.output
    assert "Vården finns [-intill hemmet-] {+hemma+}." in result.output
    assert "Omfattning: ändr. delmål 1." in result.output


def test_a_revision_goes_before_a_name_in_git(county: Path) -> None:
    git(county, "branch", FIRST, "HEAD")
    assert run(county, "diff", FIRST, SECOND).exit_code == 1
    assert run(county, "diff", f"heads/{FIRST}", "HEAD").exit_code == 0


def test_figures_written_otherwise_are_the_same(county: Path) -> None:
    write(county, TABLE, "2023,81.5,", "2023,81.50,")
    result = run(county, "diff", "HEAD", "working")
    assert result.exit_code == 1
    assert "värdena är desamma, men filen är skriven på ett annat sätt" in " ".join(result.output.split())


def test_rows_are_no_wider_than_the_terminal(county: Path) -> None:
    write(county, SUBGOAL, "intill hemmet", "hemma hos var och en " * 20 + "i länet")
    for form in (FIRST, "HEAD"):
        lines = run(county, "diff", form, "working").output.splitlines()
        assert max(map(len, lines)) <= 80
        assert not [line for line in lines if line != line.rstrip()]


def test_colour_is_for_terminals_that_want_it(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run(county, "diff", FIRST, SECOND).output
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = run(county, "diff", FIRST, SECOND).output
    assert "\x1b[4;32m{+intill+}" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[4m{+intill+}" in run(county, "diff", FIRST, SECOND).output


def test_content_cannot_steer_the_terminal(county: Path) -> None:
    write(county, BODIES, "Sju ledamöter", "Sju \\u202eledamöter")  # writes from right to left
    output = run(county, "diff", "HEAD", "working").output
    assert "\u202e" not in output
    assert "ledamöter" in output


def test_json_holds_every_change(county: Path, golden: Callable[[str, str], None]) -> None:
    result = run(county, "diff", FIRST, SECOND, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.output)
    assert found["format"] == "levande-strategi-comparison-1"
    assert (found["old"]["kind"], found["new"]["name"]) == ("revision", SECOND)
    assert {part["change"] for part in found["parts"]} == {"added", "changed"}
    golden("cli/diff.json", result.output)


def test_the_runs_in_json_give_both_texts(county: Path) -> None:
    found = json.loads(run(county, "diff", FIRST, SECOND, "--format", "json").output)
    part = next(part for part in found["parts"] if part["redline"])
    for side, dropped in (("old", ("inserted", "moved-here")), ("new", ("deleted", "moved-away"))):
        runs = [run for block in part["redline"] for cell in block["cells"] for run in cell]
        kept = "".join(run["text"] for run in runs if run["op"] not in dropped)
        assert kept == part[side]["facts"]["text"].strip()


def test_records_and_figures_in_json(county: Path) -> None:
    found = json.loads(run(county, "diff", "HEAD~1", "HEAD", "--format", "json").output)
    assert found["parts"] == []
    assert [(each["collection"], each["id"], each["change"]) for each in found["records"]] == [
        ("bodies", "vardradet", "changed")
    ]
    (figures,) = found["figures"]
    assert figures["indicator"] == "N01"
    assert [each["change"] for each in figures["changes"]] == ["corrected"]
    assert figures["changes"][0]["before"] == {"value": 79.0, "status": "normal"}


def test_markdown_shows_what_came_bold_and_what_went_struck(
    county: Path, golden: Callable[[str, str], None]
) -> None:
    result = run(county, "diff", FIRST, SECOND, "--format", "markdown")
    golden("cli/diff.md", result.output)
    html = LexborHTMLParser(MarkdownIt("commonmark").enable("strikethrough").render(result.output))
    assert "intill" in [each.text() for each in html.css("strong")]
    assert "nära" in [each.text() for each in html.css("s")]


def test_html_is_a_whole_document_that_fetches_nothing(county: Path) -> None:
    output = run(county, "diff", FIRST, SECOND, "--format", "html").output
    page = LexborHTMLParser(output)
    assert output.startswith("<!DOCTYPE html>")
    assert page.css_first("html").attributes["lang"] == "sv"
    assert not page.css("link, script, img, [src], [href^='http']")
    assert "intill" in [each.text(deep=False) for each in page.css("ins")]
    assert page.css_first("h1").text() == "Från revideringen 1 december 2022 till revideringen 6 maj 2024"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["finns-inte", "HEAD"], "ingen version ”finns-inte” finns i historiken"),
        (["2021-01-01", "HEAD"], f"Välj en revidering ({FIRST}, {SECOND}), ett namn i git eller working."),
    ],
)
def test_a_version_that_is_not_there_gives_2(county: Path, words: list[str], said: str) -> None:
    result = run(county, "diff", *words)
    assert result.exit_code == 2
    assert said in result.output


def test_a_revision_whose_text_is_lost_gives_2(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "län")
    commit(root, changed(later_files(), VISION, "Vård där du är", "Något annat"))
    result = run(root, "diff", SECOND, "working")
    assert result.exit_code == 2
    assert "texten till revideringen 6 maj 2024 finns inte här" in result.output


def test_without_git_only_the_files_can_be_read(tmp_path: Path) -> None:
    for path, data in later_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert run(tmp_path, "diff", SECOND, "working").exit_code == 0
    result = run(tmp_path, "diff", "HEAD", "working")
    assert result.exit_code == 2
    assert "git-historik" in result.output


def test_a_text_with_faults_is_not_compared(county: Path) -> None:
    write(county, SUBGOAL, 'id: "D1"', 'id: "D1"\nokänd: "nyckel"')
    result = run(county, "diff", "HEAD", "working")
    assert result.exit_code == 2
    assert "strategins text i filerna går inte att läsa felfritt; kör strategi check" in result.output


def test_faults_beside_the_text_leave_only_the_text_to_compare(county: Path) -> None:
    write(county, BODIES, "kind: political", "kind: okänt")
    result = run(county, "diff", "HEAD", "working")
    assert result.exit_code == 0
    assert "Allt runt texten går inte att läsa felfritt" in result.output


def test_a_past_version_with_faults_names_the_way_to_see_them(county: Path) -> None:
    (county / VISION).write_bytes(b"inget")
    commit(county, {})
    commit(county, {VISION: county_files()[VISION]})
    result = run(county, "diff", "HEAD~1", "HEAD")
    assert result.exit_code == 2
    assert "kör strategi check --rev HEAD~1" in result.output


def test_what_is_missing_is_said_in_swedish() -> None:
    result = CliRunner().invoke(main, ["diff", "HEAD"])
    assert result.exit_code == 2
    assert "Kommandot är inte helt: NYARE saknas." in result.output
    assert "Skriv: main diff ÄLDRE NYARE [VAL]" in CliRunner().invoke(main, ["diff", "--help"]).output
