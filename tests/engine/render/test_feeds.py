"""What a feed reader gets: every decision, every change, the same each time and whatever the content says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategi.model.log import RevisionLog, Step
from strategi.model.revision_id import RevisionId
from strategi.render.addresses import CHANGE_FEED, DECISION_FEED
from strategi.render.feeds.atom import MOST_CHANGES, change_feed, decision_feed
from strategi.render.view import View

from tests.engine.render.feed_examples import (
    SITE,
    TODAY,
    approved,
    decided,
    history,
    known_in_part,
    recommended,
    view,
)

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = (decision_feed, change_feed)
Feed = Callable[[View, str], str]

both = pytest.mark.parametrize("feed", FEEDS)


def parsed(text: str) -> Any:
    """What a feed reader makes of it; it must find nothing wrong."""
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def titles(text: str) -> list[str]:
    return [each.title for each in parsed(text).entries]


def emptied() -> View:
    return view(replace(decided(revisions=()), ledgers={}, postponements=()), log=RevisionLog())


def test_decisions_are_as_their_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("render/feed-decisions.xml", decision_feed(view()).rstrip("\n"))


def test_changes_are_as_their_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("render/feed-changes.xml", change_feed(view(site_url="")).rstrip("\n"))


@both
@pytest.mark.parametrize("shown", [view(), emptied()], ids=["decided", "empty"])
def test_has_what_atom_requires(feed: Feed, shown: View) -> None:
    root = ElementTree.fromstring(feed(shown).encode())
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for required in ("id", "title", "updated"):
            found = element.findall(f"{ATOM}{required}")
            assert len(found) == 1 and found[0].text, required
        assert UUID(element.findtext(f"{ATOM}id", "").removeprefix("urn:uuid:")).version == 5
        # RFC 3339 demands a zone, and Atom that it is a moment.
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ways = [link.attrib for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert len(ways) == 1 and ways[0]["href"].startswith(SITE)


@both
def test_every_entry_has_an_id_of_its_own_and_a_place_to_read_more(feed: Feed) -> None:
    entries = parsed(feed(view())).entries
    assert len(entries) >= 6
    assert len({each.id for each in entries}) == len(entries)
    assert all(each.link.startswith(SITE) and each.summary for each in entries)


@both
def test_the_newest_comes_first_and_dates_the_feed(feed: Feed) -> None:
    found = parsed(feed(view()))
    days = [each.updated for each in found.entries]
    assert days == sorted(days, reverse=True)
    assert found.feed.updated == days[0] == "2024-05-06T00:00:00+02:00"
    assert found.entries[0].updated_parsed[:4] == (2024, 5, 5, 22)  # midnight in Sweden, in summer


@both
def test_a_feed_without_entries_is_dated_by_the_strategy(feed: Feed) -> None:
    found = parsed(feed(emptied()))
    assert not found.entries and found.feed.updated == "2020-01-01T00:00:00+01:00"


def test_ids_are_the_same_wherever_the_site_stands_and_whatever_things_are_called() -> None:
    renamed = decided(revisions=(approved(), recommended(title="Annat", reason="Annan.")))
    info = renamed.info.model_copy(update={"title": "Ny", "short_title": "Ny"})
    elsewhere = parsed(change_feed(view(replace(renamed, info=info), site_url="https://annan.example/")))
    here = parsed(change_feed(view()))
    assert [each.id for each in elsewhere.entries] == [each.id for each in here.entries]
    assert elsewhere.feed.id == here.feed.id != parsed(decision_feed(view())).feed.id


def test_another_strategy_has_other_ids() -> None:
    info = decided().info.model_copy(update={"id": "annan"})
    theirs = parsed(change_feed(view(replace(decided(), info=info)))).entries
    assert not {each.id for each in theirs} & {each.id for each in parsed(change_feed(view())).entries}


def test_a_day_s_steps_keep_their_ids_when_more_come() -> None:
    log = history()
    later = Step(
        taken_on=date(2022, 3, 4), revision_id=None, is_correction=False, changes=log.steps[2].changes
    )
    more = replace(log, steps=(*log.steps[:3], later, *log.steps[3:]))
    before, after = (
        {each.id for each in parsed(change_feed(view(log=each, site_url=""))).entries} for each in (log, more)
    )
    assert before < after and len(after - before) == 1


def test_links_are_relative_only_where_nobody_knows_the_address() -> None:
    root = ElementTree.fromstring(decision_feed(view(site_url="")))
    links = [each.attrib for each in root.iter(f"{ATOM}link")]
    assert {each["rel"] for each in links} == {"alternate"}
    assert all(each["href"].startswith("../") for each in links)
    whole = {
        each.get("href", "") for each in ElementTree.fromstring(decision_feed(view())).iter(f"{ATOM}link")
    }
    assert whole == {SITE + each["href"].removeprefix("../") for each in links} | {SITE + DECISION_FEED}
    assert f'href="{SITE}{CHANGE_FEED}"' in change_feed(view())


def test_decisions_are_those_with_a_known_day_that_has_come() -> None:
    assert len(titles(decision_feed(view()))) == 6
    said = decision_feed(view())
    assert "Ekeby kommun har antagit strategin med avvikelser" in said
    assert "Lundby" not in said and "Åsen" not in said
    day_before = view(today=date(2020, 5, 31))
    assert titles(decision_feed(day_before)) == [
        "Revideringen den 1 mars 2020: Versionen för <alla> & envar",
        "Revideringen den 1 november 2019: Förslaget",
    ]


def test_a_revision_whose_day_is_not_known_comes_when_its_text_could_be_read() -> None:
    strategy = decided(revisions=(approved(), recommended(), known_in_part()))
    assert "Revideringen 2021" not in decision_feed(view(strategy))
    step = Step(taken_on=date(2023, 4, 5), revision_id=RevisionId("2021"), is_correction=False, changes=())
    log = replace(history(), steps=(*history().steps, step))
    (entry,) = (
        each
        for each in parsed(decision_feed(view(strategy, log=log))).entries
        if each.title.startswith("Revideringen 2021: ")
    )
    assert entry.updated == "2023-04-05T00:00:00+02:00"
    assert entry.summary.startswith("Version från 2021 (vem som beslutade är inte känt). Vad som beslutades ")
    broken = view(strategy, log=replace(log, problem="Historiken är inte hel"))
    assert "Revideringen 2021" not in decision_feed(broken)


def test_a_revision_says_what_it_touches_as_far_as_its_texts_are_found() -> None:
    scope = "Omfattning: ändr. målbilden; nya avsnitt Resan och Målet."
    assert scope in decision_feed(view())
    assert "Omfattning" not in decision_feed(view(log=RevisionLog()))


def test_a_revision_that_was_withdrawn_says_so() -> None:
    withdrawn = decided(revisions=(approved(), recommended(withdrawn=True)))
    assert "Beslutet är återkallat." in decision_feed(view(withdrawn))
    assert "återkallat" not in decision_feed(view())


def test_what_a_decision_s_record_tells_is_not_told_again_as_a_small_change() -> None:
    told = change_feed(view())
    steps = [each for each in parsed(told).entries if each.title.startswith("Ändringar")]
    assert len(steps) == 3
    assert "lydelsen" not in "".join(each.summary for each in steps)


def test_many_changes_of_a_day_are_told_in_part_and_counted() -> None:
    summary = next(
        each.summary for each in parsed(change_feed(view())).entries if "30 september" in each.title
    )
    assert summary.startswith("Nyckeltal N01. Nöjda invånare: 12 nya värden, 2 rättade.")
    assert summary.endswith("Därtill 3 ändringar.")


def test_corrected_figures_of_a_day_are_one_entry_for_each_indicator() -> None:
    found = {each.title: each.summary for each in parsed(change_feed(view())).entries}
    assert found["Rättade värden: Nyckeltal N01. Nöjda invånare"].startswith("1 rättat värde, 1 borttaget.")
    assert found["Rättade värden: Nyckeltal N02. Nöjda invånare"].startswith("1 rättat värde.")


def test_only_the_newest_changes_are_kept() -> None:
    change = history().steps[2].changes
    days = (TODAY - timedelta(days=back) for back in reversed(range(MOST_CHANGES + 20)))
    steps = tuple(Step(taken_on=each, revision_id=None, is_correction=False, changes=change) for each in days)
    entries = parsed(change_feed(view(log=RevisionLog(steps=steps)))).entries
    assert len(entries) == MOST_CHANGES
    assert entries[0].updated.startswith(TODAY.isoformat())


def test_without_a_whole_history_only_decisions_are_told_and_that_is_said() -> None:
    problem = "historiken är ofullständig i denna kopia: den är avkortad"
    cut_off = view(log=replace(history(), problem=problem))
    found = parsed(change_feed(cut_off))
    assert "Historiken är ofullständig i denna kopia: den är avkortad. Därför" in found.feed.subtitle
    assert [each.title for each in found.entries] == titles(decision_feed(cut_off))
    assert "ofullständig" not in change_feed(view())


@both
def test_the_same_content_gives_the_same_bytes(feed: Feed) -> None:
    assert feed(view()) == feed(view(page_url="om/"))


@given(st.text(st.characters(codec="utf-8")).map("a{}".format))
def test_is_well_formed_whatever_the_content_holds(anything: str) -> None:
    info = decided().info.model_copy(
        update={"title": anything, "short_title": anything, "publisher": anything}
    )
    revisions = (approved(title=anything), recommended(title=anything, reason=anything))
    shown = view(replace(decided(revisions=revisions), info=info))
    for feed in FEEDS:
        assert len(parsed(feed(shown)).entries) >= 6
