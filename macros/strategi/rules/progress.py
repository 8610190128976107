"""Judge how indicators have gone since the strategy began, and count them. The only place that does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain

from strategi.model.evidence import Known
from strategi.model.indicator import Direction, Gender, Indicator, Observation, Role, Series
from strategi.model.judgement import Basis, Judgement, Tally, Unjudged, Verdict
from strategi.model.strategy import Strategy
from strategi.rules.judgement import comparable, judgement

_CANNOT_BE_JUDGED = (Unjudged.NO_VALUE_BEFORE, Unjudged.BREAK_BETWEEN, Unjudged.UNKNOWN_START)
# No month has more days; a period is only compared with days, and never made one.
_LAST_DAY = 31


def since_start(
    series: Series,
    direction: Known[Direction],
    *,
    area: str | None,
    start: date | None,
    gender: Gender = Gender.TOTAL,
) -> Judgement | Unjudged:
    """Compare the latest figure of a period that began on `start` or later with the last that ended before.

    A period that `start` falls within is neither. Only periods of equal length are compared.
    """
    line = series.line(area, gender)
    if start is None:
        return Unjudged.UNKNOWN_START if line else Unjudged.NO_VALUE_SINCE
    latest = _latest_since(line, start)
    if latest is None:
        return Unjudged.NO_VALUE_SINCE
    before = [each for each in line if _is_before(each, start) and _is_as_long(each, latest)]
    if not before:
        return Unjudged.NO_VALUE_BEFORE
    kept = comparable(line)
    reference = next((each for each in reversed(before) if each in kept), None)
    if reference is None:
        return Unjudged.BREAK_BETWEEN
    return judgement(Basis.START, latest, reference, direction=direction, decimals=series.decimals)


def progress(strategy: Strategy, indicator_id: str) -> Judgement | Unjudged:
    """How one indicator has gone in the county since the strategy began, by its headline series."""
    series = headline_series(strategy, indicator_id)
    if series is None:
        return Unjudged.NO_VALUE_SINCE
    info, direction = strategy.info, strategy.indicator_by_id[indicator_id].direction
    return since_start(series, direction, area=info.county_area, start=info.first_day)


def headline_series(strategy: Strategy, indicator_id: str) -> Series | None:
    """The series that speaks for an indicator everywhere; None where there are no figures.

    The first with a figure of the county's since the start, else the first with any of the county's, else
    the first: an indicator is never said to lack what another of its series has.
    """
    several = strategy.series.get(indicator_id, ())
    county, start = strategy.info.county_area, strategy.info.first_day
    since = (each for each in several if start and _latest_since(each.line(county), start))
    own = (each for each in several if each.latest(county))
    return next(chain(since, own, several), None)


def tally(strategy: Strategy, role: Role, among: Iterable[Indicator] | None = None) -> Tally:
    """Count the indicators of one role, all or `among` some, by how they have gone in the county.

    There is no count of several roles together: what is decided is never added to what is not.
    """
    counted = strategy.indicators if among is None else among
    found = [progress(strategy, each.id) for each in counted if each.role is role]
    counts = Counter(each.verdict if isinstance(each, Judgement) else each for each in found)
    return Tally(
        better=counts[Verdict.BETTER],
        worse=counts[Verdict.WORSE],
        unchanged=counts[Verdict.UNCHANGED],
        unjudged=counts[Verdict.NEITHER] + sum(counts[reason] for reason in _CANNOT_BE_JUDGED),
        without_value=counts[Unjudged.NO_VALUE_SINCE],
    )


def _latest_since(line: tuple[Observation, ...], start: date) -> Observation | None:
    """The newest figure of a period that began on `start` or later."""
    day = (start.year, start.month, start.day)
    since = [each for each in line if (*_months(each)[0], 1) >= day and each.value is not None]
    # A year ends after each of its months but the last, and says more than that one.
    return max(since, key=lambda each: (_months(each)[1], -len(each.time_period)), default=None)


def _is_before(observation: Observation, start: date) -> bool:
    """Whether it is a figure of a period that ended before `start`."""
    ended = (*_months(observation)[1], _LAST_DAY)
    return observation.value is not None and ended < (start.year, start.month, start.day)


def _is_as_long(one: Observation, other: Observation) -> bool:
    return len(one.time_period) == len(other.time_period)


def _months(observation: Observation) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last month of a period: `2022`, `2022-06`."""
    year, _, month = observation.time_period.partition("-")
    return (int(year), int(month or 1)), (int(year), int(month or 12))
