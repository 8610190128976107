"""Test that each rule on proposals reports its fault, with place, value and remedy, and nothing else.

A case in cases/proposals/ is named by the rule it is about; one that ends with "är-rätt" breaks none.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from strategi.model.authority import DecisionClass
from strategi.model.finding import Severity
from strategi.render.terminal.findings import findings_text
from strategi.rules.proposals.proposal import Unjudgeable
from strategi.rules.proposals.proposal_rule import ProposalRule
from strategi.rules.proposals.registry import check_proposal, proposal_rules

from tests.engine.rules.proposals import CASES, OLD, proposal_of, read_case

PATHS = sorted(CASES.glob("*.yml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(path)
    proposal = proposal_of(case)
    printed = findings_text(check_proposal(proposal))
    found = proposal.weighing.change_class
    weight = found.value if found else None
    if request.config.getoption("--accept"):
        _accept(path, printed, weight)
    else:
        assert (printed, weight) == (case["findings"], case["class"])


@pytest.mark.parametrize("rule", proposal_rules(), ids=lambda rule: rule.id)
def test_each_rule_has_a_case_that_breaks_it_and_one_that_does_not(rule: ProposalRule) -> None:
    about = [path for path in PATHS if path.stem.startswith(f"{rule.id.lower()}-")]
    breaks = {path for path in about if f" {rule.id} " in read_case(path)["findings"]}
    assert breaks
    assert set(about) - breaks
    assert all(path.stem.endswith("-är-rätt") for path in set(about) - breaks)


@pytest.mark.parametrize("rule", proposal_rules(), ids=lambda rule: rule.id)
def test_nothing_is_said_when_nothing_changes(rule: ProposalRule) -> None:
    assert list(rule.check(proposal_of({}))) == []


def test_a_case_that_is_right_has_no_findings_and_another_has_some() -> None:
    for path in PATHS:
        assert bool(read_case(path)["findings"]) != path.stem.endswith("-är-rätt"), path.name


def test_the_rules_that_judge_are_those_that_the_proposal_started_from() -> None:
    loosened = {
        "change": {
            "strategy/governance.yml": {
                "what: subgoal\n    class: essential": "what: subgoal\n    class: data"
            }
        }
    }
    words = {"strategy/subgoals/d1-nara-hem.md": {"nära hemmet": "hemma"}}
    proposal = proposal_of({"head": {"change": {**loosened["change"], **words}}})
    errors = {each.rule_id for each in check_proposal(proposal) if each.severity is Severity.ERROR}
    assert errors == {"REV501", "REV525"}
    assert proposal.weighing.change_class is DecisionClass.ESSENTIAL


def test_another_county_states_other_rules_as_data() -> None:
    """Here nobody need decide on the roadmap's headings, and the network decides on indicators."""
    rows = """  - what: roadmap-section
    field: "title"
    class: technical
    reason: "Rubriker är redaktionella här."
    evidence: documented
    references: []
  - what: indicator
    id: "N01"
    class: non-essential
    reason: "Måttet väljs av nätverket här."
    evidence: documented
    references: []
"""
    base = {"change": {"strategy/governance.yml": {"classes:\n": f"classes:\n{rows}"}}}
    words = {
        "strategy/roadmap/uppfoljning.md": {'title: "Uppföljning"': 'title: "Att följa upp"'},
        "indicators/n01-trygghet.yml": {"direction: higher": "direction: lower"},
    }
    proposal = proposal_of({"base": base, "head": {"change": words}})
    classes = {each.id: each.change_class for each in proposal.text_changes}
    assert classes == {"uppfoljning": DecisionClass.TECHNICAL, "N01": DecisionClass.NON_ESSENTIAL}
    mandate = proposal.weighing.mandate
    assert mandate and mandate.decided_by == ("natverket", "vardradet")


def test_what_no_row_covers_is_essential() -> None:
    bare = {"write": {"strategy/governance.yml": "mandates: []\nclasses: []\n"}}
    words = {"change": {"strategy/roadmap/uppfoljning.md": {"varje år": "vartannat år"}}}
    proposal = proposal_of({"base": bare, "head": words})
    assert proposal.weighing.change_class is DecisionClass.ESSENTIAL
    assert {each.rule_id for each in check_proposal(proposal)} == {"REV501"}


def test_without_the_decided_text_nothing_can_be_said() -> None:
    """The record's text is to be compared with the decided one, which the history has lost."""
    case = read_case(CASES / "rev503-beslutet-efter-ett-godkänt-utkast-är-rätt.yml")
    with pytest.raises(Unjudgeable, match="2022-12-01"):
        check_proposal(proposal_of({**case, "history_is_lost": True}))
    assert OLD not in str(proposal_of(case).old_digest)


def _accept(path: Path, printed: str, weight: str | None) -> None:
    """Write what came out as the case's last keys, and leave the rest as it stands."""
    before = path.read_text(encoding="utf-8").partition("\nclass:")[0].rstrip()
    block = "".join(f"  {line}\n" for line in printed.splitlines())
    findings = f"findings: |\n{block}" if printed else 'findings: ""\n'
    path.write_text(f"{before}\n\nclass: {weight or 'null'}\n{findings}", encoding="utf-8")


INFO = "strategy/strategy.yml"
ANOTHER_ID = {'"nara-i-fjallhavet"': '"nara-i-fjallhavet-2031"'}
# What makes the county look like another, while it has the same principals.
ANOTHER_COUNTY = {'county: "Fjällhavet"': 'county: "Sjölanda"', 'county_area: "0091"': 'county_area: "9101"'}


@pytest.mark.parametrize("disguise", [{}, ANOTHER_COUNTY], ids=["as it is", "another name and code"])
@pytest.mark.parametrize(
    "path",
    [path for path in PATHS if "strategy.yml" not in path.read_text("utf-8")],
    ids=lambda path: path.stem,
)
def test_a_new_id_lets_nothing_in_that_is_decided_already(path: Path, disguise: dict[str, str]) -> None:
    """Whatever a proposal does besides, right or wrong: the strategy that is decided is not written over."""
    case = read_case(path)
    head = case.get("head", {})
    change = {**head.get("change", {}), INFO: {**ANOTHER_ID, **disguise}}
    found = check_proposal(proposal_of({**case, "head": {**head, "change": change}}))
    errors = {each.rule_id for each in found if each.severity is Severity.ERROR}
    assert errors & {"REV535", "REV536"}
