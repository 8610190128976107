"""The legal status never changes without a decision or a new source, however an edit is listed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategi.model.finding import Severity
from strategi.model.review import StatusGround
from strategi.rules.legal_status import legal_status, turning_days
from strategi.rules.proposals.legal_status import first_change
from strategi.rules.proposals.registry import check_proposal
from strategi.rules.proposals.status_edits import status_edits
from strategi.rules.proposals.verdict import weigh

from tests.engine.rules.proposals import OLD, RECORD, TODAY, proposal_of

DRAFT = "strategy/revisions/2025-06-05.yml"
POSTPONED = "strategy/postponements.yml"
# What stands in the files, and what it can be made without anybody deciding.
EDITS: Mapping[tuple[str, str], tuple[str, ...]] = {
    (RECORD, "decision: recommended"): ("decision: decided", "decision: approved", "decision: not-found"),
    (RECORD, 'decided_by: "vardradet"'): ('decided_by: "natverket"', "decided_by: not-found"),
    (RECORD, 'decided_on: "2022-12-01"'): ('decided_on: "2022-11-01"', "decided_on: not-found"),
    (RECORD, 'effective_from: "2023-01-01"'): ("effective_from: not-found", 'effective_from: "2026-06-01"'),
    (RECORD, 'condition: "Alla är överens."'): ("condition: not-found", 'condition: "Några är överens."'),
    (RECORD, "class: essential"): ("class: technical", "class: non-essential"),
    (RECORD, "registry_number: not-found"): ("registry_number: not-found\nwithdrawn: true",),
    (DRAFT, "decision: approved"): ("decision: decided", "decision: recommended", "decision: not-found"),
    (DRAFT, "effective_from: not-found"): ('effective_from: "2025-07-01"', 'effective_from: "2027-01-01"'),
    (DRAFT, "class: not-found"): ("class: technical", "class: non-essential", "class: essential"),
    (POSTPONED, 'due_on: "2028-01-01"'): ('due_on: "2029-01-01"', 'due_on: "2026-06-01"'),
    (POSTPONED, 'decided_by: "vardradet"'): ('decided_by: "natverket"',),
    ("strategy/bodies.yml", 'name: "Vårdrådet"'): ('name: "Styrelsen"',),
    ("strategy/strategy.yml", 'valid_to: "2031-01-01"'): ('valid_to: "2035-01-01"',),
    ("strategy/strategy.yml", "revision_interval_years: 4"): ("revision_interval_years: 9",),
    ("strategy/adoptions/2022-12-01.yml", "outcome: identical"): ("outcome: rejected",),
}
BASE = {
    "change": {RECORD: {"condition: not-found": 'condition: "Alla är överens."'}},
    "write": {
        DRAFT: f"""id: "2025-06-05"
title: "Utkastet"
class: not-found
class_evidence: not-found
decision: approved
decided_by: "natverket"
decided_on: "2025-06-05"
registry_number: not-found
minutes: not-found
reason: not-found
effective_from: not-found
condition: not-found
predecessor: "2022-12-01"
digest: "{OLD}"
evidence: documented
references: ["beslut-2022"]
""",
        POSTPONED: """postponements:
  - revision: "2022-12-01"
    due_on: "2028-01-01"
    decided_by: "vardradet"
    decided_on: "2025-06-05"
    registry_number: not-found
    minutes: not-found
    reason: not-found
    evidence: documented
    references: ["beslut-2022"]
""",
    },
}
CHOSEN = st.lists(st.sampled_from(sorted(EDITS)), unique=True, min_size=1, max_size=5).flatmap(
    lambda places: st.tuples(*(st.tuples(st.just(place), st.sampled_from(EDITS[place])) for place in places))
)


def corrections(edits: Any, path: str) -> str:
    """A correction of the record for each edit of it: the words that stood, and those that come instead."""
    rows = [
        f'  - corrected_on: "2025-12-0{number}"\n    part: "record"\n'
        f"    before: {_value(before)}\n    after: {_value(after)}\n"
        f'    reason: "Felskrivet."\n    digest_before: "{OLD}"\n    digest_after: "{OLD}"\n'
        '    references: ["beslut-2022"]\n'
        for number, ((where, before), after) in enumerate(edits, 1)
        if where == path
    ]
    return "corrections:\n" + "".join(rows) if rows else ""


def _value(line: str) -> str:
    value = line.partition(": ")[2].strip('"').partition("\n")[0]
    return json.dumps(value or "false", ensure_ascii=False)


def proposed(edits: Any, *, is_listed: bool) -> dict[str, Any]:
    change: dict[str, dict[str, str]] = {}
    for (path, before), after in edits:
        change.setdefault(path, {})[before] = after
    for path in (RECORD, DRAFT) if is_listed else ():
        listed = corrections(edits, path)
        if listed:
            change[path]["evidence: documented\nreferences"] = f"{listed}evidence: documented\nreferences"
    return {"base": BASE, "head": {"change": change}}


@settings(max_examples=150)
@given(CHOSEN, st.booleans())
def test_what_is_let_in_leaves_the_legal_status_alone(edits: Any, is_listed: bool) -> None:
    proposal = proposal_of(proposed(edits, is_listed=is_listed))
    errors = [each for each in check_proposal(proposal) if each.severity is Severity.ERROR]
    assert errors or first_change(proposal.old, proposal.new, TODAY) is None


@settings(max_examples=100)
@given(CHOSEN)
def test_the_edits_are_all_that_the_legal_status_changes_by(edits: Any) -> None:
    proposal = proposal_of(proposed(edits, is_listed=False))
    made = proposal.old
    for edit in status_edits(proposal):
        made = edit.apply(made)
    for day in turning_days(proposal.old, proposal.new, today=TODAY):
        assert legal_status(made, day) == legal_status(proposal.new, day)


@settings(max_examples=60)
@given(CHOSEN)
def test_a_change_of_the_legal_status_that_rests_on_nothing_weighs_as_the_whole(edits: Any) -> None:
    proposal = proposal_of(proposed(edits, is_listed=True))
    weighing = weigh(proposal)
    if weighing.status_ground is StatusGround.NOTHING:
        assert weighing.change_class and weighing.change_class.value == "essential"
        assert weighing.mandate and weighing.mandate.decided_by == ("vardradet",)
    changed = first_change(proposal.old, proposal.new, TODAY)
    assert (weighing.status_ground is StatusGround.UNCHANGED) == (changed is None)
