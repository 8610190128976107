"""Laws of sums: no count mixes roles, areas or times, and its parts are always the whole."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some
from selectolax.lexbor import LexborHTMLParser, LexborNode
from strategi.model.evidence import Evidence
from strategi.model.indicator import Direction, Indicator, Role, Series
from strategi.model.judgement import Judgement, Tally, Unjudged
from strategi.model.strategy import Strategy
from strategi.model.words import swedish
from strategi.render.indicators.overview import headlines, indicator_overview, indicator_table
from strategi.render.indicators.progress import counts, since
from strategi.render.indicators.progress import progress as progress_fragment
from strategi.render.strategy.cards import subgoal_cards
from strategi.render.view import View
from strategi.rules.progress import progress, tally

from tests.engine.render.invented import COUNTRY, COUNTY, indicator, series, strategy

AREAS = (COUNTY, COUNTRY, "9101")
YEARS = range(2018, 2028)
# Pages are drawn for each example, on machines that may be busy.
often = settings(max_examples=60)
years = some.sampled_from(YEARS).map(str)
months = some.tuples(some.sampled_from(YEARS), some.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}")
values = some.sampled_from([50.0, 50.2, 60.0, 70.0])
statuses = some.sampled_from(["normal", "normal", "normal", "break", "missing"])


@some.composite
def lines(draw: some.DrawFn) -> dict[str, list[tuple[Any, ...]]]:
    """Figures of years or of months, or of both, in some of the areas."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for area in draw(some.sets(some.sampled_from(AREAS))):
        for period in draw(some.sets(years | months, max_size=5)):
            status = draw(statuses)
            value = None if status == "missing" else draw(values)
            found.setdefault(area, []).append((period, value, status))
    return found


@some.composite
def indicators(draw: some.DrawFn, indicator_id: str) -> tuple[Indicator, list[Series]]:
    """An indicator of any role, subgoal and direction, with its figures."""
    drawn = indicator(
        indicator_id,
        role=draw(some.sampled_from(Role)),
        subgoal=draw(some.sampled_from(["D1", "D2", Evidence.NOT_FOUND])),
        direction=draw(some.sampled_from([*Direction, Evidence.NOT_FOUND])),
    )
    figures = [draw(lines()) for _ in range(draw(some.integers(0, 2)))]
    several = [
        series(each, indicator_id=indicator_id, series_id=f"serie-{number}")
        for number, each in enumerate(figures)
        if each
    ]
    return drawn, several


@some.composite
def counties(draw: some.DrawFn) -> Strategy:
    """A strategy that began on any day, with any indicators."""
    pairs = [draw(indicators(f"N{number:02}")) for number in range(1, draw(some.integers(1, 6)) + 1)]
    drawn = strategy(*pairs)
    start = draw(some.dates(date(2019, 1, 1), date(2026, 12, 31)))
    return replace(drawn, info=drawn.info.model_copy(update={"valid_from": start}))


def days(period: str) -> tuple[date, date]:
    """The first and the last day, by the calendar."""
    year, _, month = period.partition("-")
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    first = date(int(year), int(month), 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@often
@given(counties())
def test_every_indicator_of_a_role_is_in_one_count(drawn: Strategy) -> None:
    for role in Role:
        found = tally(drawn, role)
        assert found.total == sum(each.role is role for each in drawn.indicators)
        assert found.total == sum(each.number for each in counts(found, swedish()))


@often
@given(counties(), some.randoms())
def test_a_sum_is_the_sum_of_its_parts(drawn: Strategy, chance: Any) -> None:
    some_of = [each for each in drawn.indicators if chance.random() < 0.5]
    rest = [each for each in drawn.indicators if each not in some_of]
    for role in Role:
        whole, first, second = (tally(drawn, role, among) for among in (None, some_of, rest))
        assert all(
            getattr(whole, part) == getattr(first, part) + getattr(second, part) for part in Tally.__slots__
        )


@often
@given(counties())
def test_only_the_countys_figures_from_before_and_after_the_start_are_compared(drawn: Strategy) -> None:
    start = drawn.info.valid_from
    for each in drawn.indicators:
        found = progress(drawn, each.id)
        if isinstance(found, Judgement):
            latest, reference = found.derived.latest, found.derived.reference
            assert latest.area == reference.area == COUNTY
            assert days(latest.time_period)[0] >= start > days(reference.time_period)[1]
            assert len(latest.time_period) == len(reference.time_period)


@often
@given(counties())
def test_without_value_is_said_exactly_where_the_county_has_none_since_the_start(drawn: Strategy) -> None:
    start = drawn.info.valid_from
    for each in drawn.indicators:
        has_value = any(
            days(one.time_period)[0] >= start and one.value is not None
            for several in drawn.series.get(each.id, ())
            for one in several.line(COUNTY)
        )
        assert (progress(drawn, each.id) is not Unjudged.NO_VALUE_SINCE) is has_value


@often
@given(counties())
def test_what_another_role_or_area_says_changes_no_count(drawn: Strategy) -> None:
    appendix = tuple(each for each in drawn.indicators if each.role is Role.APPENDIX)
    alone = replace(
        drawn,
        indicators=appendix,
        series={key: tuple(map(_county_only, several)) for key, several in drawn.series.items()},
    )
    assert tally(alone, Role.APPENDIX) == tally(drawn, Role.APPENDIX)


def _county_only(figures: Series) -> Series:
    kept = [each for each in figures.observations if each.area == COUNTY]
    return Series.of(figures.indicator_id, figures.definition, decimals=figures.decimals, observations=kept)


@often
@given(counties())
def test_every_page_says_the_same_of_an_indicator(drawn: Strategy) -> None:
    view = View(strategy=drawn, today=date(2028, 1, 1))
    tables = "".join(indicator_table(view, each.id) for each in drawn.subgoals)
    heads = headlines(view, *(each.id for each in drawn.indicators))
    for each in drawn.indicators:
        said = since(progress(drawn, each.id), swedish()).words
        assert said in _words(_row(indicator_overview(view), each.id))
        assert f"{said} sedan strategin började" in _words(_item(heads, each.id))
        if each.subgoal in drawn.subgoal_by_id:
            assert said in _words(_row(tables, each.id))


@often
@given(counties())
def test_the_sentence_and_the_cards_say_the_tally(drawn: Strategy) -> None:
    view = View(strategy=drawn, today=date(2028, 1, 1))
    sentence = _words(LexborHTMLParser(progress_fragment(view)).css_first(".ls-progress__sentence"))
    found = tally(drawn, Role.APPENDIX)
    if found.total > 1:
        assert sentence.startswith(f"Av strategins {found.total} nyckeltal: ")
        assert sum(map(int, re.findall(r"(?<=[:,] )\d+", sentence))) == found.total
        for part in ("bättre", "sämre", "nästan oförändra", "utan värde"):
            assert re.search(rf"\b\d+ {part}", sentence), part
        assert all(f"{each.number} {each.words}" in sentence for each in counts(found, swedish()))
    cards = LexborHTMLParser(subgoal_cards(view)).css(".ls-card")
    for subgoal, card in zip(drawn.subgoals, cards, strict=True):
        of_it = tally(drawn, Role.APPENDIX, drawn.indicators_of(subgoal.id))
        shown = [_words(each) for each in card.css(".ls-card__state li")]
        assert shown == [f"{each.number} {each.words}" for each in counts(of_it, swedish())]


def _row(html: str, indicator_id: str) -> LexborNode:
    links = LexborHTMLParser(html).css(f'tr a[href="nyckeltal/{indicator_id.lower()}/"]')
    (row,) = (each.parent.parent for each in links)
    return row


def _item(html: str, indicator_id: str) -> LexborNode:
    (link,) = LexborHTMLParser(html).css(f'a[href="nyckeltal/{indicator_id.lower()}/"]')
    return link.parent


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
