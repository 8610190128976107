"""Measure what a page costs the reader, and what a chart costs the build."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright
from strategi.render.registry.vocabulary import macros
from strategi.render.view import View
from strategi.site import load_site

from tests.bench.rows import Row
from tests.bench.running import median_milliseconds
from tests.browser import launch
from tests.building import REPOSITORY
from tests.serving import served

TODAY = date(2026, 11, 21)


def charts() -> Iterator[Row]:
    """Draw every chart of the repository's own indicators."""
    view = load_site(REPOSITORY, TODAY).view("nyckeltal/n01/")
    ids = list(view.strategy.series)
    drawn = [macros()["chart"](view, id) for id in ids]
    slowest = max(_milliseconds(view, id) for id in ids)
    yield Row(what="slowest chart (median of 100)", measured=slowest, limit=1, unit="ms")
    yield Row(
        what="largest chart", measured=max(len(each.encode()) for each in drawn) / 1000, limit=3, unit="kB"
    )


def _milliseconds(view: View, indicator_id: str) -> float:
    return median_milliseconds(lambda: macros()["chart"](view, indicator_id), times=100)


def indicator_pages(site: Path) -> Iterator[Row]:
    """Pack every indicator page, and visit the heaviest with a browser that has seen nothing."""
    pages = {path: _packed(path) for path in sorted(site.glob("nyckeltal/n*/index.html"))}
    heaviest = max(pages, key=lambda path: pages[path])
    typical = median(pages.values())
    yield Row(what="indicator page, HTML gzipped, median", measured=typical, limit=10, unit="kB", decimals=1)
    yield Row(
        what=f"  heaviest ({heaviest.parent.name})", measured=pages[heaviest], limit=10, unit="kB", decimals=1
    )
    fetched = _first_visit(site, heaviest.parent.relative_to(site).as_posix() + "/")
    what = f"  first visit, {len(fetched)} files gzipped"
    yield Row(what=what, measured=sum(_packed(path) for path in fetched), limit=100, unit="kB", decimals=1)


def _first_visit(site: Path, address: str) -> list[Path]:
    """The files that a browser asks for when it opens the page and enters the search field."""
    with served(site) as server, sync_playwright() as playwright:
        page = launch(playwright).new_page()
        page.goto(server.url + address, wait_until="networkidle")
        page.get_by_role("searchbox").fill("vård")
        page.locator("search li a").first.wait_for()
        paths = {unquote(urlsplit(each).path).lstrip("/") for each in server.asked}
    return [site / path / "index.html" if path.endswith("/") else site / path for path in sorted(paths)]


def _packed(path: Path) -> float:
    """Kilobytes as a web server sends them."""
    return len(gzip.compress(path.read_bytes(), compresslevel=6)) / 1000
