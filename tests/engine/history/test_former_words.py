"""A history in words that have been replaced is read, and to write those of today is no event in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from strategi.content.reader import read_strategy
from strategi.content.replacements import Replacement
from strategi.history.past_trees import past_trees
from strategi.model.digest import digest
from strategi.model.governance import Revision
from strategi.model.parts import Subgoal

from tests.engine.content.former_words import GOVERNANCE, in_former_words, more_replacements
from tests.engine.history.county import (
    FILES,
    RECORD,
    REVISION,
    TODAY,
    digest_of,
    edited,
    later_steps,
    log_of,
    only_change,
    recorded,
    strategy_of,
    vision,
)
from tests.engine.history.repositories import FIRST_DAY, commit, git, new_repository

NEXT_DAY = "2023-02-01"
STRATEGY_ID = "nara-i-fjallhavet"
SUBGOAL = "strategy/subgoals/d1-nara-hem.md"
FORMER = in_former_words(FILES)
TODAYS = {path: FILES[path] for path in FORMER}


def county_in_former_words(folder: Path) -> Path:
    root = new_repository(folder)
    commit(root, FILES | FORMER)
    return root


@pytest.mark.parametrize("turned", [False, True], ids=["to today's words", "and back again"])
def test_other_words_for_the_same_are_no_step(tmp_path: Path, turned: bool) -> None:
    root = county_in_former_words(tmp_path)
    before = log_of(root)
    commit(root, TODAYS, on=NEXT_DAY)
    if turned:
        commit(root, FORMER, on="2023-02-02")
    after = log_of(root)
    assert (after.problem, after.steps, after.texts) == ("", before.steps, before.texts)


def test_a_file_that_is_put_in_words_of_today_keeps_the_day_of_its_last_change(tmp_path: Path) -> None:
    root = county_in_former_words(tmp_path)
    commit(root, TODAYS | edited(RECORD, ("Den rekommenderade", "En rekommenderad")), on=NEXT_DAY)
    found = log_of(root).last_changes
    assert [str(found[path].changed_on) for path in (GOVERNANCE, RECORD)] == [FIRST_DAY, NEXT_DAY]
    assert found[GOVERNANCE].blob == git(root, "rev-parse", f"HEAD:{GOVERNANCE}")


def test_what_is_changed_with_the_words_is_told_and_nothing_else(tmp_path: Path) -> None:
    root = county_in_former_words(tmp_path)
    also = edited(RECORD, ("class_evidence: inferred", "class_evidence: documented"))
    also |= edited(GOVERNANCE, ("what: vision\n    class: essential", "what: vision\n    class: data"))
    commit(root, TODAYS | also, on=NEXT_DAY)
    (step,) = later_steps(root)
    assert [(change.path, change.facts) for change in step.changes] == [
        (GOVERNANCE, ("vision",)),
        (RECORD, ("class_evidence",)),
    ]


def test_another_class_is_told_whatever_the_words(tmp_path: Path) -> None:
    root = county_in_former_words(tmp_path)
    commit(root, edited(RECORD, ("class: essential", "class: non-essential")), on=NEXT_DAY)
    assert only_change(root).facts == ("class",)


def test_a_file_that_is_only_written_in_another_way_is_told_as_before(tmp_path: Path) -> None:
    root = county_in_former_words(tmp_path)
    commit(root, {RECORD: FORMER[RECORD].replace(b"class: principled", b'class: "principled"')}, on=NEXT_DAY)
    change = only_change(root)
    assert (change.path, change.facts, change.is_governed) == (RECORD, (), False)


def test_a_text_is_found_behind_former_words(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    record = in_former_words(FILES | recorded([digest_of(vision("Nya ord"))]))
    commit(root, FILES | FORMER)
    commit(root, vision("Nya ord") | record, on=NEXT_DAY)
    commit(root, TODAYS | recorded([digest_of(vision("Nya ord"))]), on="2023-02-02")
    commit(root, vision("Senare ord"), on="2023-02-03")
    text = log_of(root).text(REVISION)
    assert text is not None and text.vision is not None
    assert text.vision.text == "Nya ord"
    assert [(str(step.taken_on), step.revision_id) for step in later_steps(root)] == [
        (NEXT_DAY, REVISION),
        ("2023-02-03", None),
    ]


def test_every_past_version_is_read_without_a_fault_and_has_the_same_digest(tmp_path: Path) -> None:
    root = county_in_former_words(tmp_path)
    commit(root, TODAYS, on=NEXT_DAY)
    readings = [
        read_strategy(past.tree, today=TODAY)
        for past in past_trees(root, strategy_id=STRATEGY_ID, today=TODAY)
    ]
    assert [reading.findings for reading in readings] == [(), ()]
    assert {digest(reading.strategy) for reading in readings if reading.strategy} == {digest_of({})}


@pytest.fixture
def replaced_keys() -> Iterator[None]:
    rows = (
        Replacement(holder=Revision, key="ground", new="reason"),
        Replacement(holder=Subgoal, key="heading", new="title"),
        Replacement(holder=GOVERNANCE, key="weights", new="classes"),
    )
    with more_replacements(*rows):
        yield


@pytest.mark.usefixtures("replaced_keys")
def test_other_keys_for_the_same_are_no_step(tmp_path: Path) -> None:
    former = {
        **edited(RECORD, ("\nreason:", "\nground:")),
        **edited(SUBGOAL, ("\ntitle:", "\nheading:")),
        **edited(GOVERNANCE, ("\nclasses:", "\nweights:")),
    }
    root = new_repository(tmp_path)
    commit(root, FILES | former)
    commit(root, {path: FILES[path] for path in former}, on=NEXT_DAY)
    assert later_steps(root) == ()
    then, now = (strategy_of(past.tree) for past in past_trees(root, strategy_id=STRATEGY_ID, today=TODAY))
    assert then == now


@pytest.mark.usefixtures("replaced_keys")
def test_a_decided_heading_under_a_former_key_is_told_when_it_changes(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, FILES | edited(SUBGOAL, ("\ntitle:", "\nheading:")))
    commit(root, edited(SUBGOAL, ("Nära hem", "Nära dig")), on=NEXT_DAY)
    change = only_change(root)
    assert (change.path, change.facts, change.is_governed) == (SUBGOAL, ("title",), True)
