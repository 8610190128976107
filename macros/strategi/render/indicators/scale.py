"""Map values and moments to positions on the paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_MOST_TICKS = 4
_FEWEST_STEPS = 10
"""A chart never magnifies less than this many rounding steps to its full height."""
_MONTHS = 12
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight map from `[low, high]` to `[start, end]` on the paper, in either direction."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place on the paper."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Round values that enclose the data; the outermost are the ends of the axis."""

    values: tuple[float, ...]
    decimals: int


def ticks(values: Sequence[float], decimals: int, bounds: Bounds = (None, None)) -> Ticks:
    """Choose at most four round values (1, 2 or 5 times a power of ten) that enclose `values` (not empty).

    `bounds` are the lowest and highest possible value.
    """
    low, high = _widened(min(values), max(values), _FEWEST_STEPS * 10.0**-decimals, bounds)
    for exponent, digit in _round_steps(high - low):
        first, last = _steps_around(low, high, digit, exponent)
        if last - first < _MOST_TICKS:
            break
    places = max(0, -exponent)
    marks = (round(index * digit * 10.0**exponent, places) for index in range(first, last + 1))
    return Ticks(values=tuple(marks), decimals=places)


def moment(time_period: str) -> int:
    """Months since year 0; a year stands at its January."""
    year, _, month = time_period.partition("-")
    return int(year) * _MONTHS + (int(month) - 1 if month else 0)


def year_ticks(periods: Iterable[str], room: int) -> tuple[int, ...]:
    """Years to label, at most `room`: those with figures, or every so many years back from the newest."""
    years = sorted({int(each[:4]) for each in periods})
    span = years[-1] - years[0]
    nearest = min((after - before for before, after in pairwise(years)), default=0)
    if nearest * (room - 1) >= span:
        return tuple(years)
    step = math.ceil((span + 1) / room)
    return tuple(range(years[-1], years[0] - 1, -step))[::-1]


def spread_apart(
    places: Sequence[float], distance: float, lowest: float, highest: float
) -> tuple[float, ...]:
    """Move places (in any order) so that all are `distance` apart, within the limits if there is room."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = list(places)
    floor = lowest
    for index in order:
        moved[index] = max(moved[index], floor)
        floor = moved[index] + distance
    ceiling = highest
    for index in reversed(order):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - distance
    return tuple(moved)


def _widened(low: float, high: float, least: float, bounds: Bounds) -> tuple[float, float]:
    """Widen a range to `least`, about its middle or away from the bound that it would pass."""
    missing = max(0.0, least - (high - low))
    bottom, top = bounds
    below = missing / 2
    if top is not None:
        below = max(below, missing - max(0.0, top - high))
    if bottom is not None:
        below = min(below, max(0.0, low - bottom))
    return low - below, high + missing - below


def _round_steps(span: float) -> Iterable[tuple[int, int]]:
    """Steps as (exponent, digit), from fine to coarse; the last is wider than any span asked for."""
    start = math.floor(math.log10(span)) - 1
    for exponent in range(start, start + 4):
        for digit in (1, 2, 5):
            yield exponent, digit


def _steps_around(low: float, high: float, digit: int, exponent: int) -> tuple[int, int]:
    """The multiples of the step that enclose the range, forgiving the last bits of binary fractions."""
    step = digit * 10.0**exponent
    return math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
