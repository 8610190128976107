"""Data never becomes live markup: a tag in every text value of a county lives on no page, with any engine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from playwright.sync_api import BrowserContext
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree

from tests.building import ENGINE, build_site
from tests.engine.site.hostile import MARK, TAGS, TODAY, Hostile, text_values, write_hostile_county
from tests.engine.site.live import live_in
from tests.engine.site.pages import Page, pages_of
from tests.engine.site.test_engines import needs_zensical
from tests.serving import served

OVERRIDES = ENGINE / "theme"
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
# The pages with most of what is planted.
FROM_DISK = ("n01", "hela", "kommun-9001", "om")
ENGINES = ["mkdocs", pytest.param("zensical", marks=needs_zensical)]

pytestmark = pytest.mark.xdist_group("hostile")  # one worker builds the county, once for each engine


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return write_hostile_county(tmp_path_factory.mktemp("hostile") / "county")


@pytest.fixture(scope="module", params=ENGINES)
def hostile_site(request: pytest.FixtureRequest, county: Hostile) -> Path:
    built = build_site(county.root, request.param, STRATEGI_TODAY=TODAY.isoformat())
    return built.rename(built.with_name(f"site-{request.param}"))


def test_every_text_value_of_every_model_is_planted(county: Hostile) -> None:
    assert {each.name for each in county.planted} == text_values()


def test_what_is_refused_is_refused_with_a_finding(county: Hostile) -> None:
    for (value, tag), finding in county.refused.items():
        assert finding.path == value.path and finding.message and finding.advice, (value, tag)
    planted = len(county.planted) * len(TAGS)
    print(
        f"{planted} tags in {len(county.planted)} values: {len(county.refused)} refused, "
        f"{planted - len(county.refused)} escaped"
    )


def test_nothing_planted_lives_in_any_file(hostile_site: Path) -> None:
    files = [each for each in sorted(hostile_site.rglob("*")) if each.suffix in (".html", ".xml", ".svg")]
    assert len(files) > 50
    assert [live for file in files for live in live_in(file, MARK)] == []


def test_what_is_planted_is_shown_as_it_is(county: Hostile, hostile_site: Path) -> None:
    strategy = read_strategy(WorkingTree(county.root), today=TODAY).strategy
    assert strategy is not None
    pages = pages_of(hostile_site)
    for indicator in strategy.indicators:
        page = pages[f"nyckeltal/{indicator.id.lower()}/"]
        assert _words(page, "h1") == indicator.name
        assert _words(page, "title") == f"{indicator.name} – {strategy.info.short_title}"
        assert _words(page, ".ls-running span") == f"{strategy.info.short_title}. {indicator.name}"
        assert _content(page, "og:title") == indicator.name
    for page in pages.values():
        assert (
            _words(page, ".ls-header__name") == _words(page, ".ls-footer__name") == strategy.info.short_title
        )
    principal = strategy.principals[1]
    found = pages[f"huvudman/{principal.id}/"].html.css_first("meta[name=description]")
    named = principal.name.replace('"', "”")  # so that the page can be written down as it is
    assert found is not None and (found.attributes["content"] or "").startswith(f"{named}: ")


def test_nothing_planted_runs_in_a_browser(
    open_context: Callable[..., BrowserContext], hostile_site: Path
) -> None:
    with served(hostile_site) as server:
        page = open_context().new_page()
        files = sorted(hostile_site.rglob("*.html"))
        from_disk = [file.as_uri() for file in files if file.parent.name in FROM_DISK]
        assert len(from_disk) == len(FROM_DISK)
        for address in [server.url + file.relative_to(hostile_site).as_posix() for file in files] + from_disk:
            page.goto(address, wait_until="load")
            assert page.evaluate(f"window.{MARK}") is None, address
        page.goto(server.url)
        page.locator("#sok").fill(MARK)
        page.locator(".ls-search__results a").first.wait_for()
        assert page.locator(f".ls-search__results [data-{MARK}]").count() == 0
        assert page.evaluate(f"window.{MARK}") is None


def test_data_in_a_script_cannot_end_it(hostile_site: Path) -> None:
    facts = [
        json.loads(node.text())
        for page in pages_of(hostile_site).values()
        for node in page.html.css('script[type="application/ld+json"]')
    ]
    assert facts and all(MARK in each["name"] for each in facts)


@pytest.mark.parametrize("path", TEMPLATES, ids=[each.name for each in TEMPLATES])
def test_every_value_in_the_frame_is_escaped(path: Path) -> None:
    tree = Environment(autoescape=False).parse(path.read_text("utf-8"))
    assert list(_raw(tree, is_escaped=False)) == []
    safe = [node.node for node in tree.find_all(nodes.Filter) if node.name == "safe"]
    assert all(isinstance(each, nodes.Getattr) and each.attr == "content" for each in safe)


def _raw(node: nodes.Node, *, is_escaped: bool) -> list[str]:
    """The outputs that nothing escapes. A block is rendered by itself, whatever stands around it."""
    if isinstance(node, nodes.Block):
        is_escaped = False
    if isinstance(node, nodes.ScopedEvalContextModifier):
        is_escaped = any(each.key == "autoescape" and each.value.as_const() is True for each in node.options)
    own = [f"line {each.lineno}" for each in _values_in(node)] if not is_escaped else []
    below = [raw for each in node.iter_child_nodes() for raw in _raw(each, is_escaped=is_escaped)]
    return own + below


def _values_in(node: nodes.Node) -> list[nodes.Expr]:
    if not isinstance(node, nodes.Output):
        return []
    return [each for each in node.nodes if not isinstance(each, nodes.TemplateData)]


def _words(page: Page, selector: str) -> str:
    node = page.html.css_first(selector)
    assert node is not None, f"{page.address} has no {selector}"
    return node.text().strip().removesuffix("¶")


def _content(page: Page, property: str) -> str:
    node = page.html.css_first(f'meta[property="{property}"]')
    assert node is not None
    return node.attributes["content"] or ""
