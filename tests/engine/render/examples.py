"""One example of each kind of indicator and of each fragment, for golden files and checks of structure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from strategi.model.evidence import Evidence
from strategi.model.indicator import Direction, Role, Series
from strategi.render.indicators import overview
from strategi.render.indicators.indicator import chart, indicator, table
from strategi.render.strategy.principal_figures import principal_figures
from strategi.render.view import View

from tests.engine.render.invented import Figures, nameless, series, view
from tests.engine.render.invented import indicator as invented

COUNTY_VALUES = [52, 58.3, 61.7, 59.6, 68.4, 75.2, 66.6, 66.9, 71.4, 71.3]
COUNTRY_VALUES = [60, 60.7, 60.7, 60.2, 69.4, 69.3, 62.1, 60.9, 67.3, 63.4]
TEN_YEARS: Figures = {
    "0091": list(enumerate(COUNTY_VALUES, start=2016)),
    "0000": list(enumerate(COUNTRY_VALUES, start=2016)),
}
# A survey with years between, by place and gender; a figure is missing and one is withheld.
SURVEY: Figures = {
    "0091": [(2014, 69), (2018, 68), (2021, 69)],
    "0091 K": [(2014, 68), (2018, 66), (2021, 68)],
    "0091 M": [(2014, 71), (2018, 69), (2021, 71)],
    "0000": [(2014, 73), (2018, 71), (2021, 74)],
    "9101": [(2014, 70), (2018, None, "missing"), (2021, 66)],
    "9102": [(2014, 71), (2018, None, "suppressed")],
}
# A break in the series, a year without a figure, and a preliminary last figure.
BROKEN: Figures = {
    "0091": [(2019, 410), (2020, 395), (2021, 620, "break"), (2023, 601), (2024, 588, "preliminary")],
    "0000": [(2019, 500), (2020, 480), (2021, 700, "break"), (2022, 690), (2023, 680)],
}
COUNTRY: Figures = {"0000": [("2019-04", 0.37), ("2021-11", 0.4)]}


def county() -> View:
    """One indicator of each kind."""
    return view(
        (invented("N01"), [series(TEN_YEARS), series(COUNTRY, series_id="skala", decimals=2, unit="poäng")]),
        (invented("N02", direction_evidence=Evidence.DOCUMENTED), [survey("N02")]),
        (invented("N03", direction=Direction.LOWER, role=Role.CANDIDATE, subgoal="D2"), [broken("N03")]),
        (invented("N04", direction=Direction.CONTEXT, role=Role.CONTEXT), []),
        (nameless("N05"), []),
        (invented("N06", name="Namn & <tecken>", note="a < b"), [series(COUNTRY, indicator_id="N06")]),
    )


def survey(indicator_id: str) -> Series:
    """By place and gender."""
    return series(SURVEY, indicator_id=indicator_id, decimals=0)


def broken(indicator_id: str) -> Series:
    """With a break, a gap and a preliminary figure."""
    return series(BROKEN, indicator_id=indicator_id, decimals=0, unit="vårddygn per 1 000 invånare")


def fragments() -> Mapping[str, Callable[[], str]]:
    """Every fragment by the name of its golden file."""
    shown = county()
    return {
        "indicator-two-areas": lambda: indicator(shown, "N01", data_size=4200),
        "indicator-by-place-and-gender": lambda: indicator(shown, "N02"),
        "indicator-with-break": lambda: indicator(shown, "N03"),
        "indicator-without-figures": lambda: indicator(shown, "N04"),
        "indicator-without-name": lambda: indicator(shown, "N05"),
        "indicator-with-signs-to-escape": lambda: indicator(shown, "N06"),
        "chart": lambda: chart(shown, "N01"),
        "chart-of-too-few-figures": lambda: chart(shown, "N06"),
        "chart-without-figures": lambda: chart(shown, "N04"),
        "table": lambda: table(shown, "N01", series="skala"),
        "overview": lambda: overview.indicator_overview(shown),
        "subgoal-indicators": lambda: overview.indicator_table(shown, "D2"),
        "headlines": lambda: overview.headlines(shown, "N01", "N03", "N04", "N05"),
        "principal-municipality": lambda: principal_figures(shown, "ekeby"),
        "principal-region": lambda: principal_figures(shown, "region"),
        "principal-without-figures": lambda: principal_figures(shown, "aasen"),
        "judgement-rule": lambda: overview.judgement_rule(shown),
    }
