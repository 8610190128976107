"""Compare each place with the county and the country by its latest figure."""

from __future__ import annotations

from dataclasses import dataclass

from strategi.model.indicator import Observation, Series
from strategi.render.indicators.scale import Scale
from strategi.render.subject import Subject, area_name
from strategi.words.numbers import capital, number, period

_LENGTH = 98
"""Per cent of the room, so that the mark of the comparison area fits beside the longest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One place: its latest figure in words, and as a bar from `start`, `length` long, in per cent."""

    name: str
    value: str
    period: str
    """Named only where it is not the newest."""
    is_own: bool
    """Whether the place is the county or the comparison area."""
    start: float
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBars:
    """The places of a series, highest first, with the comparison area's place on the same scale."""

    id: str
    period: str
    bars: tuple[Bar, ...]
    reference: float | None
    missing: tuple[str, ...]
    """Principals without a figure."""


def area_bars(about: Subject) -> AreaBars | None:
    """Compare places; None where only the county and the comparison area have figures."""
    series, info = about.series, about.strategy.info
    own = (info.county_area, info.comparison_area)
    latest = {area: each for area in series.areas if (each := series.latest(area))}
    if not set(latest) - set(own):
        return None
    newest = max(each.time_period for each in latest.values())
    values = [each.value or 0.0 for each in latest.values()]
    scale = Scale(low=min(0.0, *values), high=max(0.0, *values) or 1.0, start=0, end=_LENGTH)
    ordered = sorted(
        latest.values(), key=lambda each: (-(each.value or 0.0), area_name(about.strategy, each.area))
    )
    comparison = latest.get(info.comparison_area) if info.comparison_area else None
    return AreaBars(
        id=f"{series.indicator_id}-{series.definition.id}-areas".lower(),
        period=period(newest),
        bars=tuple(_bar(about, each, scale, newest=newest, is_own=each.area in own) for each in ordered),
        reference=scale(comparison.value or 0.0) if comparison else None,
        missing=_missing(about, series, latest),
    )


def _bar(about: Subject, each: Observation, scale: Scale, *, newest: str, is_own: bool) -> Bar:
    value = each.value or 0.0
    name = area_name(about.strategy, each.area)
    return Bar(
        name=capital(name),
        value=number(value, about.series.decimals),
        period="" if each.time_period == newest else period(each.time_period),
        is_own=is_own,
        start=scale(min(value, 0.0)),
        length=scale(abs(value)) - scale(0.0),
    )


def _missing(about: Subject, series: Series, latest: dict[str, Observation]) -> tuple[str, ...]:
    return tuple(each.short_name for each in about.strategy.principals if each.area not in latest)
