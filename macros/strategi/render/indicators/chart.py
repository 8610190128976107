"""Draw a series as lines over time in static SVG.

The geometry comes first, as values, then a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from strategi.model.indicator import Gender, Observation, Series, Status
from strategi.render.indicators.chart_words import description, title
from strategi.render.indicators.scale import Scale, Ticks, moment, spread_apart, ticks, year_ticks
from strategi.render.indicators.stroke import breaks, path, stretches
from strategi.render.subject import GENDER_WORDS, Subject, area_name
from strategi.words.numbers import capital, number

WIDTH, HEIGHT = 360, 232
"""The paper. On a phone a unit is somewhat less than a pixel, so that its text (13 units) stays readable."""
_TOP, _BOTTOM = 26, 206
_CHARACTER, _BOLD_CHARACTER = 7.4, 8.4
# Characters that take three fifths of the paper: room for the longest names, and for the lines.
_LONGEST_LABEL = int(WIDTH * 3 / 5 / _BOLD_CHARACTER)
_LABEL_DISTANCE = 29
_LABEL_MARGIN = 9
_YEAR_ROOM = 40
_FEWEST_POINTS = 3
"""Two points are better said in a sentence than drawn."""
_FEW_POINTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is to be drawn: one area or gender, named as in a sentence.

    `kind` is its look: main, comparison, women or men.
    """

    kind: str
    label: str
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """One line on the paper: path data for whole and dotted stretches, points, and a label at its end."""

    kind: str
    label: str
    value: str
    solid: str
    dotted: str
    points: tuple[tuple[float, float, bool], ...]
    """x, y and whether the figure is preliminary."""
    leader: str
    label_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole chart, ready for the template."""

    id: str
    title: str
    description: str
    unit: str
    left: float
    right: float
    grid: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    lines: tuple[DrawnLine, ...]
    breaks: tuple[float, ...]
    starts_at: str
    """The lowest value of the axis, or "" where that is zero."""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def has_gaps(self) -> bool:
        """Whether any stretch is dotted."""
        return any(each.dotted for each in self.lines)

    @property
    def has_preliminary(self) -> bool:
        """Whether any point drawn is preliminary."""
        return any(is_preliminary for each in self.lines for *_, is_preliminary in each.points)


def area_chart(about: Subject) -> Drawing | None:
    """Draw the area of the series beside the comparison area; None where there is nothing to draw."""
    info = about.strategy.info
    areas = dict.fromkeys((about.area or info.county_area, info.comparison_area))
    kinds = ("main", "comparison")
    lines = [
        Line(kind=kind, label=area_name(about.strategy, area), observations=about.series.line(area))
        for kind, area in zip(kinds, areas, strict=False)
        if area
    ]
    return drawing(about, lines, "chart")


def gender_chart(about: Subject) -> Drawing | None:
    """Draw women and men of the area; None where they are not told apart."""
    if about.area is None:
        return None
    kinds = {Gender.WOMEN: "women", Gender.MEN: "men"}
    lines = [
        Line(kind=kind, label=GENDER_WORDS[gender], observations=about.series.line(about.area, gender))
        for gender, kind in kinds.items()
    ]
    return drawing(about, lines, "gender")


def drawing(about: Subject, lines: Iterable[Line], purpose: str) -> Drawing | None:
    """Lay out the lines that have figures; None where no line has enough of them."""
    series = about.series
    shown = [(line, _with_values(line.observations)) for line in lines]
    shown = [(line, points) for line, points in shown if points]
    if max((len(points) for _, points in shown), default=0) < _FEWEST_POINTS:
        return None
    everything = [each for _, points in shown for each in points]
    axis = ticks([_value(each) for each in everything], series.decimals, series.definition.bounds)
    marks = [number(each, axis.decimals) for each in axis.values]
    labels = [text for line, points in shown for text in (_short(line.label), _shown(points[-1], series))]
    left = _width(marks, _CHARACTER)
    right = WIDTH - _LABEL_MARGIN - _width(labels, _BOLD_CHARACTER)
    x, y = _scales(everything, axis, left, right)
    years = year_ticks((each.time_period for each in everything), int((right - left) // _YEAR_ROOM) + 1)
    return Drawing(
        id=f"{series.indicator_id}-{series.definition.id}-{purpose}".lower(),
        title=title(about, [line.label for line, _ in shown], everything),
        description=" ".join(description(line.label, points, series) for line, points in shown),
        unit=series.definition.unit,
        left=left,
        right=right,
        grid=tuple((y(value), mark) for value, mark in zip(axis.values, marks, strict=True)),
        years=tuple((x(moment(str(year))), str(year)) for year in years),
        lines=_drawn(shown, x, y, series),
        breaks=breaks((points for _, points in shown), x),
        starts_at=marks[0] if axis.values[0] > 0 else "",
    )


def _scales(everything: Sequence[Observation], axis: Ticks, left: float, right: float) -> tuple[Scale, Scale]:
    moments = [moment(each.time_period) for each in everything]
    # The axis begins at the first year's January, so that its label has a place on the paper.
    first = min(moments) // 12 * 12
    last = max(max(moments), first + 1)
    across = Scale(low=first, high=last, start=left + 6, end=right)
    return across, Scale(low=axis.values[0], high=axis.values[-1], start=_BOTTOM, end=_TOP)


def _drawn(
    shown: Sequence[tuple[Line, Sequence[Observation]]], x: Scale, y: Scale, series: Series
) -> tuple[DrawnLine, ...]:
    """Place the lines, and their labels apart from each other."""
    ends = [y(_value(points[-1])) for _, points in shown]
    # A label is two rows high: the middle of them stands at the end of the line.
    label_places = spread_apart(ends, _LABEL_DISTANCE, _TOP, _BOTTOM - 10)
    return tuple(
        _drawn_line(line, points, x, y, label_y=label_y, value=_shown(points[-1], series))
        for (line, points), label_y in zip(shown, label_places, strict=True)
    )


def _drawn_line(
    line: Line, points: Sequence[Observation], x: Scale, y: Scale, *, label_y: float, value: str
) -> DrawnLine:
    places = [(x(moment(each.time_period)), y(_value(each))) for each in points]
    solid, dotted = stretches(points, places)
    has_every_point = bool(dotted) or len(points) <= _FEW_POINTS
    marked = range(len(points)) if has_every_point else [len(points) - 1]
    end_x, end_y = places[-1]
    is_far = abs(end_y - label_y) > 8 or x.end - end_x > 8
    return DrawnLine(
        kind=line.kind,
        label=capital(_short(line.label)),
        value=value,
        solid=solid,
        dotted=dotted,
        points=tuple((*places[each], points[each].status is Status.PRELIMINARY) for each in marked),
        leader=path([(end_x + 4, end_y), (x.end + _LABEL_MARGIN - 2, label_y)]) if is_far else "",
        label_y=label_y,
    )


def _with_values(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(each for each in observations if each.value is not None)


def _value(observation: Observation) -> float:
    """The value of an observation that is known to have one."""
    assert observation.value is not None
    return observation.value


def _shown(observation: Observation, series: Series) -> str:
    return number(_value(observation), series.decimals)


def _short(label: str) -> str:
    """A label that leaves room for the lines; the whole of a longer one stands in the title and the table."""
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"


def _width(texts: Iterable[str], character: float) -> float:
    """Room for the longest of the texts, in units of the paper."""
    return max(len(each) for each in texts) * character + 2
