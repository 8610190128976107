"""Words that have been replaced are a warning in the files as they stand, and none in what stood before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from strategi.content.replacements import Replacement
from strategi.model.governance import Revision

from tests.engine.cli.county_history import (
    FIRST,
    SECOND,
    SUBGOAL,
    first_text,
    later_files,
    repository,
    run,
    second_text,
)
from tests.engine.content.former_words import GOVERNANCE, in_former_words, more_replacements
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, git, new_repository

RECORD = f"strategy/revisions/{SECOND}.yml"
TODAYS = {path: later_files()[path] for path in in_former_words(later_files())}
# The second revision of the county is in force before it was decided, whatever the words.
IN_EITHER = "dates-contradict"
TOLD = (
    *(
        ("log",),
        ("log", "--format", "json"),
        ("digest",),
        ("show", FIRST),
        ("show", SECOND, "--format", "json"),
    ),
    *(("diff", FIRST, SECOND), ("diff", FIRST, SECOND, "--format", "json"), ("check", "--rev", "main~1")),
)


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A county whose whole history is in former words, and a branch for a proposal."""
    root = new_repository(tmp_path / "län")
    for files in (first_text(), second_text(), later_files()):
        commit(root, {**files, **in_former_words(files)})
    git(root, "switch", "--quiet", "--create", "forslag")
    return root


def reviewed(root: Path) -> dict[str, list[str]]:
    """By where the review tells of them, the files with former words; and its verdict."""
    found = json.loads(run(root, "review", "--base", "main", "--format", "json").output)
    told = {
        name: sorted({fault["path"] for fault in found[name] if fault["rule_id"] == "STR144"})
        for name in ("findings", "standing_findings")
    }
    return {**told, "ruling": [found["ruling"]]}


def told_of_words(root: Path) -> list[dict[str, str | int]]:
    """What `strategi check` tells of former words in the files as they stand."""
    found = json.loads(run(root, "check", "--format", "json").output)
    return [fault for fault in found if fault["id"] == "STR144"]


def test_a_former_word_is_told_with_place_value_and_the_word_of_today(tmp_path: Path) -> None:
    files, record = county_files(), f"strategy/revisions/{FIRST}.yml"
    root = new_repository(tmp_path)
    commit(root, {**files, record: in_former_words(files)[record]})
    result = run(root, "check")
    assert (result.exit_code, result.output) == (
        0,
        f"{record}:3:8: STR144 under ”class” står ett äldre ord: ”principled” heter nu ”essential” "
        "[word-replaced]\n"
        "  värde: principled\n"
        "  gör så: Skriv essential i stället. Det betyder detsamma, "
        "och bytet syns inte i revideringsloggen.\n"
        "1 varning\n",
    )


def test_every_former_word_is_told_in_one_run(county: Path) -> None:
    found = told_of_words(county)
    written = {path: in_former_words(later_files())[path].decode().split("\n") for path in TODAYS}
    places = [
        (path, number, line.index("class: ") + 8)
        for path, lines in sorted(written.items())
        for number, line in enumerate(lines, 1)
        if "principled" in line
    ]
    assert len(places) > len(TODAYS)
    assert [(each["path"], each["line"], each["column"]) for each in found] == places
    assert {(each["id"], each["severity"]) for each in found} == {("STR144", "warning")}
    assert {(each["value"], str(each["advice"]).split()[1]) for each in found} == {
        ("principled", "essential"),
        ("non-principled", "non-essential"),
    }


def test_a_former_key_is_told_where_it_stands(tmp_path: Path) -> None:
    root = repository(tmp_path)
    text = (root / RECORD).read_text("utf-8")
    (root / RECORD).write_text(text.replace("\nreason:", "\nground:"), "utf-8")
    with more_replacements(Replacement(holder=Revision, key="ground", new="reason")):
        (found,) = told_of_words(root)
    line = text.split("\n").index("reason: not-found") + 1
    assert (found["path"], found["line"], found["column"], found["value"]) == (RECORD, line, 1, "ground")
    assert found["message"] == "nyckeln ”ground” heter nu ”reason”"
    assert str(found["advice"]).startswith("Skriv reason i stället.")


def test_in_the_words_of_today_nothing_is_told_of_the_history(county: Path) -> None:
    before = [run(county, *words).output for words in TOLD]
    commit(county, TODAYS, "Dagens ord")
    assert [run(county, *words).output for words in TOLD] == before
    for words in (("check", "--history"), ("check", "--rev", "main"), ("check", "--rev", "main~2")):
        found = json.loads(run(county, *words, "--format", "json").output)
        assert {fault["name"] for fault in found} <= {IN_EITHER}
    assert "Ingenting skiljer dem åt." in run(county, "diff", "main", "working").output


def test_a_history_in_former_words_is_told_as_one_in_those_of_today(county: Path, tmp_path: Path) -> None:
    todays = repository(tmp_path / "dagens")
    for words in TOLD:
        assert run(county, *words).output == run(todays, *words).output, words


def test_to_write_the_words_of_today_is_no_change_to_decide_on(county: Path) -> None:
    commit(county, TODAYS)
    result = run(county, "review", "--base", "main")
    assert result.exit_code == 0
    assert "Ingenting i strategin" in result.output
    assert "STR144" not in result.output


def test_a_proposal_is_not_blamed_for_the_words_that_it_found(county: Path) -> None:
    commit(county, {"strategy/events.yml": later_files()["strategy/events.yml"] + b"# Ett ord till.\n"})
    assert reviewed(county) == {
        "findings": [],
        "standing_findings": sorted(TODAYS),
        "ruling": ["may-be-merged"],
    }


def test_a_proposal_that_brings_a_former_word_is_told_of_it(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "switch", "--quiet", "--create", "forslag")
    commit(root, {GOVERNANCE: in_former_words(later_files())[GOVERNANCE]})
    assert reviewed(root) == {
        "findings": [GOVERNANCE],
        "standing_findings": [],
        "ruling": ["may-be-merged"],
    }


def test_a_proposal_is_judged_by_rules_in_former_words(county: Path) -> None:
    text = (county / SUBGOAL).read_text("utf-8")
    commit(county, {SUBGOAL: text.replace("intill hemmet", "hemma").encode()})
    found = json.loads(run(county, "review", "--base", "main", "--format", "json").output)
    assert (found["ruling"], found["class"]) == ("rule-broken", "essential")
    assert {fault["rule_id"] for fault in found["findings"]} == {"REV501"}
