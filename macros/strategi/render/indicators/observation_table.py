"""Arrange the figures of a series in the rows and columns of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from strategi.model.indicator import Gender, Observation, Series, Status
from strategi.model.strategy import Strategy
from strategi.render.subject import GENDER_WORDS, area_name
from strategi.words.numbers import capital, number, period

ABSENT = {Status.MISSING: "saknas", Status.SUPPRESSED: "skyddas"}
"""What a cell without a value says."""
_FLAGS = {Status.PRELIMINARY: "p", Status.BREAK: "b"}
_FEW_AREAS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationTable:
    """The figures of one gender: cells are finished text, rows are named by `corner`."""

    id: str
    people: str
    """The gender in words, or "" for the total."""
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def observation_tables(strategy: Strategy, series: Series) -> tuple[ObservationTable, ...]:
    """One table for each gender, total first; time runs from the newest."""
    areas = ordered_areas(strategy, series)
    names = tuple(capital(area_name(strategy, area)) for area in areas)
    periods = series.periods[::-1]
    labels = tuple(period(each) for each in periods)
    return tuple(
        _table(series, gender, areas=areas, names=names, periods=periods, labels=labels)
        for gender in series.genders
    )


def ordered_areas(strategy: Strategy, series: Series) -> tuple[str, ...]:
    """Areas with figures: the county, the comparison area, then by name."""
    first = (strategy.info.county_area, strategy.info.comparison_area)
    present = series.areas
    rest = sorted((area for area in present if area not in first), key=lambda area: area_name(strategy, area))
    return (*(area for area in first if area in present), *rest)


def flags(series: Series) -> tuple[Status, ...]:
    """The statuses that the tables need to explain."""
    present = {each.status for each in series.observations if each.status is not Status.NORMAL}
    return tuple(each for each in (*_FLAGS, *ABSENT) if each in present)


def _table(
    series: Series,
    gender: Gender,
    *,
    areas: tuple[str, ...],
    names: tuple[str, ...],
    periods: tuple[str, ...],
    labels: tuple[str, ...],
) -> ObservationTable:
    lines = [tuple(_cells(series, area, gender, periods)) for area in areas]
    is_tall = len(areas) <= _FEW_AREAS
    cells = tuple(zip(*lines, strict=True)) if is_tall else tuple(lines)
    return ObservationTable(
        id=f"{series.indicator_id}-{series.definition.id}-{gender.value}".lower(),
        people="" if gender is Gender.TOTAL else GENDER_WORDS[gender],
        corner="År" if is_tall else "Område",
        columns=names if is_tall else labels,
        rows=tuple(zip(labels if is_tall else names, cells, strict=True)),
    )


def _cells(series: Series, area: str, gender: Gender, periods: tuple[str, ...]) -> Iterator[str]:
    """The figures of one area in the order of `periods`."""
    found = {each.time_period: each for each in series.line(area, gender)}
    decimals = series.decimals
    for time_period in periods:
        observation = found.get(time_period)
        yield _cell(observation, decimals) if observation else ABSENT[Status.MISSING]


def _cell(observation: Observation, decimals: int) -> str:
    if observation.value is None:
        return ABSENT.get(observation.status, ABSENT[Status.MISSING])
    text = number(observation.value, decimals)
    # Most figures are: asking first spares a look-up for each of them.
    if observation.status is Status.NORMAL:
        return text
    flag = _FLAGS.get(observation.status)
    return f"{text} {flag}" if flag else text
