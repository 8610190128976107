"""What is not known of decisions: all else is still told, no day is invented, and no sentence is empty."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some
from selectolax.lexbor import LexborHTMLParser
from strategi.model.evidence import Evidence
from strategi.model.governance import (
    AdoptionLedger,
    ChangeClass,
    DecisionKind,
    Outcome,
    Revision,
    undocumented,
)
from strategi.model.log import RecordedText, RevisionLog, Step
from strategi.model.revision_id import RevisionId
from strategi.model.standing import Phase
from strategi.model.strategy import Strategy
from strategi.render.feeds.atom import change_feed, decision_feed
from strategi.render.feeds.revisions_json import revisions_json
from strategi.render.history.part_history import part_history
from strategi.render.made.catalogue import made_pages
from strategi.render.review.standing_effects import standing_words
from strategi.render.revisions import chooser, comparison, revision, revision_log
from strategi.render.strategy import adoptions, principals, standing
from strategi.render.terminal.log_text import log_json, log_text
from strategi.render.view import View
from strategi.rules.legal_status import legal_status, turning_days
from strategi.rules.standing import standing as standing_of
from strategi.words.numbers import day

from tests.engine.render.feed_examples import recommended
from tests.engine.render.strategy_examples import example

UNKNOWN = Evidence.NOT_FOUND
TODAY = date(2024, 7, 2)
FIRST_DAY, STEP = date(2021, 1, 1), date(2023, 5, 4)
SWEDISH_DAY = re.compile(
    r"[0-9]{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
    r" [0-9]{4}"
)
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What is left of a sentence where the words that it was made for are missing.
EMPTY = re.compile(
    r"\b(?:den|av|i|från|sedan|om|är|till|senast|revideringen|versionen) [.,;:)]"
    r"|\b(?:den|av|i) \(|\( ?\)| [,.;]|None|not-found|Evidence\."
)


def maybe(known: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    return some.just(UNKNOWN) | known


@cache
def texts() -> tuple[Strategy, Strategy]:
    new = example()
    return new, replace(new, vision=new.vision.model_copy(update={"text": "Nära – hela dagen"}))


@some.composite
def counties(draw: Any) -> tuple[Strategy, RevisionLog]:
    """A strategy with a line of revisions, of which any of the facts can be unknown, and their history."""
    days = sorted(draw(some.lists(some.integers(0, 1500), unique=True, max_size=4)))
    revisions: list[Revision] = []
    for number in days:
        revisions.append(draw_revision(draw, FIRST_DAY + timedelta(number), revisions))
    strategy = replace(texts()[0], revisions=tuple(revisions), ledgers=draw_ledgers(draw, revisions))
    recorded = [
        RecordedText(revision=each, strategy=draw(some.sampled_from([*texts(), None]))) for each in revisions
    ]
    steps = [
        Step(
            taken_on=date(2023, 5, 4) + timedelta(place), revision_id=each.id, is_correction=False, changes=()
        )
        for place, each in enumerate(revisions)
        if draw(some.booleans())
    ]
    return strategy, RevisionLog(texts=tuple(recorded), steps=tuple(steps))


def draw_revision(draw: Any, when: date, before: list[Revision]) -> Revision:
    decided_on = draw(maybe(some.just(when)))
    # A day that is not known is not known from the id either.
    lengths = (4, 7) if decided_on is UNKNOWN else (4, 7, 10)
    period = when.isoformat()[: draw(some.sampled_from(lengths))]
    taken = sum(each.id.period == period for each in before)
    return recommended(
        **{
            "id": RevisionId(f"{period}-{'bcde'[taken - 1]}" if taken else period),
            "class": draw(some.sampled_from([UNKNOWN, ChangeClass.ESSENTIAL, ChangeClass.NON_ESSENTIAL])),
            "decision": draw(maybe(some.sampled_from(DecisionKind))),
            "decided_by": draw(maybe(some.just("rad"))),
            "decided_on": decided_on,
            "effective_from": draw(maybe(some.just(date(2022, 2, 3)) | some.just(date(2026, 2, 3)))),
            "condition": draw(maybe(some.just("Alla ska besluta lika"))),
            "predecessor": before[-1].id if before else None,
            "digest": UNKNOWN,
            "corrections": (),
            "informed": (),
            "withdrawn": draw(some.sampled_from([False, False, True])),
        }
    )


def draw_ledgers(draw: Any, revisions: list[Revision]) -> dict[RevisionId, AdoptionLedger]:
    ledgers = {}
    for each in revisions:
        outcome = draw(some.sampled_from(Outcome))
        row = undocumented("region").model_copy(update={"outcome": outcome, "references": ("beslut",)})
        if draw(some.booleans()):
            ledgers[each.id] = AdoptionLedger(revision=each.id, adoptions=(row,))
    return ledgers


def told(view: View) -> Iterator[str]:
    """Everything that is told of the decisions, as text."""
    recorded = [each.id for each in view.strategy.revisions]
    found = [each.revision.id for each in view.log.texts if each.strategy]
    pages = [
        standing.standing(view),
        standing.standing_summary(view),
        revision_log.revision_log(view),
        revision_log.latest_changes(view),
        adoptions.adoptions(view),
        adoptions.adoption_summary(view),
        principals.principal(view, "region"),
        chooser.chooser(view),
        part_history(view, "vision"),
        *(revision.revision(view, each) for each in recorded),
        *(comparison.comparison(view, old, new) for old, new in combinations(found, 2)),
    ]
    yield from (LexborHTMLParser(page).text(separator=" ", strip=True) for page in pages)
    yield from (page for page in pages if "<time" in page)
    yield decision_feed(view)
    yield change_feed(view)
    yield str(log_text(view, width=10_000))
    yield from standing_words(view.strategy, view.today).values()
    yield from legal_status(view.strategy, view.today)


@settings(max_examples=80)
@given(counties(), some.sampled_from([date(2020, 5, 6), TODAY, date(2033, 8, 9)]))
def test_everything_is_told_and_no_day_is_invented(county: tuple[Strategy, RevisionLog], today: date) -> None:
    strategy, log = county
    view = View(
        strategy=strategy, today=today, log=log, page_url="revideringar/", site_url="https://a.example/"
    )
    known = days_in(strategy, log) | {today, *due_days(strategy)}
    for text in told(view):
        said = {*SWEDISH_DAY.findall(text), *ISO_DAY.findall(text)}
        assert said <= {day(each) for each in known} | {each.isoformat() for each in known}
    for page in made_pages(view, {}, {}):
        assert {*SWEDISH_DAY.findall(page.markdown), *ISO_DAY.findall(page.markdown)} <= {
            *(day(each) for each in known),
            *(each.isoformat() for each in known),
        }
    for data in (json.loads(revisions_json(view)), json.loads(log_json(view))):
        assert set(ISO_DAY.findall(json.dumps(data))) <= {each.isoformat() for each in known}


@settings(max_examples=80)
@given(counties())
def test_no_sentence_is_empty(county: tuple[Strategy, RevisionLog]) -> None:
    strategy, log = county
    view = View(strategy=strategy, today=TODAY, log=log, page_url="revideringar/")
    sentences = [
        *(standing.phase_words(strategy, each) for each in standing_of(strategy, TODAY).revisions),
        LexborHTMLParser(standing.standing(view)).text(separator="", strip=False),
        *(LexborHTMLParser(page).text(separator="", strip=False) for page in banners(view)),
        str(log_text(view, width=10_000)),
        *(
            LexborHTMLParser(each).text()
            for each in re.findall("<summary>.*?</summary>", decision_feed(view))
        ),
    ]
    for text in sentences:
        assert not EMPTY.search(re.sub(r"\s+", " ", text)), text


def banners(view: View) -> Iterator[str]:
    for each in view.strategy.revisions:
        page = revision.revision(view, each.id)
        yield page[: page.index("</dl>")]


@settings(max_examples=150)
@given(counties())
def test_what_is_not_known_is_no_proposal_and_not_in_force(county: tuple[Strategy, RevisionLog]) -> None:
    strategy, _ = county
    for today in turning_days(strategy, today=date(2020, 5, 6)):
        found = standing_of(strategy, today)
        assert [each.revision.id for each in found.revisions] == [each.id for each in strategy.revisions]
        for each in found.revisions:
            is_past = each.revision.earliest_day <= today and not each.revision.withdrawn
            if each.revision.decision is UNKNOWN and is_past:
                assert each.phase in (Phase.UNKNOWN, Phase.SUPERSEDED)
            if each.phase is Phase.UNKNOWN:
                assert each.revision.decision is UNKNOWN
        if found.coming:
            assert found.coming.decision is not UNKNOWN


@settings(max_examples=100)
@given(counties())
def test_in_the_log_revisions_stand_in_the_order_of_their_line(county: tuple[Strategy, RevisionLog]) -> None:
    strategy, log = county
    view = View(strategy=strategy, today=TODAY, log=replace(log, steps=()))
    rows = [each["id"] for each in json.loads(log_json(view))["entries"]]
    unknown = {each.id for each in strategy.revisions if each.decided_on is UNKNOWN}
    line = [each.id for each in strategy.revisions]
    assert sorted(rows) == sorted(line)
    for older, newer in pairwise(reversed(rows)):
        if older in unknown and newer in unknown:
            assert line.index(older) < line.index(newer)


def days_in(strategy: Strategy, log: RevisionLog) -> set[date]:
    """Every day that the county knows."""
    facts = f"{strategy.info!r} {strategy.revisions!r} {strategy.ledgers!r} {strategy.postponements!r}"
    facts += f" {log.steps!r} {[each.corrected_on for each in log.corrections]!r} {strategy.sources!r}"
    written = re.findall(r"datetime\.date\(([0-9]+), ([0-9]+), ([0-9]+)\)", facts)
    return {date(*map(int, numbers)) for numbers in written}


def due_days(strategy: Strategy) -> Iterator[date]:
    """What the interval says of the next revision."""
    for each in strategy.revisions:
        if isinstance(each.effective_from, date):
            start = each.effective_from
            yield start.replace(year=start.year + strategy.info.revision_interval_years)
