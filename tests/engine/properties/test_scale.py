"""Laws of the charts' scales: whatever the figures are, everything is on the paper."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some
from strategi.render.indicators.chart import HEIGHT, WIDTH, Drawing, area_chart
from strategi.render.indicators.scale import spread_apart, ticks, year_ticks
from strategi.render.subject import subject

from tests.engine.render.invented import COUNTRY, COUNTY, indicator, series, strategy

figures = some.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 2))
some_figures = some.lists(figures, min_size=1, max_size=12)
shares = some.lists(some.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=1, max_size=12)
years = some.lists(some.integers(1950, 2080), min_size=3, max_size=12, unique=True)


def drawn(periods: list[int], values: list[float]) -> Drawing:
    points = [(year, values[index % len(values)]) for index, year in enumerate(sorted(periods))]
    found = series({COUNTY: points, COUNTRY: points[:1]}, unit="kronor", decimals=2)
    drawing = area_chart(subject(strategy((indicator(), [found])), found))
    assert drawing is not None
    return drawing


@given(some_figures, some.integers(0, 3))
def test_the_ticks_enclose_the_figures(values: list[float], decimals: int) -> None:
    axis = ticks(values, decimals)
    allowance = (axis.values[-1] - axis.values[0]) * 1e-6
    assert axis.values[0] - allowance <= min(values) <= max(values) <= axis.values[-1] + allowance


@given(some_figures, some.integers(0, 3))
def test_there_are_two_to_four_different_ticks_in_order(values: list[float], decimals: int) -> None:
    found = ticks(values, decimals).values
    assert 2 <= len(found) <= 4
    assert list(found) == sorted(set(found))


@given(shares)
def test_the_ticks_of_percentages_stay_between_nought_and_a_hundred(values: list[float]) -> None:
    found = ticks(values, 1, (0.0, 100.0)).values
    assert found[0] >= 0
    assert found[-1] <= 100


@given(years, some_figures)
def test_every_point_and_label_is_on_the_paper(periods: list[int], values: list[float]) -> None:
    drawing = drawn(periods, values)
    for line in drawing.lines:
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", line.solid + " " + line.dotted)]
        places = list(zip(numbers[::2], numbers[1::2], strict=True))
        places += [(x, y) for x, y, _ in line.points]
        places.append((drawing.right, line.label_y))
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)


@given(years)
def test_time_runs_evenly_from_left_to_right(periods: list[int]) -> None:
    drawing = drawn(periods, [1.0, 2.0])
    places = [(int(year), x) for x, year in drawing.years]
    paces = [(after[1] - before[1]) / (after[0] - before[0]) for before, after in pairwise(places)]
    assert all(pace > 0 for pace in paces)
    assert max(paces, default=0) - min(paces, default=0) < 1e-6


@given(some.lists(some.integers(1950, 2080), min_size=1, max_size=20), some.integers(1, 8))
def test_the_newest_year_is_always_labelled_and_there_is_room(found: list[int], room: int) -> None:
    labels = year_ticks([str(each) for each in found], room)
    assert labels[-1] == max(found)
    assert len(labels) <= room
    assert labels[0] >= min(found)


@given(some.lists(some.floats(0, 200), min_size=1, max_size=5))
def test_labels_do_not_overlap_and_keep_their_order(places: list[float]) -> None:
    moved = spread_apart(places, 29, lowest=0, highest=200)
    ordered = sorted(moved)
    assert all(after - before >= 29 - 1e-6 for before, after in pairwise(ordered))
    assert all(0 <= each <= 200 for each in moved)
    order = sorted(range(len(places)), key=lambda index: places[index])
    assert sorted(range(len(moved)), key=lambda index: moved[index]) == order
