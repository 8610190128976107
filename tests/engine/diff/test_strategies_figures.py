"""Test that every figure that is new, corrected or withdrawn is reported, and nothing else."""

from __future__ import annotations

from strategi.diff.figures import compare_figures
from strategi.diff.strategies import compare
from strategi.model.indicator import Series

from tests.engine.render import invented
from tests.engine.render.invented import COUNTRY, COUNTY, series

OLD = {COUNTY: [(2023, 71.3), (2024, 71.5)], COUNTRY: [(2023, 60)]}


def told(old: Series | None, new: Series | None) -> list[str]:
    """What differs in the figures of one indicator, in short."""
    before, after = ({"N01": (each,)} if each else {} for each in (old, new))
    return [_short(change) for each in compare_figures(before, after) for change in each.changes]


def _short(change) -> str:  # type: ignore[no-untyped-def]
    seen = change.after or change.before
    values = [each and f"{each.value} {each.status.value}" for each in (change.before, change.after)]
    return f"{change.kind.value} {change.series} {seen.area} {seen.time_period}: {values[0]} → {values[1]}"


def test_the_same_figures() -> None:
    assert compare_figures({"N01": (series(OLD),)}, {"N01": (series(OLD),)}) == ()


def test_a_new_a_corrected_and_a_withdrawn_figure() -> None:
    new = {COUNTY: [(2023, 71.4), (2024, 71.5), (2025, 72)]}
    assert told(series(OLD), series(new)) == [
        "withdrawn huvud 0000 2023: 60 normal → None",
        "corrected huvud 0091 2023: 71.3 normal → 71.4 normal",
        "new huvud 0091 2025: None → 72 normal",
    ]


def test_the_key_is_series_area_gender_and_period() -> None:
    women = {f"{COUNTY} K": [(2023, 71.3)]}
    assert told(series({COUNTY: [(2023, 71.3)]}), series(women)) == [
        "new huvud 0091 2023: None → 71.3 normal",
        "withdrawn huvud 0091 2023: 71.3 normal → None",
    ]
    assert len(told(series(OLD), series(OLD, series_id="annan"))) == 6


def test_a_status_is_part_of_a_figure() -> None:
    old, new = series({COUNTY: [(2024, 71.5, "preliminary")]}), series({COUNTY: [(2024, 71.5)]})
    assert told(old, new) == ["corrected huvud 0091 2024: 71.5 preliminary → 71.5 normal"]


def test_figures_of_an_indicator_that_had_none() -> None:
    assert [line.split(":")[0] for line in told(None, series({COUNTY: [(2024, 1)]}))] == [
        "new huvud 0091 2024"
    ]


def test_the_same_figures_written_otherwise() -> None:
    (change,) = compare_figures({"N01": (series(OLD),)}, {"N01": (series(OLD),)}, rewritten={"N01"})
    assert change.is_only_format
    (change,) = compare_figures({"N01": (series(OLD, decimals=1),)}, {"N01": (series(OLD, decimals=2),)})
    assert change.is_only_format


def test_figures_follow_a_renumbered_indicator() -> None:
    indicator = invented.indicator("N05", name="Förtroende")
    moved = indicator.model_copy(update={"id": "N06"})
    old = invented.strategy((indicator, [series(OLD, indicator_id="N05")]))
    more = {**OLD, COUNTRY: [(2023, 60), (2024, 61)]}
    new = invented.strategy((moved, [series(more, indicator_id="N06")]))
    (change,) = compare(old, new).figures
    assert change.indicator_id == "N06"
    assert [each.kind.value for each in change.changes] == ["new"]


def test_indicators_come_by_number() -> None:
    figures = {each: (series(OLD),) for each in ("N100", "N20", "N03")}
    assert [each.indicator_id for each in compare_figures({}, figures)] == ["N03", "N20", "N100"]
