"""Test that the standing of the strategy follows from records, adoptions, postponements and day.

The cases are tests/engine/cases/standing.yml.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from strategi.model.evidence import Evidence
from strategi.model.governance import AdoptionLedger, Postponement, Revision
from strategi.model.standing import AdoptionCount, Condition, Standing
from strategi.model.strategy import Strategy
from strategi.rules.standing import standing

from tests.engine.rules.county import county

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "standing.yml").read_text(encoding="utf-8")
)
UNKNOWN = dict.fromkeys(("registry_number", "minutes", "reason"), "not-found")
DECISION = {"decided_by": "vardradet", "evidence": "documented", "references": ["beslut-2022"], **UNKNOWN}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_case(case: dict[str, Any]) -> None:
    found = standing(strategy_of(case), date.fromisoformat(case["today"]))
    given = case["revisions"][0]["id"] if case["revisions"] else "not-found"
    expected = {"revision": given, "postponed_on": None, "phases": None, **case["expect"]}
    assert said(found, is_with_phases=expected["phases"] is not None) == expected


def strategy_of(case: dict[str, Any]) -> Strategy:
    """The invented county with the revisions, adoptions and postponements of a case."""
    base = county()
    info = {"valid_to": date(2030, 1, 1), "revision_interval_years": case.get("interval", 4)}
    ledgers = [ledger(revision, rows) for revision, rows in case.get("adoptions", {}).items()]
    return replace(
        base,
        info=base.info.model_copy(update=info),
        revisions=tuple(revision(each) for each in case["revisions"]),
        ledgers={each.revision: each for each in ledgers},
        postponements=tuple(
            Postponement.model_validate(DECISION | each) for each in case.get("postponements", ())
        ),
    )


def revision(given: dict[str, str]) -> Revision:
    usual = {
        "title": "Version",
        "class": "essential",
        "class_evidence": "documented",
        "decision": "recommended",
        "decided_on": given["id"],
        "effective_from": "2022-07-01",
        "condition": "not-found",
        "digest": "not-found",
    }
    return Revision.model_validate(DECISION | usual | given)


def ledger(revision_id: str, rows: dict[str, list[str]]) -> AdoptionLedger:
    unknown = dict.fromkeys(("body", "paragraph", "registry_number"), "not-found")
    adoptions = [
        {"principal": principal, "outcome": outcome, "decided_on": day, **unknown}
        | {"outcome_evidence": "documented", "references": ["beslut-2022"]}
        for principal, (outcome, day) in rows.items()
    ]
    return AdoptionLedger.model_validate({"revision": revision_id, "adoptions": adoptions})


def said(found: Standing, *, is_with_phases: bool) -> dict[str, Any]:
    """The standing in the words of the cases."""
    count = found.adoption
    return {
        "phase": found.phase.value,
        "adoptions": [count.identical, count.deviating, count.rejected, count.not_documented],
        "due": day(found.next_revision_due),
        "is_overdue": found.is_overdue,
        "revision": "not-found" if found.revision is Evidence.NOT_FOUND else str(found.revision.id),
        "postponed_on": day(found.postponement.decided_on) if found.postponement else None,
        "phases": [each.phase.value for each in found.revisions] if is_with_phases else None,
    }


def day(found: date | Evidence) -> str:
    return found.isoformat() if isinstance(found, date) else found.value


def test_facts_are_those_of_the_current_revision() -> None:
    found = standing(county(), date(2026, 1, 15))
    assert found.decided_by is not Evidence.NOT_FOUND
    assert found.decided_by.name == "Vårdrådet"
    assert (found.decided_on, found.effective_from) == (date(2022, 12, 1), date(2023, 1, 1))
    assert found.valid_to == date(2031, 1, 1)


def test_a_body_that_is_not_listed_is_not_found() -> None:
    assert standing(replace(county(), bodies=()), date(2026, 1, 15)).decided_by is Evidence.NOT_FOUND


def test_only_when_all_have_adopted_is_adoption_complete() -> None:
    counts = {
        case["says"]: standing(strategy_of(case), date.fromisoformat(case["today"])).adoption
        for case in CASES
    }
    assert [says for says, count in counts.items() if count.is_complete] == ["alla har antagit"]
    assert [says for says, count in counts.items() if count.is_broken] == [
        "en huvudman avviker, och då är villkoret inte uppfyllt",
        "en huvudman säger nej",
        "ett nej utan känd dag räknas",
        "en ändring av en text som en huvudman har avvikit från gäller inte heller",
    ]


@pytest.mark.parametrize(
    ("count", "condition"),
    [
        ((3, 0, 0, 0, 0), Condition.MET),
        ((2, 0, 0, 1, 0), Condition.OPEN),
        ((3, 0, 0, 0, 1), Condition.OPEN),
        ((2, 1, 0, 0, 0), Condition.BROKEN),
        ((0, 0, 1, 2, 0), Condition.BROKEN),
        ((0, 0, 0, 0, 0), Condition.OPEN),
    ],
)
def test_the_condition_is_met_only_by_decisions_that_are_documented(
    count: tuple[int, ...], condition: Condition
) -> None:
    names = ("identical", "deviating", "rejected", "not_documented", "inferred")
    found = AdoptionCount(principals=sum(count[:4]), **dict(zip(names, count, strict=True)))
    assert found.condition is condition


def test_a_wording_that_is_our_reading_is_counted_as_such() -> None:
    case = next(each for each in CASES if each["says"] == "alla har antagit")
    strategy = strategy_of(case)
    ((revision_id, rows),) = strategy.ledgers.items()
    read = rows.adoptions[0].model_copy(update={"outcome_evidence": Evidence.INFERRED})
    ledgers = {revision_id: rows.model_copy(update={"adoptions": (read, *rows.adoptions[1:])})}
    found = standing(replace(strategy, ledgers=ledgers), date(2024, 1, 1)).adoption
    assert (found.identical, found.inferred) == (3, 1)
