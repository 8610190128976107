"""How it is judged how an indicator has gone since the strategy began, case by case."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from strategi.model.evidence import Evidence, Known
from strategi.model.indicator import Direction, Role
from strategi.model.judgement import Basis, Judgement, Tally, Unjudged, Verdict
from strategi.rules.progress import headline_series, progress, since_start, tally

from tests.engine.render.invented import COUNTRY, COUNTY, indicator, series, strategy

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "since-start.yml").read_text("utf-8"))


def _direction(word: str) -> Known[Direction]:
    return Evidence.NOT_FOUND if word == "not-found" else Direction(word)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_since_the_strategy_began(case: dict[str, Any]) -> None:
    start = date.fromisoformat(case.get("start", "2022-07-01"))
    direction = _direction(case.get("direction", "higher"))
    found = since_start(series(case["figures"]), direction, area=COUNTY, start=start)
    if isinstance(found, Unjudged):
        assert found.value == case["says"]
        return
    derived = found.derived
    assert found.basis is Basis.START
    assert [
        found.verdict.value,
        derived.reference.time_period,
        derived.latest.time_period,
    ] == case["says"]


def test_a_series_with_newer_figures_of_the_county_speaks_for_the_indicator() -> None:
    country = series({COUNTRY: [(2019, 1), (2024, 9)]}, series_id="landet")
    old = series({COUNTY: [(2018, 1), (2019, 2)]}, series_id="gammal")
    new = series({COUNTY: [(2019, 1), (2024, 2)]}, series_id="ny")
    for several, chosen in (([country, old, new], new), ([country, old], old), ([country], country)):
        found = strategy((indicator(), several))
        assert headline_series(found, "N01") is chosen
    judged = progress(strategy((indicator(), [country, old, new])), "N01")
    assert isinstance(judged, Judgement) and judged.verdict is Verdict.BETTER


def test_without_figures_there_is_no_value() -> None:
    assert progress(strategy((indicator(), [])), "N01") is Unjudged.NO_VALUE_SINCE


def test_roles_are_counted_apart() -> None:
    better, worse = {COUNTY: [(2019, 50), (2024, 70)]}, {COUNTY: [(2019, 70), (2024, 50)]}
    found = strategy(
        (indicator("N01"), [series(better)]),
        (indicator("N02"), []),
        (indicator("N03", role=Role.CANDIDATE), [series(better, indicator_id="N03")]),
        (indicator("N04", role=Role.CONTEXT), [series(worse, indicator_id="N04")]),
    )
    none = {"better": 0, "worse": 0, "unchanged": 0, "unjudged": 0, "without_value": 0}
    assert tally(found, Role.APPENDIX) == Tally(**none | {"better": 1, "without_value": 1})
    assert tally(found, Role.CANDIDATE) == Tally(**none | {"better": 1})
    assert tally(found, Role.CONTEXT) == Tally(**none | {"worse": 1})
