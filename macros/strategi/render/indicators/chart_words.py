"""Describe a chart in words for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from strategi.model.indicator import Observation, Series
from strategi.render.subject import Subject
from strategi.words.lists import listed
from strategi.words.numbers import capital, number, period


def title(about: Subject, labels: Sequence[str], observations: Sequence[Observation]) -> str:
    """Name the chart: what is measured, for whom, and from when to when."""
    periods = sorted(each.time_period for each in observations)
    name = about.indicator.name if isinstance(about.indicator.name, str) else about.indicator.id
    whose = labels if about.place in labels else [f"{about.place}, {labels[0]}", *labels[1:]]
    when = "–".join(dict.fromkeys((period(periods[0]), period(periods[-1]))))
    return f"{name}, {about.series.definition.unit}. {capital(listed(whose))} {when}"


def description(label: str, points: Sequence[Observation], series: Series) -> str:
    """Say a line in words: `Länet: från 52,0 (2016) till 71,3 (2025), högst …, lägst ….`"""
    first, last = (_said(points[place], series) for place in (0, -1))
    if len(points) == 1:
        return f"{capital(label)}: {last}."
    by_value = sorted(points, key=lambda each: each.value or 0.0)
    lowest, highest = (_said(by_value[place], series) for place in (0, -1))
    return f"{capital(label)}: från {first} till {last}, högst {highest}, lägst {lowest}."


def _said(observation: Observation, series: Series) -> str:
    return f"{number(observation.value or 0.0, series.decimals)} ({period(observation.time_period)})"
