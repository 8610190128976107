"""Test that the site can be used with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.serving import Served

FOCUSED = """(() => {
    const it = document.activeElement;
    return it && it !== document.body ? it.outerHTML.slice(0, 160) : "";
})()"""
# How the element with focus is told from others: an outline, or a shadow in its place.
RING = """(() => {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(document.activeElement);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
})()"""
# Is the middle of the element with focus on the screen, and not behind something else?
SEEN = """(() => {
    const it = document.activeElement, {left, right, top, bottom} = it.getBoundingClientRect();
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
    const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
    const topmost = document.elementFromPoint(x, y);
    return !!topmost && (it.contains(topmost) || topmost.contains(it));
})()"""
IN_SEARCH = "document.activeElement.matches('search input')"
IN_RESULTS = "document.activeElement.matches('search li a')"
AT_STRATEGY = "document.activeElement.matches('header nav a[href$=\"strategin/\"]')"


@pytest.fixture(params=[320, 1280])
def page(open_context: Callable[..., BrowserContext], server: Served, request: pytest.FixtureRequest) -> Page:
    page = open_context(request.param).new_page()
    page.goto(server.url + "nyckeltal/n05/")
    return page


def test_the_first_stop_leads_past_the_frame(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')"), page.evaluate(FOCUSED)


def test_every_stop_is_seen_and_none_is_a_trap(page: Page) -> None:
    stops = []
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if not here:
            break
        assert page.evaluate(RING), f"no ring on {here}"
        assert page.evaluate(SEEN), f"not on the screen: {here}"
        stops.append(here)
    assert 10 < len(stops) < 200


def test_wide_tables_can_be_scrolled(page: Page) -> None:
    for region in page.locator(".ls-scroll:visible").all():
        region.focus()
        assert region.evaluate("each => each === document.activeElement")
        if region.evaluate("each => each.scrollWidth > each.clientWidth + 1"):
            page.keyboard.press("ArrowRight")
            page.wait_for_function("each => each.scrollLeft > 0", arg=region.element_handle())


def test_the_menu_leads_to_another_page(page: Page, server: Served) -> None:
    _tab_to(page, AT_STRATEGY)
    page.keyboard.press("Enter")
    page.wait_for_url(server.url + "strategin/")


def test_the_search_is_opened_used_and_closed(page: Page, server: Served) -> None:
    _tab_to(page, IN_SEARCH)
    page.keyboard.type("Ängsö")
    result = page.locator("search li a").first
    result.wait_for(state="visible")
    page.keyboard.press("Escape")
    result.wait_for(state="hidden")
    assert page.evaluate(IN_SEARCH)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Ängsö kommun")
    result.wait_for(state="visible")
    _tab_to(page, IN_RESULTS)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.startswith(server.url + "huvudman/angso/"))


def _tab_to(page: Page, is_there: str) -> None:
    """Press Tab until the right element has focus."""
    for _ in range(60):
        if page.evaluate(is_there):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"never came to {is_there}")
