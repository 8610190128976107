"""Test that a reader who types in the search field finds the page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urldefrag

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page

from tests.engine.site.pages import CASES
from tests.serving import Served

QUERIES: list[dict[str, str]] = yaml.safe_load((CASES / "queries.yml").read_text("utf-8"))
RESULTS = "search li a[href]"
AMONG = 3


@pytest.fixture
def start(open_context: Callable[..., BrowserContext], server: Served) -> Page:
    page = open_context().new_page()
    page.goto(server.url)
    return page


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: f"{case['query']} ({case['why']})")
def test_a_query_finds_its_page(start: Page, server: Served, case: dict[str, str]) -> None:
    start.get_by_role("searchbox", name="Sök").fill(case["query"])
    start.locator(RESULTS).first.wait_for(state="attached")
    assert server.url + case["finds"] in _found(start)[:AMONG]


def test_a_query_without_hits_says_so(start: Page) -> None:
    start.get_by_role("searchbox", name="Sök").fill("xyzzyqwerty")
    start.get_by_role("status").get_by_text("Inga sidor").wait_for()


def _found(page: Page) -> list[str]:
    """The pages found, best first, each once."""
    addresses = page.locator(RESULTS).evaluate_all("links => links.map(each => each.href)")
    return list(dict.fromkeys(urldefrag(each).url.partition("?")[0] for each in addresses))
