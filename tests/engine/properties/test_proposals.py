"""No change of governed text gets in without a decision, whatever is changed and whatever a record claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategi.model.authority import DecisionClass
from strategi.model.finding import Severity
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.registry import check_proposal

from tests.engine.rules.proposals import proposal_of

UNDECIDED = {"REV501", "REV502"}
WORDS = st.text(st.sampled_from("abcåäö .,–”- "), min_size=1, max_size=30).map(lambda text: f"x{text}x")
# A text that stands in a file of the county, and the heaviest class of a change of it.
PLACES = {
    ("strategy/vision.md", "Vård där du är"): DecisionClass.ESSENTIAL,
    ("strategy/subgoals/d1-nara-hem.md", "Vården finns nära hemmet."): DecisionClass.ESSENTIAL,
    ("strategy/subgoals/d2-nara-varandra.md", "Nära varandra"): DecisionClass.ESSENTIAL,
    ("indicators/n01-trygghet.yml", "Andelen som känner sig trygga hemma."): DecisionClass.ESSENTIAL,
    ("strategy/roadmap/uppfoljning.md", "Nyckeltalen följs upp varje år."): DecisionClass.NON_ESSENTIAL,
    ("strategy/roadmap/inledning.md", "Inledning"): DecisionClass.NON_ESSENTIAL,
}
EDITS = st.dictionaries(st.sampled_from(sorted(PLACES)), WORDS, min_size=1, max_size=4)
RECORD = """id: "2025-11-05"
title: "Den nya"
class: {change_class}
class_evidence: documented
decision: {decision}
decided_by: "{body}"
decided_on: "2025-11-05"
registry_number: not-found
minutes: not-found
reason: not-found
informed:
  - {{body: "vardradet", informed_on: "2025-11-20"}}
effective_from: not-found
condition: not-found
predecessor: "2022-12-01"
digest: "DIGEST-NEW"
evidence: documented
references: ["beslut-2022"]
"""


def edited(edits: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    change: dict[str, dict[str, str]] = {}
    for (path, before), after in edits.items():
        change.setdefault(path, {})[before] = after
    return {"change": change}


def errors(proposal: Proposal) -> set[str]:
    return {each.rule_id for each in check_proposal(proposal) if each.severity is Severity.ERROR}


@settings(max_examples=60)
@given(EDITS)
def test_without_a_decision_nothing_governed_changes(edits: Mapping[tuple[str, str], str]) -> None:
    proposal = proposal_of({"head": edited(edits)})
    assert proposal.is_text_changed
    assert errors(proposal) & UNDECIDED
    assert proposal.weighing.change_class == max(PLACES[each] for each in edits)


@settings(max_examples=60)
@given(
    EDITS,
    st.sampled_from(["essential", "non-essential", "technical"]),
    st.sampled_from(["recommended", "decided"]),
    st.sampled_from(["natverket", "vardradet"]),
)
def test_a_record_lets_in_only_what_its_body_may_decide(
    edits: Mapping[tuple[str, str], str], change_class: str, decision: str, body: str
) -> None:
    text = RECORD.format(change_class=change_class, decision=decision, body=body)
    head = edited(edits) | {"write": {"strategy/revisions/2025-11-05.yml": text}}
    proposal = proposal_of({"head": head})
    heaviest = max(PLACES[each] for each in edits)
    is_enough = DecisionClass(change_class) >= heaviest
    may_decide = body == "vardradet" or DecisionClass(change_class) < DecisionClass.ESSENTIAL > heaviest
    assert bool(errors(proposal)) != (is_enough and may_decide)


@settings(max_examples=30)
@given(st.sampled_from(sorted(PLACES)), st.sampled_from(["\n", "  ", "\t"]))
def test_white_space_needs_no_decision(place: tuple[str, str], space: str) -> None:
    path, words = place
    spaced = words.replace(" ", f"{space if path.endswith('.md') and words[-1] == '.' else '  '}")
    proposal = proposal_of({"head": edited({place: spaced})})
    assert not proposal.is_text_changed
    assert errors(proposal) == set()
