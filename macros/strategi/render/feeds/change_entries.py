"""List changes between the decisions as feed entries: small steps and corrected figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from strategi.model.change import FigureChangeKind
from strategi.model.log import FigureCorrection, Step
from strategi.render import permanent_ids
from strategi.render.addresses import CORRECTIONS, REVISIONS, START
from strategi.render.feeds.feed_entry import Entry, joined
from strategi.render.history.beginning import beginning_words
from strategi.render.history.log_rows import untold
from strategi.render.view import View
from strategi.render.wording.change_words import figure_counts
from strategi.render.wording.record_words import indicator_label
from strategi.render.wording.step_words import step_sentences
from strategi.words.numbers import capital, counted, day

# So many changes of one step are told; the rest are counted.
_MOST_TOLD = 10


def change_entries(view: View) -> tuple[Entry, ...]:
    """The steps that history knows and the figures that were put right, in no order.

    Of a step that led to a revision or a correction, only what the record of that does not tell.
    """
    return (*_beginning(view), *_steps(view), *_figures(view))


def _beginning(view: View) -> Iterator[Entry]:
    began_on = view.log.beginning.began_on if view.log.beginning else None
    if began_on:
        yield Entry(
            id=permanent_ids.beginning_id(view.strategy),
            happened_on=began_on,
            title=f"Ny strategi: {view.strategy.info.short_title}",
            summary=beginning_words(view),
            address=REVISIONS,
        )


def _steps(view: View) -> Iterator[Entry]:
    numbers: Counter[date] = Counter()
    for step in view.log.steps:
        numbers[step.taken_on] += 1
        told = step_sentences(view, untold(step))
        if told:
            yield _step(view, step, told, number=numbers[step.taken_on])


def _step(view: View, step: Step, told: Sequence[str], *, number: int) -> Entry:
    rest = len(told) - _MOST_TOLD
    more = [f"Därtill {counted(rest, 'ändring', 'ändringar')}"] if rest > 0 else []
    return Entry(
        id=permanent_ids.step_id(view.strategy, step.taken_on, number),
        happened_on=step.taken_on,
        title=f"Ändringar den {day(step.taken_on)}",
        summary=joined([*told[:_MOST_TOLD], *more]),
        address=REVISIONS if view.has(REVISIONS) else START,
    )


def _figures(view: View) -> Iterator[Entry]:
    key = attrgetter("corrected_on", "indicator_id")
    for (corrected_on, indicator_id), group in groupby(sorted(view.log.corrections, key=key), key=key):
        yield Entry(
            id=permanent_ids.figures_id(view.strategy, corrected_on, indicator_id),
            happened_on=corrected_on,
            title=f"Rättade värden: {indicator_label(indicator_id, view.strategy)}",
            summary=joined([_counted(list(group)), "Värdena före och efter står bland rättelserna"]),
            address=CORRECTIONS,
        )


def _counted(figures: Sequence[FigureCorrection]) -> str:
    withdrawn = sum(not each.after for each in figures)
    counts = {
        FigureChangeKind.CORRECTED: len(figures) - withdrawn,
        FigureChangeKind.WITHDRAWN: withdrawn,
    }
    return capital(figure_counts(counts))
