"""Test that axe-core finds no fault on any page, light and dark, on a narrow and a wide screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.building import REPOSITORY
from tests.engine.site.pages import Page
from tests.serving import Served

AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"
RUN = """async rules => (await axe.run(document, {
    resultTypes: ["violations"],
    preload: false, // of no use to these rules, and slow
    runOnly: rules,
})).violations.flatMap(each => each.nodes.map(
    node => `${each.id}: ${node.html.slice(0, 120)} ${node.failureSummary}`
))"""
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# Dark differs from light in its colours alone, so only they are looked at again.
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(
    open_context: Callable[..., BrowserContext], server: Served, pages: dict[str, Page], part: int
) -> None:
    context = open_context()
    context.add_init_script(path=AXE)
    page = context.new_page()
    found = {}
    for address in sorted(pages)[part::PARTS]:
        page.goto(server.url + address)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            found[address, width, scheme] = page.evaluate(RUN, ALL if scheme == "light" else OF_COLOUR)
    assert {where: violations for where, violations in found.items() if violations} == {}


def test_axe_does_find_a_fault(open_context: Callable[..., BrowserContext]) -> None:
    context = open_context()
    context.add_init_script(path=AXE)
    page = context.new_page()
    page.goto("data:text/html,<html lang=sv><title>x</title><p style='color:silver'>blek text</p><img src=x>")
    assert {each.partition(":")[0] for each in page.evaluate(RUN, ALL)} >= {"image-alt", "color-contrast"}
    assert {each.partition(":")[0] for each in page.evaluate(RUN, OF_COLOUR)} == {"color-contrast"}
