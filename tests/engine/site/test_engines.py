"""Test that the two engines give the same pages with the same words."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.building import build_site
from tests.engine.site.county import county_with_history
from tests.engine.site.pages import SITE_URL, Page, pages_of

needs_zensical = pytest.mark.skipif(
    importlib.util.find_spec("zensical") is None,
    reason="zensical is not installed: make .venv/.zensical-installed",
)


@needs_zensical
def test_zensical_builds_the_same_pages(pages: dict[str, Page], tmp_path: Path) -> None:
    project = county_with_history(tmp_path / "project")
    others = pages_of(build_site(project, "zensical", STRATEGI_SITE_URL=SITE_URL))
    assert set(others) == set(pages)
    differing = [address for address in pages if _words(pages[address]) != _words(others[address])]
    assert differing == []
    assert all(each.file.read_text("utf-8").count('content="noindex"') == 1 for each in others.values())


def _words(page: Page) -> list[str]:
    """The text of the article, whatever the white space and the signs that an engine adds to headings."""
    article = Page(page.site, page.file).article  # parsed anew, since it is changed
    for sign in article.css(".headerlink, script, style"):
        sign.decompose()
    return article.text(separator=" ").split()
