"""List the corrections of published text and figures that were wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategi.model.governance import Correction, Revision
from strategi.model.governed import RECORD_ID, governed_parts
from strategi.model.indicator import Gender
from strategi.model.log import FigureCorrection
from strategi.model.parts import Reference
from strategi.model.strategy import Strategy
from strategi.render.addresses import indicator_address
from strategi.render.strategy.references import references
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.change_words import part_label
from strategi.render.wording.record_words import indicator_label
from strategi.words.numbers import period

_GENDER_WORDS = {Gender.WOMEN.value: "kvinnor", Gender.MEN.value: "män"}
_RECORD = "Uppgifterna om beslutet"
_NO_FIGURE = "inget värde"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCorrection:
    """Where our rendering of what was decided was wrong."""

    revision: Revision
    part: str
    """What the part is called."""
    correction: Correction
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A published figure that got another value, in Swedish. `series` is "" for an indicator's only one."""

    corrected_on: date
    indicator: str
    address: str
    """Of the indicator's page; "" where there is none any more."""
    series: str
    place: str
    before: str
    after: str


def corrections(view: View) -> str:
    """Every correction of decided text and of figures, newest first."""
    texts = [row for each in view.strategy.revisions for row in text_corrections(view, each)]
    return fragment(
        "corrections.html",
        view=view,
        texts=sorted(texts, key=lambda row: row.correction.corrected_on, reverse=True),
        figures=[_figure(view, each) for each in reversed(view.log.corrections)],
    )


def text_corrections(view: View, revision: Revision) -> tuple[TextCorrection, ...]:
    """The corrections of one revision, newest first."""
    return tuple(reversed([*_texts(view, revision)]))


def _texts(view: View, revision: Revision) -> Iterator[TextCorrection]:
    text = view.log.text(revision.id) or view.strategy
    labels = {each.id: part_label(each, view.words) for each in governed_parts(text)}
    labels[RECORD_ID] = _RECORD
    for each in revision.corrections:
        yield TextCorrection(
            revision=revision,
            part=labels.get(each.part, each.part),
            correction=each,
            references=references(view, each.references),
        )


def _figure(view: View, found: FigureCorrection) -> FigureRow:
    strategy = view.strategy
    people = _GENDER_WORDS.get(found.gender)
    area = strategy.area_names.get(found.area, found.area)
    return FigureRow(
        corrected_on=found.corrected_on,
        indicator=indicator_label(found.indicator_id, strategy),
        address=indicator_address(view.words, found.indicator_id)
        if found.indicator_id in strategy.indicator_by_id
        else "",
        series=_series_title(strategy, found),
        place=", ".join(filter(None, (area, people, period(found.time_period)))),
        before=_written(found.before),
        after=_written(found.after),
    )


def _series_title(strategy: Strategy, found: FigureCorrection) -> str:
    indicator = strategy.indicator_by_id.get(found.indicator_id)
    titles = {each.id: each.title for each in indicator.series} if indicator else {}
    return "" if len(titles) == 1 else titles.get(found.series, found.series)


def _written(figure: str) -> str:
    """A figure as the file has it, in Swedish."""
    return figure.replace(".", ",").replace("-", "−") if figure else _NO_FIGURE
