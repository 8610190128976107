"""Identify the figures that a page is about: which series, which area, and compared with which."""

from __future__ import annotations

from dataclasses import dataclass

from strategi.model.evidence import Evidence, Known
from strategi.model.governance import Principal
from strategi.model.indicator import Direction, Gender, Indicator, Observation, Series
from strategi.model.judgement import Basis, Judgement, Unjudged
from strategi.model.strategy import Strategy
from strategi.render.errors import UnknownName
from strategi.render.view import View
from strategi.rules.judgement import judgements
from strategi.rules.progress import headline_series, since_start

GENDER_WORDS = {Gender.TOTAL: "alla", Gender.WOMEN: "kvinnor", Gender.MEN: "män"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One series as the site speaks of it: the county's figures, or the comparison area's where it has none.

    `area` is None where neither has figures (only single municipalities have).
    """

    strategy: Strategy
    indicator: Indicator
    series: Series
    area: str | None

    @property
    def is_county(self) -> bool:
        """Whether the figures are the county's own."""
        return self.area is not None and self.area == self.strategy.info.county_area

    @property
    def latest(self) -> Observation | None:
        """The area's newest figure."""
        return self.series.latest(self.area) if self.area else None

    @property
    def place(self) -> str:
        """The area's name as it stands in a sentence, after `i`."""
        return area_name(self.strategy, self.area) if self.area else self.strategy.info.county

    @property
    def since_start(self) -> Judgement | Unjudged:
        """How the county's own figures have gone since the strategy began."""
        info = self.strategy.info
        direction: Known[Direction] = self.indicator.direction
        return since_start(self.series, direction, area=info.county_area, start=info.first_day)

    def judgements(self) -> dict[Basis, Judgement]:
        """What the latest figure can be compared with."""
        if self.area is None:
            return {}
        info = self.strategy.info
        direction: Known[Direction] = self.indicator.direction
        found = judgements(self.series, direction, area=self.area, comparison_area=info.comparison_area)
        since = self.since_start
        started = {Basis.START: since} if isinstance(since, Judgement) else {}
        return started | {each.basis: each for each in found}


def subject(strategy: Strategy, series: Series) -> Subject:
    """Speak of one series."""
    candidates = (strategy.info.county_area, strategy.info.comparison_area)
    area = next((each for each in candidates if series.latest(each)), None)
    indicator = strategy.indicator_by_id[series.indicator_id]
    return Subject(strategy=strategy, indicator=indicator, series=series, area=area)


def headline_subject(strategy: Strategy, indicator_id: str) -> Subject | None:
    """Speak of the series that speaks for the indicator; None where there are no figures."""
    series = headline_series(strategy, indicator_id)
    return subject(strategy, series) if series else None


def area_name(strategy: Strategy, code: str) -> str:
    """An area's name as it stands in a sentence: the county and the country have their own there."""
    info = strategy.info
    own = {info.comparison_area: info.comparison_name} | {info.county_area: info.county}
    return own.get(code) or strategy.area_names.get(code, code)


def find_indicator(strategy: Strategy, indicator_id: str) -> Indicator:
    """The indicator of that id. Raise UnknownName."""
    if indicator_id not in strategy.indicator_by_id:
        raise UnknownName(strategy.words.indicator.no, indicator_id, strategy.indicator_by_id)
    return strategy.indicator_by_id[indicator_id]


def name_of(view: View, indicator_id: str) -> str:
    """The indicator's name, or that it has none."""
    name = find_indicator(view.strategy, indicator_id).name
    if name is Evidence.NOT_FOUND:
        return view.words.say("{Indicator} {id}: namnet saknas", id=indicator_id)
    return name


def find_subgoal_id(strategy: Strategy, subgoal_id: str) -> str:
    """The id, if a subgoal carries it. Raise UnknownName."""
    if subgoal_id not in strategy.subgoal_by_id:
        raise UnknownName(strategy.words.goal.no, subgoal_id, strategy.subgoal_by_id)
    return subgoal_id


def find_principal(strategy: Strategy, principal_id: str) -> Principal:
    """The principal of that id. Raise UnknownName."""
    if principal_id not in strategy.principal_by_id:
        raise UnknownName(strategy.words.principal.no, principal_id, strategy.principal_by_id)
    return strategy.principal_by_id[principal_id]


def find_series(strategy: Strategy, indicator_id: str, series_id: str) -> Series | None:
    """The series of that id, None where it is defined but has no figures. Raise UnknownName."""
    defined = [each.id for each in find_indicator(strategy, indicator_id).series]
    if series_id not in defined:
        raise UnknownName(f"ingen serie i {indicator_id} med namnet", series_id, defined)
    figures = strategy.series.get(indicator_id, ())
    return next((each for each in figures if each.definition.id == series_id), None)


def find_area(strategy: Strategy, named: str) -> str:
    """The code of an area given by its code, its name or its principal's id. Raise UnknownName."""
    codes = {code: code for code in strategy.area_names}
    by_name = {name: code for code, name in strategy.area_names.items()}
    by_id = {each.id: each.area for each in strategy.principals if each.area}
    sentence = {area_name(strategy, code): code for code in codes}
    known = sentence | by_name | by_id | codes
    if named not in known:
        raise UnknownName("inget område", named, by_name)
    return known[named]


def find_gender(named: str) -> Gender:
    """The gender given by Kolada's letter or in words. Raise UnknownName."""
    known = {each.value: each for each in Gender} | {word: each for each, word in GENDER_WORDS.items()}
    if named not in known:
        raise UnknownName("inget kön", named, known)
    return known[named]
