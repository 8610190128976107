"""Test every kind of page in a real browser: wide, narrow, light, dark, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page

from tests.engine.site.pages import CASES
from tests.serving import Served

KINDS: list[str] = yaml.safe_load((CASES / "kinds.yml").read_text("utf-8"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_kind_of_page_loads_quietly_and_fits(
    open_context: Callable[..., BrowserContext], server: Served, width: int, scripts: bool
) -> None:
    page = open_context(width, scripts=scripts).new_page()
    noise = _listen(page, server.url)
    for address in KINDS:
        answer = page.goto(server.url + address, wait_until="load")
        assert answer is not None and answer.ok, address
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert overflow <= 0, f"{address} is {overflow} px too wide: {_too_wide(page)}"
            assert page.locator("h1").first.is_visible(), address
    assert noise == []


def test_an_unknown_address_gets_a_page_that_leads_on(
    open_context: Callable[..., BrowserContext], server: Served
) -> None:
    page = open_context().new_page()
    answer = page.goto(server.url + "nyckeltal/finns/inte/")
    assert answer is not None and answer.status == 404
    page.locator("header a").first.click()
    page.wait_for_url(server.url)


def test_the_site_can_be_read_from_disk(open_context: Callable[..., BrowserContext], site: Path) -> None:
    page = open_context(scripts=False).new_page()
    page.goto((site / "nyckeltal/n05/index.html").as_uri())
    styled = page.evaluate("[...document.styleSheets].length")
    assert styled > 0
    assert page.locator("h1").is_visible()


def test_the_look_that_a_reader_chooses_is_kept(
    open_context: Callable[..., BrowserContext], server: Served
) -> None:
    page = open_context(scheme="light").new_page()
    page.goto(server.url)
    light = _paper(page)
    page.get_by_role("button", name="Mörkt utseende").click()
    dark = _paper(page)
    assert dark != light
    page.goto(server.url + "nyckeltal/")
    assert _paper(page) == dark


def _listen(page: Page, own: str) -> list[str]:
    """What the page complains of or asks another host for, from now on."""
    heard: list[str] = []
    page.on(
        "console",
        lambda message: heard.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.context.on(
        "request",
        lambda request: (
            None if request.url.startswith((own, "data:", "blob:")) else heard.append(request.url)
        ),
    )
    page.on(
        "response",
        lambda response: (
            heard.append(f"{response.status} {response.url}") if response.status >= 400 else None
        ),
    )
    return heard


def _too_wide(page: Page) -> list[str]:
    """The innermost elements that reach beyond the screen."""
    return page.evaluate(
        """() => [...document.body.querySelectorAll("*")]
            .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
            .filter(each => !each.closest(".ls-scroll"))
            .map(each => each.tagName + "." + each.className).slice(-5)"""
    )


def _paper(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")
