"""Test that each rule reports its fault, and reports nothing on the county that has none."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from strategi.content.reader import read_strategy
from strategi.model.words import swedish
from strategi.rules import catalogue
from strategi.rules.former_words import WORD_REPLACED
from strategi.rules.history import history_rules
from strategi.rules.page_faults import page_rules
from strategi.rules.past_versions import past_version_rules
from strategi.rules.proposals.registry import proposal_catalogue
from strategi.rules.registry import county_rules, rules
from strategi.rules.rule import Rule
from strategi.rules.site_facts import site_rules

from tests.building import REPOSITORY
from tests.engine.content.cases import CASES, TODAY, case_tree, read_case
from tests.engine.content.trees import MemoryTree, county_files

GUIDE = "CONTRIBUTING.md, "

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)


@every_rule
def test_a_sound_county_breaks_no_rule(rule: Rule) -> None:
    reading = read_strategy(MemoryTree(county_files()), today=TODAY)
    assert list(rule.check(reading, TODAY)) == []


@every_rule
def test_a_case_breaks_the_rule(rule: Rule) -> None:
    paths = [path for path in CASES.glob("*.yml") if f" {rule.id} " in path.read_text(encoding="utf-8")]
    assert paths, f"no case breaks {rule.id}"
    reading = read_strategy(case_tree(read_case(paths[0])), today=TODAY)
    found = list(rule.check(reading, TODAY))
    assert found
    assert {each.rule_id for each in found} == {rule.id}


def test_every_rule_on_content_is_broken_by_a_case() -> None:
    printed = "\n".join(read_case(path)["findings"] for path in CASES.glob("*.yml"))
    broken = set(re.findall(r"^\S+:\d+:\d+: ([A-Z]{3}\d{3}) ", printed, re.MULTILINE))
    # Their tests have pages, a log, and a proposal.
    others = (
        *(*page_rules(), *history_rules(), *past_version_rules(), *site_rules()),
        *(*county_rules(), WORD_REPLACED, *proposal_catalogue()),
    )
    elsewhere = {each.id for each in others}
    assert {each.id for each in catalogue(swedish())} - elsewhere == broken


def test_ids_and_names_are_unique() -> None:
    described = catalogue(swedish())
    counts = Counter(each.id for each in described) + Counter(each.name for each in described)
    assert [text for text, count in counts.items() if count > 1] == []


def test_every_rule_says_what_it_is_and_what_to_do() -> None:
    for each in catalogue(swedish()):
        assert re.fullmatch(r"(STR1|ADO2|IND3|REV5|TXT6)\d\d", each.id)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each.name)
        assert each.title
        assert each.reference
        assert each.advice


def test_every_reference_to_the_guide_leads_to_a_heading() -> None:
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    headings = {each.lower() for each in re.findall(r"^#+ (.+)$", guide, re.MULTILINE)}
    named = {
        each.reference.removeprefix(GUIDE)
        for each in catalogue(swedish())
        if each.reference.startswith(GUIDE)
    }
    assert named
    assert named <= headings
