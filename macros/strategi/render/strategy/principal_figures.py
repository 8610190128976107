"""Render a principal's own figures beside the county's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from strategi.model.indicator import Indicator, Observation, Role, Series
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.indicators.credit import latest_credit
from strategi.render.subject import find_principal, name_of
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.figure_words import amount
from strategi.words.lists import listed
from strategi.words.numbers import period


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipalRow:
    """One indicator's figure for a principal, with the county's and the comparison area's of that period."""

    indicator_id: str
    role: Role
    name: str
    unit: str
    period: str
    own: str
    county: str
    comparison: str


def principal_figures(view: View, principal_id: str) -> str:
    """A principal's own figures beside the county's and the comparison area's."""
    strategy = view.strategy
    principal = find_principal(strategy, principal_id)
    found = [(each, _series_of(strategy, each.id, principal.area)) for each in strategy.indicators]
    with_figures = [(each, series) for each, series in found if series]
    return fragment(
        "principal_figures.html",
        view=view,
        principal=principal,
        is_county=principal.area is not None and principal.area == strategy.info.county_area,
        rows=[_principal_row(view, each, series, principal.area) for each, series in with_figures],
        known=_known([each for each, _ in with_figures], strategy.indicators, view.words),
        credited=latest_credit(strategy, ((each, principal.area or "") for _, each in with_figures)),
    )


def _known(with_figures: Sequence[Indicator], indicators: Sequence[Indicator], words: Words) -> str:
    """How many of each role there are figures for: `2 av bilagans 20 nyckeltal och 1 av 7 bakgrundsmått`."""
    nouns = {
        Role.APPENDIX: "{appendix.definite_genitive} {count} {indicator.plural}",
        Role.CANDIDATE: "{count} egna förslag",
        Role.CONTEXT: "{count} bakgrundsmått",
    }
    all_of, known_of = (Counter(each.role for each in some) for some in (indicators, with_figures))
    shown = [role for role in nouns if known_of[role]]
    said = [f"{known_of[role]} av {words.say(nouns[role], count=all_of[role])}" for role in shown]
    return listed(said) if said else ""


def _series_of(strategy: Strategy, indicator_id: str, area: str | None) -> Series | None:
    """The first series with a figure for the area."""
    return next((each for each in strategy.series.get(indicator_id, ()) if each.latest(area)), None)


def _principal_row(view: View, indicator: Indicator, series: Series, area: str | None) -> PrincipalRow:
    info = view.strategy.info
    own = series.latest(area)
    assert own is not None, "only series with a figure for the area are shown"
    return PrincipalRow(
        indicator_id=indicator.id,
        role=indicator.role,
        name=name_of(view, indicator.id),
        unit=series.definition.unit,
        period=period(own.time_period),
        own=amount(own, series),
        county=amount(_same_period(series, info.county_area, own), series),
        comparison=amount(_same_period(series, info.comparison_area, own), series),
    )


def _same_period(series: Series, area: str | None, as_of: Observation) -> Observation | None:
    return next((each for each in series.line(area) if each.time_period == as_of.time_period), None)
