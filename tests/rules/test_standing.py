"""Is the standing of the strategy what record, adoptions and day say?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from macros.content.reader import read_strategy
from macros.model.evidence import Evidence
from macros.model.governance import Outcome
from macros.model.standing import Phase
from macros.model.strategy import Strategy
from macros.rules.standing import standing
from tests.content.trees import MemoryTree, county_files

REVISION = "strategy/revisions/2022-12-01.yml"
LEDGER = "strategy/adoptions/2022-12-01.yml"


class Case(NamedTuple):
    """The one recorded revision, changed; then the phase on a day."""

    says: str
    edits: dict[str, str]
    today: str
    phase: Phase


CASES = (
    Case("before the decision", {}, "2022-11-30", Phase.PROPOSAL),
    Case("decided but not yet effective", {}, "2022-12-31", Phase.RECOMMENDED),
    Case("on its first day", {}, "2023-01-01", Phase.IN_FORCE),
    Case("on its last day", {}, "2031-01-01", Phase.IN_FORCE),
    Case("when the strategy has ended", {}, "2031-01-02", Phase.EXPIRED),
    Case(
        "decided instead of recommended",
        {"decision: recommended": "decision: decided"},
        "2024-01-01",
        Phase.IN_FORCE,
    ),
    Case("only approved", {"decision: recommended": "decision: approved"}, "2024-01-01", Phase.PROPOSAL),
    Case(
        "no known first day",
        {'effective_from: "2023-01-01"': "effective_from: not-found"},
        "2024-01-01",
        Phase.RECOMMENDED,
    ),
    Case(
        "withdrawn",
        {"evidence: documented": "evidence: documented\nwithdrawn: true"},
        "2024-01-01",
        Phase.WITHDRAWN,
    ),
    Case(
        "a principal deviates", {"outcome: identical": "outcome: deviating"}, "2024-01-01", Phase.RECOMMENDED
    ),
    Case("a principal rejects", {"outcome: identical": "outcome: rejected"}, "2024-01-01", Phase.RECOMMENDED),
    Case(
        "a rejection that has not come yet",
        {"outcome: identical": "outcome: rejected"},
        "2023-02-12",
        Phase.IN_FORCE,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_phase(case: Case) -> None:
    assert standing(_county(case.edits), date.fromisoformat(case.today)).phase is case.phase


def test_facts_are_those_of_the_current_revision() -> None:
    found = standing(_county({}), date(2026, 1, 15))
    assert found.revision is not Evidence.NOT_FOUND and found.revision.id == date(2022, 12, 1)
    assert found.decided_by is not Evidence.NOT_FOUND and found.decided_by.name == "Vårdrådet"
    assert (found.decided_on, found.effective_from) == (date(2022, 12, 1), date(2023, 1, 1))
    assert found.valid_to == date(2031, 1, 1)


def test_adoptions_are_counted_and_silence_is_not_yes() -> None:
    count = standing(_county({}), date(2026, 1, 15)).adoption
    assert (count.principals, count.identical, count.not_documented) == (3, 1, 2)
    assert not count.is_broken
    assert not count.is_complete


def test_adoptions_are_counted_as_they_were_on_the_day() -> None:
    assert standing(_county({}), date(2023, 2, 12)).adoption.identical == 0
    assert standing(_county({}), date(2023, 2, 13)).adoption.identical == 1


def test_every_outcome_is_counted() -> None:
    for outcome in (Outcome.DEVIATING, Outcome.REJECTED):
        count = standing(
            _county({"outcome: identical": f"outcome: {outcome.value}"}), date(2026, 1, 15)
        ).adoption
        assert getattr(count, outcome.value) == 1
        assert count.is_broken


@pytest.mark.parametrize(("today", "is_overdue"), [("2027-01-01", False), ("2027-01-02", True)])
def test_the_next_revision_is_due_an_interval_after_the_last_came_into_force(
    today: str, is_overdue: bool
) -> None:
    found = standing(_county({}), date.fromisoformat(today))
    assert found.next_revision_due == date(2027, 1, 1)
    assert found.is_overdue is is_overdue


def test_a_leap_day_is_due_on_the_first_of_march() -> None:
    leap = _county({'effective_from: "2023-01-01"': 'effective_from: "2024-02-29"'}, years="5")
    assert standing(leap, date(2025, 1, 1)).next_revision_due == date(2029, 3, 1)


def test_without_a_known_first_day_nothing_is_due() -> None:
    found = standing(_county({'effective_from: "2023-01-01"': "effective_from: not-found"}), date(2030, 1, 1))
    assert found.next_revision_due is Evidence.NOT_FOUND
    assert not found.is_overdue


def test_without_records_the_strategy_is_a_proposal_and_the_rest_is_not_found() -> None:
    files = county_files()
    del files[REVISION], files[LEDGER]
    found = standing(_read(files), date(2026, 1, 15))
    assert found.phase is Phase.PROPOSAL
    assert found.revisions == ()
    unknown = (
        found.revision,
        found.decided_by,
        found.decided_on,
        found.effective_from,
        found.next_revision_due,
    )
    assert set(unknown) == {Evidence.NOT_FOUND}
    assert found.adoption.not_documented == 3


@pytest.mark.parametrize(
    ("decision", "start", "today", "phases", "current"),
    [
        ("decided", '"2025-01-01"', "2024-12-31", (Phase.IN_FORCE, Phase.RECOMMENDED), 0),
        ("decided", '"2025-01-01"', "2025-01-01", (Phase.SUPERSEDED, Phase.IN_FORCE), 1),
        ("recommended", "not-found", "2026-01-01", (Phase.IN_FORCE, Phase.RECOMMENDED), 0),
        ("approved", "not-found", "2026-01-01", (Phase.IN_FORCE, Phase.PROPOSAL), 0),
        ("decided", '"2025-01-01"', "2031-01-02", (Phase.SUPERSEDED, Phase.EXPIRED), 1),
    ],
)
def test_a_newer_revision_takes_over_when_it_comes_into_force(
    decision: str, start: str, today: str, phases: tuple[Phase, ...], current: int
) -> None:
    found = standing(_two_revisions(decision, start), date.fromisoformat(today))
    assert tuple(each.phase for each in found.revisions) == phases
    assert found.revision == found.revisions[current].revision


def test_a_version_that_was_only_approved_gives_way_to_the_recommended_one() -> None:
    files = county_files()
    text = files[REVISION].decode()
    files[REVISION] = text.replace("decision: recommended", "decision: approved").encode()
    later = text.replace("2022-12-01", "2023-06-01").replace('"2023-01-01"', "not-found")
    files["strategy/revisions/2023-06-01.yml"] = later.encode()
    found = standing(_read(files), date(2024, 1, 1))
    assert tuple(each.phase for each in found.revisions) == (Phase.SUPERSEDED, Phase.RECOMMENDED)


def _two_revisions(decision: str, start: str) -> Strategy:
    files = county_files()
    later = files[REVISION].decode().replace("2022-12-01", "2024-06-01").replace('"2023-01-01"', start)
    later = later.replace("decision: recommended", f"decision: {decision}")
    files["strategy/revisions/2024-06-01.yml"] = later.encode()
    return _read(files)


def _county(edits: dict[str, str], *, years: str = "4") -> Strategy:
    """The invented county with edits in its revision and its ledger; each text must stand in one of them."""
    files = county_files()
    for old, new in edits.items():
        path = REVISION if old in files[REVISION].decode() else LEDGER
        assert old in files[path].decode()
        files[path] = files[path].decode().replace(old, new).encode()
    info = files["strategy/strategy.yml"].decode()
    files["strategy/strategy.yml"] = info.replace("years: 4", f"years: {years}").encode()
    return _read(files)


def _read(files: dict[str, bytes]) -> Strategy:
    strategy = read_strategy(MemoryTree(files), today=date(2026, 1, 15)).strategy
    assert strategy is not None
    return strategy
