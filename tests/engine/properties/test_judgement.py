"""Laws of judgement."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some
from strategi.model.indicator import Direction
from strategi.model.judgement import Judgement, Verdict
from strategi.rules.judgement import judgements

from tests.engine.render.invented import COUNTRY, COUNTY, series

MIRRORED = {
    Verdict.BETTER: Verdict.WORSE,
    Verdict.WORSE: Verdict.BETTER,
    Verdict.UNCHANGED: Verdict.UNCHANGED,
}
lines = some.lists(some.integers(-10_000, 10_000).map(lambda tenths: tenths / 10), min_size=2, max_size=8)


def judged(line: list[float], direction: Direction) -> tuple[Judgement, ...]:
    points = list(enumerate(line, start=2010))
    figures = series({COUNTY: points, COUNTRY: [(year, value / 2) for year, value in points]})
    return judgements(figures, direction, area=COUNTY, comparison_area=COUNTRY)


@given(lines)
def test_the_opposite_direction_swaps_better_and_worse(line: list[float]) -> None:
    higher, lower = judged(line, Direction.HIGHER), judged(line, Direction.LOWER)
    assert [MIRRORED[each.verdict] for each in higher] == [each.verdict for each in lower]


@given(lines)
def test_figures_turned_upside_down_swap_better_and_worse(line: list[float]) -> None:
    found, mirrored = judged(line, Direction.HIGHER), judged([-each for each in line], Direction.HIGHER)
    assert [MIRRORED[each.verdict] for each in found] == [each.verdict for each in mirrored]


@given(some.floats(-1e6, 1e6), some.integers(2, 8), some.sampled_from([Direction.HIGHER, Direction.LOWER]))
def test_equal_figures_are_unchanged(value: float, length: int, direction: Direction) -> None:
    figures = series({COUNTY: [(2010 + year, value) for year in range(length)]})
    found = judgements(figures, direction, area=COUNTY, comparison_area=COUNTRY)
    assert {each.verdict for each in found} == {Verdict.UNCHANGED}


@given(lines)
def test_a_direction_that_judges_nothing_gives_no_judgement(line: list[float]) -> None:
    assert {each.verdict for each in judged(line, Direction.CONTEXT)} == {Verdict.NEITHER}


@given(lines)
def test_a_difference_is_what_a_reader_gets_from_the_figures_shown(line: list[float]) -> None:
    latest, previous = (Decimal(str(line[place])) for place in (-1, -2))
    assert judged(line, Direction.HIGHER)[0].derived.difference == latest - previous
