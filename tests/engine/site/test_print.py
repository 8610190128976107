"""Test that a printed page has the text and not the frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext

from tests.engine.site.pages import CASES
from tests.serving import Served

PRINTED: list[dict[str, Any]] = yaml.safe_load((CASES / "printed.yml").read_text("utf-8"))
FRAME = ("header nav", "search", "footer nav", "[data-appearance]")


@pytest.mark.parametrize("case", PRINTED, ids=lambda case: case["address"])
def test_the_paper_has_the_text_and_not_the_frame(
    open_context: Callable[..., BrowserContext], server: Served, case: dict[str, Any]
) -> None:
    page = open_context(scheme="dark").new_page()
    page.goto(server.url + case["address"])
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    assert [word for word in case["words"] if word not in text] == []
    assert page.locator(".ls-standing").is_visible() if case["standing"] else True
    assert [each for each in FRAME for found in page.locator(each).all() if found.is_visible()] == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) >= 1
