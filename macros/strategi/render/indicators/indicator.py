"""Render the content of an indicator's page.

It holds the sentence, chart, judgement, places, genders, figures and definition.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from strategi.model.indicator import Indicator, Series, SeriesDefinition, SeriesSource, Status
from strategi.model.judgement import Basis, Judgement
from strategi.model.strategy import Strategy
from strategi.render.indicators.area_bars import AreaBars, area_bars
from strategi.render.indicators.chart import Drawing, area_chart, gender_chart
from strategi.render.indicators.credit import Credit, series_credit
from strategi.render.indicators.observation_table import ObservationTable, flags, observation_tables
from strategi.render.indicators.progress import Since, since
from strategi.render.indicators.sentences import comparison, headline, sentence
from strategi.render.subject import Subject, find_indicator, find_series, name_of, subject
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.rules.progress import headline_series


@dataclass(frozen=True, kw_only=True)
class SeriesSection:
    """Everything that is shown of one series. Each part is made when it is shown: a chart needs no tables."""

    about: Subject

    @property
    def series(self) -> Series:
        """The figures."""
        return self.about.series

    @cached_property
    def sentence(self) -> str:
        """The latest figure in words."""
        return sentence(self.about)

    @cached_property
    def chart(self) -> Drawing | None:
        """The county and what it is compared with, over time."""
        return area_chart(self.about)

    @cached_property
    def genders(self) -> Drawing | None:
        """Women and men, over time."""
        return gender_chart(self.about)

    @cached_property
    def since(self) -> Since:
        """How the county's figures have gone since the strategy began."""
        return since(self.about.since_start, self.about.strategy.words, self.series.decimals)

    @cached_property
    def since_words(self) -> str:
        """The same comparison in words, or why there is none."""
        found = self.about.since_start
        compared = comparison(found, self.about) if isinstance(found, Judgement) else ""
        return "; ".join(filter(None, [compared, self.since.reason]))

    @cached_property
    def judgements(self) -> tuple[tuple[Judgement, str], ...]:
        """The other comparisons, each in words."""
        found = self.about.judgements()
        others = (basis for basis in Basis if basis in found and basis is not Basis.START)
        return tuple((found[basis], comparison(found[basis], self.about)) for basis in others)

    @cached_property
    def areas(self) -> AreaBars | None:
        """The places beside each other."""
        return area_bars(self.about)

    @cached_property
    def tables(self) -> tuple[ObservationTable, ...]:
        """Every figure."""
        return observation_tables(self.about.strategy, self.series)

    @cached_property
    def flags(self) -> tuple[Status, ...]:
        """What the marks in the tables mean."""
        return flags(self.series)

    @cached_property
    def credit(self) -> Credit:
        """Whose figures they are."""
        return series_credit(self.about.strategy, self.series)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """How one series is defined and fetched, whether or not it has figures yet."""

    definition: SeriesDefinition
    source: SeriesSource | None
    has_figures: bool


def indicator(view: View, indicator_id: str, *, data_size: int | None = None, history: str = "") -> str:
    """An indicator's page below its heading, and last its history as HTML.

    `data_size` is the size of its CSV file in bytes.
    """
    found = find_indicator(view.strategy, indicator_id)
    figures = _headline_first(view.strategy, indicator_id)
    return fragment(
        "indicator.html",
        view=view,
        indicator=found,
        subgoal=view.strategy.subgoal_by_id.get(str(found.subgoal)),
        name=name_of(view, indicator_id),
        headline=headline(view, indicator_id),
        sections=[series_section(view, each) for each in figures],
        measurements=_measurements(view.strategy, found),
        references=[view.strategy.reference_by_id[each] for each in found.references],
        latest=max((each.periods[-1] for each in figures), default=None),
        data_size=data_size,
        history=history,
    )


def chart(view: View, indicator_id: str, *, series: str | None = None) -> str:
    """One series' chart with its source, to stand in a text."""
    section = _section(view, indicator_id, series)
    return fragment("indicator_chart.html", view=view, section=section)


def table(view: View, indicator_id: str, *, series: str | None = None) -> str:
    """One series' figures with their source, to stand in a text."""
    section = _section(view, indicator_id, series)
    return fragment("indicator_table.html", view=view, section=section, name=name_of(view, indicator_id))


def series_section(view: View, series: Series) -> SeriesSection:
    """Gather what is shown of one series."""
    return SeriesSection(about=subject(view.strategy, series))


def _section(view: View, indicator_id: str, series_id: str | None) -> SeriesSection | None:
    """The series asked for, or the one that speaks for the indicator; None where there are no figures."""
    find_indicator(view.strategy, indicator_id)
    if series_id:
        found = find_series(view.strategy, indicator_id, series_id)
    else:
        found = headline_series(view.strategy, indicator_id)
    return series_section(view, found) if found else None


def _headline_first(strategy: Strategy, indicator_id: str) -> list[Series]:
    headline = headline_series(strategy, indicator_id)
    return sorted(strategy.series.get(indicator_id, ()), key=lambda each: each is not headline)


def _measurements(strategy: Strategy, found: Indicator) -> list[Measurement]:
    sources = {each.series: each for each in strategy.sources.series if each.indicator == found.id}
    present = {each.definition.id for each in strategy.series.get(found.id, ())}
    return [
        Measurement(definition=each, source=sources.get(each.id), has_figures=each.id in present)
        for each in found.series
    ]
