"""Test that the pages of revisions show what changed, and that comparisons work without scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from playwright.sync_api import BrowserContext
from selectolax.lexbor import LexborNode

from tests.engine.site.pages import SITE_URL, Page
from tests.serving import Served

COMPARISON = "jamfor/2023-10-05/2024-02-14/"
# What the record says was new, part by part, with the page of the strategy that it stands on.
NOVELTIES = {
    "Vägen dit": ("8", "Vägen dit beskrivs i ett eget avsnitt"),
    "Lokal samverkan": ("9", "De lokala planerna samlas också in"),
    "Gemensam handlingsplan": ("10", "En gemensam handlingsplan tas fram"),
    "Årlig uppföljning": ("11", "Uppföljningen ger underlag till handlingsplanen"),
    "Länets samordning": ("12", "Samordningen sker fyra gånger om året"),
    "Revidering": ("14", "Vem som beslutar om revidering"),
}


def test_the_comparison_shows_each_novelty_with_its_note_and_page(pages: dict[str, Page]) -> None:
    sections = pages[COMPARISON].html.css("section.ls-compared")
    assert len(sections) == len(NOVELTIES)
    for section, (part, (number, note)) in zip(sections, NOVELTIES.items(), strict=True):
        words = _words(section)
        assert part in words.split("Ändring", 1)[0]
        assert note in words and f"Sidan {number} i strategin" in words
        assert section.css_first("ins")


def test_what_was_taken_away_is_struck_and_what_came_is_underlined(pages: dict[str, Page]) -> None:
    article = pages[COMPARISON].article
    struck = " ".join(_words(each) for each in article.css("del"))
    added = " ".join(_words(each) for each in article.css("ins"))
    assert "till exempel" in struck and "till exempel" not in added
    assert "Chefsgruppen kan besluta" in added and "Chefsgruppen" not in struck


@pytest.mark.parametrize(
    ("view", "struck", "columns"),
    [("Löpande", True, False), ("Två spalter", True, True), ("Bara den nya lydelsen", False, False)],
)
def test_the_three_views_work_without_scripts(
    open_context: Callable[..., BrowserContext], server: Served, view: str, struck: bool, columns: bool
) -> None:
    page = open_context(scripts=False).new_page()
    page.goto(server.url + COMPARISON)
    page.get_by_label(view).focus()
    page.keyboard.press("Space")
    assert page.locator("del:visible").count() > 0 if struck else page.locator("del:visible").count() == 0
    assert (page.locator(".ls-pair__old:visible").count() > 0) == columns
    said = page.locator("article").inner_text().count("Arbetet med vägen dit är en process")
    assert said == 1, "no copy of a passage is read twice"


def test_a_past_revision_says_so_and_leads_to_the_current_one(pages: dict[str, Page]) -> None:
    article = pages["revideringar/2023-10-05/"].article
    banner = article.css_first("aside.ls-standing, .ls-standing")
    assert banner is not None and "Ersatt av en nyare version" in _words(banner)
    assert banner.css_first('a[href$="2024-02-14/"]')
    assert "Gemensam handlingsplan" not in [_words(each) for each in article.css("h3")]


def test_every_part_tells_its_history(pages: dict[str, Page]) -> None:
    parts = [each for each in pages if each.startswith("strategin/") and each not in LISTS]
    assert len(parts) == 14
    for address in [*parts, "nyckeltal/n05/", "nyckeltal/n08/"]:
        assert pages[address].html.css_first("#historik"), address
    assert "Nytt avsnitt" in _words(pages["strategin/fardplan/vagen-dit/"].article)


LISTS = {"strategin/", "strategin/hela/", "strategin/delmal/", "strategin/fardplan/"}


@pytest.mark.parametrize("name", ["beslut", "andringar"])
def test_a_feed_reader_takes_the_feeds(site: Path, name: str, pages: dict[str, Page]) -> None:
    feed = feedparser.parse((site / f"feeds/{name}.xml").read_bytes())
    assert not feed.bozo and feed.version == "atom10"
    assert len({each.id for each in feed.entries}) == len(feed.entries) >= 3
    assert {each.link.removeprefix(SITE_URL) for each in feed.entries} <= pages.keys()


def test_the_revisions_as_data_have_the_same_ids(site: Path) -> None:
    revisions = json.loads((site / "revisions.json").read_text("utf-8"))["revisions"]
    feed = feedparser.parse((site / "feeds/beslut.xml").read_bytes())
    assert [each["id"] for each in revisions] == ["2023-10-05", "2024-02-14"]
    assert {each["entry_id"] for each in revisions} <= {each.id for each in feed.entries}


def test_the_page_of_a_revision_has_facts_for_registers(pages: dict[str, Page]) -> None:
    script = pages["revideringar/2024-02-14/"].html.css_first('script[type="application/ld+json"]')
    assert script is not None
    facts = json.loads(script.text())
    assert facts["@type"] == "Legislation"
    assert facts["version"].startswith("v1:sha256:")


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())
