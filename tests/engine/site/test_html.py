"""Check the HTML of every page for faults, without a browser."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from tests.engine.site.pages import SITE_URL, Page

HEADINGS = "h1, h2, h3, h4, h5, h6"
# Tell editors what to write in the files, word by word.
QUOTING = {"regler/"}
# What makes a browser fetch something from an address in CSS or JavaScript.
LOADS = re.compile(
    r"""(?:url\(|@import\s|import\(|fetch\(|importScripts\(|\.src\s*=)\s*["']?((?:https?:)?//[^"')\s]+)"""
)


def faults(pages: dict[str, Page], selector: str, is_fault: object = lambda node: True) -> list[str]:
    """The nodes that match and are at fault, on every page, as text."""
    found = ((page.address, node) for page in pages.values() for node in page.html.css(selector))
    return [f"{address}: {(node.html or '')[:160]}" for address, node in found if is_fault(node)]  # type: ignore[operator]


def test_every_link_leads_to_something_that_exists(pages: dict[str, Page], site: Path) -> None:
    broken = [
        f"{page.address}: {target}"
        for page in pages.values()
        for target in page.targets
        if not _leads_somewhere(page, target, pages, site)
    ]
    assert broken == []


def _leads_somewhere(page: Page, target: str, pages: dict[str, Page], site: Path) -> bool:
    resolved = page.resolved(target)
    if resolved is None:
        return True
    path, anchor = resolved
    address = "" if path in (".", "./") else path.removesuffix("index.html")
    if not anchor:
        return address in pages or (site / path).is_file()
    return address in pages and anchor in pages[address].ids


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    doubles = {
        page.address: [id for id, times in Counter(page.ids).items() if times > 1] for page in pages.values()
    }
    assert {address: ids for address, ids in doubles.items() if ids} == {}


def test_labels_and_descriptions_name_ids_that_exist(pages: dict[str, Page]) -> None:
    lost = [
        f"{page.address}: {name}={node.attributes[name]}"
        for page in pages.values()
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for node in page.html.css(f"[{name}]")
        if not set((node.attributes[name] or "").split()) <= set(page.ids)
    ]
    assert lost == []


def test_headings_begin_with_one_h1_and_skip_no_level(pages: dict[str, Page]) -> None:
    levels = {page.address: [int(each.tag[1]) for each in page.html.css(HEADINGS)] for page in pages.values()}
    assert {address: each for address, each in levels.items() if each[:1] != [1] or each.count(1) != 1} == {}
    assert {
        address: each
        for address, each in levels.items()
        if any(after > before + 1 for before, after in itertools.pairwise(each))
    } == {}


def test_every_page_has_a_title_of_its_own(pages: dict[str, Page]) -> None:
    titles = Counter(_text(page.html.css_first("title")) for page in pages.values())
    assert [title for title, times in titles.items() if times > 1 or not title] == []


def test_every_page_says_its_language_and_what_it_is_about(pages: dict[str, Page]) -> None:
    for page in pages.values():
        root = page.html.root
        assert root is not None and root.attributes.get("lang") == "sv", page.address
        description = page.html.css_first("meta[name=description]")
        assert description is not None and (description.attributes.get("content") or "").strip(), page.address


def test_every_table_can_be_understood_by_ear(pages: dict[str, Page]) -> None:
    assert faults(pages, "table", lambda node: not _text(node.css_first("caption"))) == []
    assert faults(pages, "th", lambda node: not _text(node) or "scope" not in node.attributes) == []


def test_no_cell_is_empty(pages: dict[str, Page]) -> None:
    assert faults(pages, "td", lambda node: not _text(node) and node.css_first("svg") is None) == []


def test_every_picture_says_in_words_what_it_shows(pages: dict[str, Page]) -> None:
    def is_silent(svg: LexborNode) -> bool:
        return not all(_text(svg.css_first(each)) for each in ("title", "desc"))

    assert faults(pages, "figure svg", is_silent) == []
    assert faults(pages, "article :not(figure) > svg:not([aria-hidden=true]):not([aria-label])") == []


def test_nothing_is_styled_in_place(pages: dict[str, Page]) -> None:
    assert faults(pages, "article [style]") == []


def test_nothing_is_loaded_from_another_host(pages: dict[str, Page], site: Path) -> None:
    loads = (
        "script[src], link[href]:not([rel=canonical]), img[src], iframe, object, embed, source, video, use"
    )
    assert faults(pages, loads, _is_elsewhere) == []
    files = [file for suffix in ("css", "js", "svg") for file in site.rglob(f"*.{suffix}")]
    assert files
    calls = {file.name: LOADS.findall(file.read_text("utf-8")) for file in files}
    assert {name: each for name, each in calls.items() if each} == {}


def test_every_page_leads_to_the_accessibility_statement(pages: dict[str, Page]) -> None:
    for page in pages.values():
        leads_to = {page.resolved(each.attributes["href"] or "") for each in page.html.css("footer a[href]")}
        assert ("tillganglighet/", "") in leads_to, page.address


def test_every_page_stands_in_the_sitemap(pages: dict[str, Page], site: Path) -> None:
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    assert sorted(listed) == sorted(SITE_URL + address for address in pages if address != "404.html")


def test_strategy_text_never_stands_without_its_standing(pages: dict[str, Page]) -> None:
    decided = [page for page in pages.values() if page.html.css_first(".ls-decided")]
    assert len(decided) > 5
    assert [page.address for page in decided if page.html.css_first(".ls-standing") is None] == []


def test_the_pages_that_quote_are_there(pages: dict[str, Page]) -> None:
    assert pages.keys() >= QUOTING


def test_no_macro_call_or_template_is_left_in_the_text(pages: dict[str, Page]) -> None:
    left = {
        page.address: re.findall(r"\{\{.*?\}\}|\{%.*?%\}|Evidence\.\w+|Traceback", page.html.text())
        for page in pages.values()
        if page.address not in QUOTING
    }
    assert {address: each for address, each in left.items() if each} == {}


@pytest.mark.parametrize("word", ["None", "nan", "not-found", "NOT_FOUND"])
def test_no_word_of_the_program_reaches_the_reader(pages: dict[str, Page], word: str) -> None:
    found = [
        page.address
        for page in pages.values()
        if page.address not in QUOTING and re.search(rf"(?<![\w-]){word}(?![\w-])", page.article.text())
    ]
    assert found == []


def _text(node: LexborNode | None) -> str:
    return "" if node is None else node.text().strip()


def _is_elsewhere(node: LexborNode) -> bool:
    address = node.attributes.get("src") or node.attributes.get("href") or ""
    return address.startswith(("http:", "https:", "//")) and not address.startswith(SITE_URL)
