"""Check what the commands report of this county's strategy on given days."""

from __future__ import annotations

import pytest

from tests.county.commands import called, told

CURRENT = "2022-04-27"


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        ("2022-04-26", "proposal"),
        ("2022-04-27", "recommended"),
        ("2022-06-30", "recommended"),
        ("2022-07-01", "in-force"),
        ("2030-01-01", "in-force"),
        ("2030-01-02", "expired"),
    ],
)
def test_what_the_strategy_is_on_a_day(day: str, phase: str) -> None:
    revisions = [each for each in told("log", today=day)["entries"] if each["kind"] == "revision"]
    assert (revisions[0]["id"], revisions[0]["phase"]) == (CURRENT, phase)


@pytest.mark.parametrize(("day", "is_overdue"), [("2026-07-01", False), ("2026-07-02", True)])
def test_from_when_the_next_revision_is_late(day: str, is_overdue: bool) -> None:
    """Before that day some figures were not published, so `check` has more to say."""
    assert ("[revision-overdue]" in called("check", today=day).stdout) is is_overdue
