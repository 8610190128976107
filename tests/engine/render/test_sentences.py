"""What is said of figures, case by case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from strategi.render.errors import UnknownName
from strategi.render.indicators.sentences import NO_FIGURES, headline, value
from strategi.render.subject import name_of
from strategi.render.view import View

from tests.engine.render.invented import definition, indicator, nameless, series, view

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "sentences.yml").read_text(encoding="utf-8"))
FIGURES = {
    "0091": [(2024, 71.0), (2025, 71.3)],
    "0091 K": [(2025, 72.5)],
    "9103": [(2024, 1066.0)],
    "0000": [(2025, 63.4)],
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_headline_says(case: dict[str, Any]) -> None:
    figures = series(case["figures"], decimals=case.get("decimals", 1), unit=case.get("unit", "procent"))
    assert headline(view((indicator(), [figures])), "N01") == case["says"].replace("_", "\u00a0")


def test_without_figures_the_headline_says_that_they_are_missing() -> None:
    assert headline(view((indicator(), [])), "N01") == NO_FIGURES


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "71,3 procent (2025)"),
        ({"area": "riket"}, "63,4 procent (2025)"),
        ({"area": "0000"}, "63,4 procent (2025)"),
        ({"area": "Åsen"}, "1\u00a0066,0 procent (2024)"),
        ({"area": "aasen"}, "1\u00a0066,0 procent (2024)"),
        ({"area": "Ekeby"}, "uppgift saknas"),
        ({"gender": "K"}, "72,5 procent bland kvinnor (2025)"),
        ({"gender": "kvinnor"}, "72,5 procent bland kvinnor (2025)"),
        ({"gender": "M"}, "uppgift saknas"),
        ({"series": "huvud"}, "71,3 procent (2025)"),
        ({"series": "landet"}, "85 procent i riket (april 2020)"),
        ({"series": "tom"}, "uppgift saknas"),
    ],
)
def test_one_value_is_said_with_its_unit_and_time(asked: dict[str, str], said: str) -> None:
    assert value(_several_series(), "N01", **asked) == said


@pytest.mark.parametrize(
    ("indicator_id", "asked", "message"),
    [
        ("N10", {}, "Det finns inget nyckeltal ”N10”. Menade du ”N01”?"),
        ("x", {}, "Det finns inget nyckeltal ”x”. Välj bland N01."),
        ("N01", {"area": "Ekebyy"}, "Det finns inget område ”Ekebyy”. Menade du ”Ekeby”?"),
        ("N01", {"gender": "F"}, "Det finns inget kön ”F”. Välj bland T, K, M, alla, kvinnor, män."),
        ("N01", {"series": "hvud"}, "Det finns ingen serie i N01 med namnet ”hvud”. Menade du ”huvud”?"),
    ],
)
def test_an_unknown_name_is_refused_with_advice(
    indicator_id: str, asked: dict[str, str], message: str
) -> None:
    with pytest.raises(UnknownName) as refused:
        value(_several_series(), indicator_id, **asked)
    assert str(refused.value) == message


def test_a_nameless_indicator_is_called_by_its_id() -> None:
    assert name_of(view((nameless("N14"), [])), "N14") == "Nyckeltal N14: namnet saknas"


def _several_series() -> View:
    country = series({"0000": [("2020-04", 85)]}, series_id="landet", decimals=0)
    shown = view((indicator(), [series(FIGURES), country]))
    # One more series is defined, but nobody has collected its figures.
    found = shown.strategy.indicators[0]
    defined = found.model_copy(update={"series": (*found.series, definition("tom"))})
    return replace(shown, strategy=replace(shown.strategy, indicators=(defined,)))
