"""Phrase a figure in a sentence: value, unit, place, time and what it is compared with."""

from __future__ import annotations

from decimal import Decimal

from strategi.model.indicator import Gender, Observation, Series, Status
from strategi.model.judgement import Basis, Judgement
from strategi.render.subject import (
    GENDER_WORDS,
    Subject,
    area_name,
    find_area,
    find_gender,
    find_indicator,
    find_series,
    headline_subject,
)
from strategi.render.view import View
from strategi.rules.progress import headline_series
from strategi.words.lists import listed
from strategi.words.numbers import counted, in_period, number, period

NO_FIGURES = "Uppgift saknas: inga värden är insamlade."
NO_VALUE = "uppgift saknas"
_POINT, _POINTS = "procentenhet", "procentenheter"


def headline(view: View, indicator_id: str) -> str:
    """Say the indicator's latest figure in a sentence of plain text."""
    find_indicator(view.strategy, indicator_id)
    found = headline_subject(view.strategy, indicator_id)
    return sentence(found) if found else NO_FIGURES


def sentence(about: Subject) -> str:
    """Say a series' latest figure: `71,3 procent i Länet 2025, 0,1 procentenheter lägre än året före …`."""
    latest = about.latest
    if latest is None:
        places = counted(len(about.series.areas), "annat område", "andra områden")
        return f"Uppgift saknas för {about.place}: värden finns bara för {places}."
    said = f"{quantity(latest, about.series)} i {about.place} {in_period(latest.time_period)}"
    comparisons = _comparisons(about)
    ending = "" if about.is_county else f" Värden för {about.strategy.info.county} saknas."
    return f"{said}, {comparisons}.{ending}" if comparisons else f"{said}.{ending}"


def value(
    view: View,
    indicator_id: str,
    *,
    area: str | None = None,
    gender: str | None = None,
    series: str | None = None,
) -> str:
    """Say one latest value with its year: `71,3 procent (2025)`.

    Without `area` the county's, or the comparison area's (and then it is named). Raise UnknownName.
    """
    strategy = view.strategy
    find_indicator(strategy, indicator_id)
    code = find_area(strategy, area) if area else None
    sex = find_gender(gender) if gender else Gender.TOTAL
    named = find_series(strategy, indicator_id, series) if series else None
    figures = named if series else headline_series(strategy, indicator_id)
    if figures is None:
        return NO_VALUE
    info = strategy.info
    areas = [code] if code else [info.county_area, info.comparison_area]
    found = next((each for each in (figures.latest(where, sex) for where in areas) if each), None)
    if found is None:
        return NO_VALUE
    is_fallback = code is None and found.area != info.county_area
    place = f" i {area_name(strategy, found.area)}" if is_fallback else ""
    people = f" bland {GENDER_WORDS[sex]}" if sex is not Gender.TOTAL else ""
    return f"{quantity(found, figures)}{people}{place} ({period(found.time_period)})"


def quantity(observation: Observation, series: Series) -> str:
    """Say a value with its unit and, where it is so, that it is preliminary: `71,3 procent`."""
    said = f"{number(observation.value or 0.0, series.decimals)} {series.definition.unit}"
    return f"{said} (preliminärt)" if observation.status is Status.PRELIMINARY else said


def gap(change: Decimal, series: Series, *, with_unit: bool = True) -> str:
    """Say the size of a difference: `0,1 procentenheter`; other units are named by the value before it."""
    amount = number(abs(change), series.decimals)
    if not with_unit or series.definition.unit != "procent":
        return amount
    return f"{amount} {_POINT if amount == '1' else _POINTS}"


def against(judgement: Judgement, about: Subject) -> str:
    """Say what the figure is held against, as it follows `än`: `året före`, `2018`, `i riket`."""
    reference, latest = judgement.derived.reference, judgement.derived.latest
    if judgement.basis is Basis.COMPARISON:
        return f"i {about.strategy.info.comparison_name}"
    if judgement.basis is Basis.PREVIOUS and _is_year_before(reference.time_period, latest.time_period):
        return "året före"
    return in_period(reference.time_period)


def comparison(judgement: Judgement, about: Subject, *, with_unit: bool = True) -> str:
    """Say one comparison: `0,1 procentenheter lägre än året före`, `samma värde som i riket`."""
    change = judgement.derived.difference
    if change == 0:
        return f"samma värde som {against(judgement, about)}"
    size = gap(change, about.series, with_unit=with_unit)
    return f"{size} {'högre' if change > 0 else 'lägre'} än {against(judgement, about)}"


def _comparisons(about: Subject) -> str:
    """Previous period and comparison area in one clause; the unit is said once."""
    found = about.judgements()
    chosen = [found[basis] for basis in (Basis.PREVIOUS, Basis.COMPARISON) if basis in found]
    said: list[str] = []
    has_unit = False
    for each in chosen:
        said.append(comparison(each, about, with_unit=not has_unit))
        has_unit = has_unit or each.derived.difference != 0
    return listed(said) if said else ""


def _is_year_before(earlier: str, later: str) -> bool:
    """Whether two yearly periods follow each other; months are always named instead."""
    return "-" not in earlier + later and int(later) - int(earlier) == 1
