"""Draw how a figure moves, small enough to stand in a table."""

from __future__ import annotations

from dataclasses import dataclass

from strategi.render.indicators.scale import Scale, moment
from strategi.render.indicators.stroke import path
from strategi.render.subject import Subject
from strategi.rules.judgement import comparable
from strategi.words.numbers import number, period

_WIDTH, _HEIGHT, _MARGIN = 96, 24, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """A line without axes, its end point, and what it shows in words."""

    label: str
    path: str
    end: tuple[float, float]


def sparkline(about: Subject) -> Sparkline | None:
    """Draw the area's own figures since the last break; None where they are of fewer than two times."""
    line = comparable(about.series.line(about.area)) if about.area else ()
    known = [(moment(each.time_period), each.value, each) for each in line if each.value is not None]
    # A year and its January begin at the same time: between them there is nothing to draw.
    if len({when for when, _, _ in known}) < 2:
        return None
    values = [value for _, value, _ in known]
    low, high = min(values), max(values)
    x = Scale(low=known[0][0], high=known[-1][0], start=_MARGIN, end=_WIDTH - _MARGIN)
    # A flat line runs through the middle.
    y = Scale(low=low, high=high, start=_HEIGHT - _MARGIN, end=_MARGIN)
    places = [(x(when), y(value) if high > low else _HEIGHT / 2) for when, value, _ in known]
    ends = (known[0][2], known[-1][2])
    start, end = (
        f"{number(each.value or 0.0, about.series.decimals)} ({period(each.time_period)})" for each in ends
    )
    return Sparkline(label=f"Från {start} till {end}", path=path(places), end=places[-1])
