"""Which round values and years a chart names, by example."""

from __future__ import annotations

import pytest
from strategi.render.indicators.scale import moment, spread_apart, ticks, year_ticks
from strategi.words.numbers import coordinate


@pytest.mark.parametrize(
    ("values", "decimals", "expected"),
    [
        ([52, 75.2], 1, (50, 60, 70, 80)),
        ([31.4, 203.2], 1, (0, 100, 200, 300)),
        ([13010.8, 15934.6], 1, (13000, 14000, 15000, 16000)),
        ([0.37, 0.40], 2, (0.3, 0.35, 0.4, 0.45)),
        ([1.4, 6.8], 1, (0, 5, 10)),
        ([-12, 30], 0, (-20, 0, 20, 40)),
        ([73, 73], 0, (65, 70, 75, 80)),
    ],
)
def test_the_ticks_are_round(values: list[float], decimals: int, expected: tuple[float, ...]) -> None:
    assert ticks(values, decimals).values == expected


def test_a_percentage_near_the_top_has_no_tick_above_a_hundred() -> None:
    assert ticks([99.8, 100.0], 1, (0.0, 100.0)).values[-1] == 100


@pytest.mark.parametrize(
    ("periods", "room", "expected"),
    [
        (["2021"], 5, (2021,)),
        (["2014", "2018", "2021"], 4, (2014, 2018, 2021)),
        (["2019-04", "2022-04"], 4, (2019, 2022)),
        ([str(year) for year in range(2016, 2026)], 10, tuple(range(2016, 2026))),
        ([str(year) for year in range(2016, 2026)], 6, (2017, 2019, 2021, 2023, 2025)),
        (["2016", "2017", "2025"], 3, (2017, 2021, 2025)),
    ],
)
def test_years_with_figures_are_named_or_some_back_from_the_newest(
    periods: list[str], room: int, expected: tuple[int, ...]
) -> None:
    assert year_ticks(periods, room) == expected


def test_a_month_stands_within_its_year() -> None:
    assert moment("2021") < moment("2021-04") < moment("2022")


def test_labels_with_room_stay_and_others_give_way() -> None:
    assert spread_apart([50, 100], 29, lowest=0, highest=200) == (50, 100)
    assert spread_apart([100, 90], 29, lowest=0, highest=200) == (119, 90)
    assert spread_apart([199, 200], 29, lowest=0, highest=200) == (171, 200)


@pytest.mark.parametrize(("place", "written"), [(206.0, "206"), (12.399999, "12.4"), (-0.5, "-0.5")])
def test_places_are_written_short(place: float, written: str) -> None:
    assert coordinate(place) == written
