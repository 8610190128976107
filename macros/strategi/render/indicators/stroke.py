"""Compute the path data of a line of figures: where it is drawn, interrupted and dotted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from strategi.model.indicator import Observation, Status
from strategi.render.indicators.scale import Scale, moment
from strategi.words.numbers import coordinate

_LONGEST_STEP = 12
"""Months between two figures that a whole line may join; longer gaps are dotted."""


def path(points: Sequence[tuple[float, float]]) -> str:
    """Path data that joins the points."""
    return "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)


def stretches(points: Sequence[Observation], places: Sequence[tuple[float, float]]) -> tuple[str, str]:
    """Path data of the stretches with a figure each year, and of those without. A break joins nothing."""
    solid, dotted = [], []
    run = [places[0]]
    for (before, after), (start, end) in zip(pairwise(points), pairwise(places), strict=True):
        is_gap = moment(after.time_period) - moment(before.time_period) > _LONGEST_STEP
        if not is_gap and after.status is not Status.BREAK:
            run.append(end)
            continue
        if after.status is not Status.BREAK:
            dotted.append(path([start, end]))
        solid.append(run)
        run = [end]
    return "".join(path(each) for each in [*solid, run] if len(each) > 1), "".join(dotted)


def breaks(lines: Iterable[Sequence[Observation]], x: Scale) -> tuple[float, ...]:
    """Where the series are broken: between the first figure after the break and the one before it."""
    return tuple(
        sorted(
            {
                (x(moment(before.time_period)) + x(moment(after.time_period))) / 2
                for points in lines
                for before, after in pairwise(points)
                if after.status is Status.BREAK
            }
        )
    )
