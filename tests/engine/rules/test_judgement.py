"""Which comparisons are made, and what they mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from strategi.model.evidence import Evidence, Known
from strategi.model.indicator import Direction
from strategi.model.judgement import Basis, Judgement, Verdict
from strategi.rules.judgement import judgements

from tests.engine.render.invented import COUNTRY, COUNTY, Figures, series


def judged(
    figures: Figures, direction: Known[Direction] = Direction.HIGHER, decimals: int = 1
) -> dict[Basis, Judgement]:
    found = judgements(series(figures, decimals=decimals), direction, area=COUNTY, comparison_area=COUNTRY)
    return {each.basis: each for each in found}


def test_the_latest_is_held_against_the_previous_the_first_and_the_country() -> None:
    found = judged({COUNTY: [(2016, 52), (2024, 71.4), (2025, 71.3)], COUNTRY: [(2025, 63.4)]})
    assert {basis: each.derived.difference for basis, each in found.items()} == {
        Basis.PREVIOUS: Decimal("-0.1"),
        Basis.FIRST: Decimal("19.3"),
        Basis.COMPARISON: Decimal("7.9"),
    }


def test_a_derived_value_keeps_the_two_figures_it_is_made_of() -> None:
    derived = judged({COUNTY: [(2024, 70), (2025, 72)]})[Basis.PREVIOUS].derived
    assert (derived.latest.value, derived.reference.value) == (72, 70)


@pytest.mark.parametrize(
    ("direction", "before", "after", "expected"),
    [
        (Direction.HIGHER, 70, 71, Verdict.BETTER),
        (Direction.HIGHER, 71, 70, Verdict.WORSE),
        (Direction.LOWER, 70, 71, Verdict.WORSE),
        (Direction.LOWER, 71, 70, Verdict.BETTER),
        (Direction.HIGHER, 70, 70, Verdict.UNCHANGED),
        (Direction.LOWER, 70.0, 70.09, Verdict.UNCHANGED),
        (Direction.LOWER, 70.0, 70.6, Verdict.UNCHANGED),
        (Direction.LOWER, 70.0, 70.7, Verdict.WORSE),
        (Direction.HIGHER, 1000.0, 990.1, Verdict.UNCHANGED),
        (Direction.HIGHER, 1000.0, 990.0, Verdict.WORSE),
        (Direction.CONTEXT, 70, 71, Verdict.NEITHER),
        (Direction.CONTEXT, 70, 70, Verdict.NEITHER),
        (Evidence.NOT_FOUND, 70, 71, Verdict.NEITHER),
    ],
)
def test_a_difference_means(
    direction: Known[Direction], before: float, after: float, expected: Verdict
) -> None:
    assert judged({COUNTY: [(2024, before), (2025, after)]}, direction)[Basis.PREVIOUS].verdict is expected


def test_the_first_period_is_not_named_twice() -> None:
    assert list(judged({COUNTY: [(2024, 70), (2025, 71)]})) == [Basis.PREVIOUS]


def test_nothing_is_compared_across_a_break() -> None:
    found = judged({COUNTY: [(2022, 50), (2023, 60, "break"), (2024, 61), (2025, 62)]})
    assert found[Basis.FIRST].derived.reference.time_period == "2023"
    assert judged({COUNTY: [(2024, 50), (2025, 60, "break")]}) == {}


def test_another_period_of_the_country_is_not_compared_with() -> None:
    assert judged({COUNTY: [(2025, 70)], COUNTRY: [(2024, 60), (2025, None, "missing")]}) == {}


def test_an_area_without_figures_is_not_judged() -> None:
    assert judged({COUNTRY: [(2024, 60), (2025, 61)]}) == {}


def test_the_country_is_not_compared_with_itself() -> None:
    found = judgements(
        series({COUNTRY: [(2024, 60), (2025, 61)]}),
        Direction.HIGHER,
        area=COUNTRY,
        comparison_area=COUNTRY,
    )
    assert [each.basis for each in found] == [Basis.PREVIOUS]
