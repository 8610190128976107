"""Test that `strategi verify` reports by words and exit code whether a document equals the revision."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.rules import check_strategy

from tests.engine.cli.county_history import FIRST, SECOND, repository, run
from tests.engine.content.cases import TODAY
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, new_repository

LEDGER = f"strategy/adoptions/{SECOND}.yml"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("verify") / "län")


@pytest.fixture
def adopted(county: Path, tmp_path: Path) -> Callable[..., Path]:
    """The text of the second revision as a file, with each old text made new."""

    def write(*changes: tuple[str, str], name: str = "antagen.md") -> Path:
        text = run(county, "show", SECOND).output
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def test_a_revision_as_it_is_shown_is_the_same(county: Path, adopted: Callable[..., Path]) -> None:
    result = run(county, "verify", str(adopted()))
    assert result.exit_code == 0
    assert "antagen.md mot revideringen 6 maj 2024." in result.output
    assert "Likalydande så långt texten är känd." in result.output


def test_a_word_that_differs_gives_1(
    county: Path, adopted: Callable[..., Path], golden: Callable[[str, str], None]
) -> None:
    file = adopted(("intill hemmet", "nära dig"), ("Vård där du är", "Vård för alla"))
    result = run(county, "verify", str(file))
    assert result.exit_code == 1
    golden("cli/verify.txt", result.output)
    markdown = run(county, "verify", str(file), "--format", "markdown")
    assert markdown.exit_code == 1
    golden("cli/verify.md", markdown.output)
    found = run(county, "verify", str(file), "--format", "json")
    assert found.exit_code == 1
    golden("cli/verify.json", found.output.removesuffix("\n"))


def test_the_revision_can_be_chosen(county: Path, adopted: Callable[..., Path]) -> None:
    result = run(county, "verify", str(adopted()), "--revision", FIRST)
    assert result.exit_code == 1
    assert "mot revideringen 1 december 2022" in result.output
    assert "[-nära-] {+intill+} hemmet" in result.output


def test_parts_can_be_chosen(county: Path, adopted: Callable[..., Path]) -> None:
    file = adopted(("intill hemmet", "nära dig"))
    assert run(county, "verify", str(file), "--part", "vision", "--part", "inledning").exit_code == 0
    assert run(county, "verify", str(file), "--part", "D1").exit_code == 1


def test_only_parts_whose_wording_is_unknown_cannot_be_judged(
    county: Path, adopted: Callable[..., Path]
) -> None:
    result = run(county, "verify", str(adopted()), "--part", "D2")
    assert result.exit_code == 2
    assert "Det går inte att avgöra" in result.output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("finns-inte.md",), "filen finns inte"),
        ((".",), "det är en mapp"),
        (("{file}", "--revision", "2020-01-01"), "ingen version"),
        (("{file}", "--part", "D11"), "menade du"),
    ],
)
def test_what_cannot_be_judged_gives_2_and_says_why(
    county: Path, adopted: Callable[..., Path], words: tuple[str, ...], why: str
) -> None:
    file = str(adopted())
    result = run(county, "verify", *(each.replace("{file}", file) for each in words))
    assert result.exit_code == 2
    assert result.output.startswith("Det gick inte: ") and why in result.output


@pytest.mark.parametrize("raw", [b"", b"\x00\x01", b"PK\x03\x04", b"# Budget\n\nI balans.\n"])
def test_a_file_that_is_no_strategy_gives_2(county: Path, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "fil.md").write_bytes(raw)
    assert run(county, "verify", str(tmp_path / "fil.md")).exit_code == 2


def test_without_any_revision_it_is_asked_for(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "län")
    files = {path: data for path, data in county_files().items() if "/revisions/" not in path}
    commit(root, {path: data for path, data in files.items() if "/adoptions/" not in path})
    (tmp_path / "fil.md").write_text("# Målbild\n\nVård där du är\n", encoding="utf-8")
    result = run(root, "verify", str(tmp_path / "fil.md"))
    assert result.exit_code == 2 and "--revision" in result.output
    assert (
        run(root, "verify", str(tmp_path / "fil.md"), "--revision", "working", "--part", "vision").exit_code
        == 0
    )


def test_the_rows_can_be_pasted_into_the_ledger(tmp_path: Path, adopted: Callable[..., Path]) -> None:
    root = repository(tmp_path / "län")
    file = adopted(
        ("Vården finns intill hemmet.", 'Vården finns "nära" dig: alltid.\n\n- och\n- # nu'),
        ("Avsnittet Inledning", "Början"),
        ("## Avsnittet Ansvar\n\nNyckeltalen följs upp varje år.\n", ""),
        ("Enheten: procent", "Enheten: andel"),
    )
    result = run(root, "verify", str(file), "--as-deviations")
    assert result.exit_code == 1
    rows = yaml.safe_load(result.output)["deviations"]
    assert [(each["part"], each.get("fact", "text")) for each in rows] == [
        ("D1", "text"),
        ("inledning", "title"),
        ("ansvar", "text"),
        ("N01", "unit"),
    ]
    assert rows[0]["wording"].split("\n")[0] == 'Vården finns "nära" dig: alltid.'
    assert rows[2] == {"part": "ansvar", "wording": "not-found", "struck": True}
    ledger = county_files()["strategy/adoptions/2022-12-01.yml"].decode().replace("2022-12-01", SECOND)
    first = "    references: []\n"
    decided = (
        ledger.replace("outcome: not-documented", "outcome: deviating", 1)
        .replace("outcome_evidence: not-found", "outcome_evidence: documented", 1)
        .replace("body: not-found", 'body: "Fullmäktige"', 1)
        .replace("decided_on: not-found", 'decided_on: "2024-09-02"', 1)
        .replace(first, f'    references: ["beslut-2022"]\n{result.output}', 1)
        .replace("2023-02-13", "2024-09-03")
    )
    (root / LEDGER).write_text(decided, encoding="utf-8")
    reading = read_strategy(WorkingTree(root), today=TODAY)
    assert [each for each in check_strategy(reading, today=TODAY) if each.path == LEDGER] == []
    assert reading.strategy
    (held,) = (each for each in reading.strategy.ledgers.values() if str(each.revision) == SECOND)
    assert [each.wording for each in held.adoptions[0].deviations][:2] == [
        rows[0]["wording"],
        rows[1]["wording"],
    ]


def test_without_deviations_no_rows_are_given(county: Path, adopted: Callable[..., Path]) -> None:
    result = run(county, "verify", str(adopted()), "--as-deviations")
    assert result.exit_code == 0
    assert all(line.startswith("#") for line in result.output.splitlines())


def test_json_tells_what_was_left_out(county: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Innehåll\nMålbild ..... 3\n\nMålbild\n\nVård där du är\n", encoding="utf-8"
    )
    found = json.loads(run(county, "verify", str(tmp_path / "a.txt"), "--format", "json").output)
    assert found["left_out"] == ["Innehåll", "Målbild ..... 3"]
    assert {each["id"]: each["verdict"] for each in found["parts"]}["vision"] == "identical"
