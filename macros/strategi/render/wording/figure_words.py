"""List what has happened to an indicator's figures, with one row for each figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strategi.model.change import FigureChange, FiguresChange
from strategi.model.indicator import Gender, Observation, Series, Status
from strategi.model.strategy import Strategy
from strategi.render.subject import GENDER_WORDS, area_name
from strategi.words.numbers import counted, number, period

_BREAK = " (brott i serien)"
_MOST = 12


class FigureRow(NamedTuple):
    """One figure: which it is, and its value before and after; "" where there is none."""

    label: str
    before: str
    after: str


def figure_rows(change: FiguresChange, *strategies: Strategy) -> Iterator[FigureRow]:
    """Give a row for each figure, `Trygga hemma, riket, 2024`, in the words of the first strategy."""
    series = _series(change.indicator_id, strategies)
    for each in change.changes:
        known = series[each.series]
        yield FigureRow(
            f"{known.definition.title}, {_key(each, strategies[0])}",
            _value(each.before, known),
            _value(each.after, known),
        )


def few_figure_rows(change: FiguresChange, *strategies: Strategy) -> tuple[list[FigureRow], str]:
    """Give the first rows, and words for the rest: `… och 34 värden till`; "" where all are given."""
    rows = list(figure_rows(change, *strategies))
    more = counted(len(rows) - _MOST, "värde till", "värden till")
    return rows[:_MOST], f"… och {more}" if len(rows) > _MOST else ""


def amount(observation: Observation | None, series: Series) -> str:
    """Say a value without its unit, for a table: `71,3`, `71,3 (preliminärt)`, `saknas`, `skyddas`."""
    if observation is None or observation.value is None:
        is_suppressed = observation is not None and observation.status is Status.SUPPRESSED
        return "skyddas" if is_suppressed else "saknas"
    shown = number(observation.value, series.decimals)
    return f"{shown} (preliminärt)" if observation.status is Status.PRELIMINARY else shown


def _series(indicator_id: str, strategies: Iterable[Strategy]) -> dict[str, Series]:
    """By id; of one that both have, the first strategy's."""
    return {
        each.definition.id: each
        for strategy in reversed([*strategies])
        for each in strategy.series.get(indicator_id, ())
    }


def _key(change: FigureChange, strategy: Strategy) -> str:
    figure = change.after or change.before
    assert figure is not None
    people = f", {GENDER_WORDS[figure.gender]}" if figure.gender is not Gender.TOTAL else ""
    return f"{area_name(strategy, figure.area)}{people}, {period(figure.time_period)}"


def _value(figure: Observation | None, series: Series) -> str:
    if figure is None:
        return ""
    return amount(figure, series) + (_BREAK if figure.status is Status.BREAK else "")
