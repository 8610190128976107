"""What does the site say of this repository's own strategy, on a day?"""

from __future__ import annotations

from datetime import date

import pytest
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.evidence import Evidence
from strategi.model.standing import Phase, Standing
from strategi.rules.standing import standing

from tests.building import REPOSITORY

CURRENT = date(2022, 4, 27)


def standing_on(day: date) -> Standing:
    strategy = read_strategy(WorkingTree(REPOSITORY), today=day).strategy
    assert strategy is not None
    return standing(strategy, day)


@pytest.mark.parametrize(
    ("day", "phase", "is_overdue"),
    [
        ("2022-04-26", Phase.PROPOSAL, False),
        ("2022-04-27", Phase.RECOMMENDED, False),
        ("2022-07-01", Phase.IN_FORCE, False),
        ("2026-07-01", Phase.IN_FORCE, False),
        ("2026-07-02", Phase.IN_FORCE, True),
        ("2026-11-22", Phase.IN_FORCE, True),
    ],
)
def test_until_now(day: str, phase: Phase, is_overdue: bool) -> None:
    found = standing_on(date.fromisoformat(day))
    assert (found.phase, found.is_overdue, found.next_revision_due) == (phase, is_overdue, date(2026, 7, 1))


def test_no_newer_revision_and_no_postponement_is_documented_today() -> None:
    found = standing_on(date(2026, 11, 22))
    assert found.revision is not Evidence.NOT_FOUND
    assert (found.revision.id, found.postponement) == (CURRENT, None)
    assert not found.adoption.is_complete
    assert not found.adoption.is_broken


@pytest.mark.parametrize(("day", "is_over"), [("2030-01-01", False), ("2030-01-02", True)])
def test_it_ends_after_its_last_day(day: str, is_over: bool) -> None:
    assert (standing_on(date.fromisoformat(day)).phase is Phase.EXPIRED) is is_over
