"""Finish a site that an engine has built: fill in the fragments, place the files and check for faults."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from strategi.render.search_pages import SearchPage, search_page
from strategi.site.fragments import Fragments
from strategi.site.links import LinkedPage, broken_links, linked_page
from strategi.site.sharing import share
from strategi.site.sitemap import date_sitemap

SEARCH = "search/pages.json"
# What the engines and their theme bring, and no page of ours uses.
_UNUSED = (
    "search.json",
    "__init__.py",
    "mkdocs_theme.yml",
    "assets/javascripts/bundle.*",
    "assets/javascripts/LICENSE",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/stylesheets/main.*",
    "assets/stylesheets/palette.*",
    "assets/stylesheets/classic",
    "assets/stylesheets/modern",
    "assets/images/favicon.png",
)


class BrokenSite(Exception):
    """Calls that gave no fragment, and links that lead nowhere. The text is Swedish and names each."""


def finish_site(
    built: Path,
    fragments: Fragments,
    data_files: Mapping[str, Path],
    texts: Mapping[str, str],
    days: Mapping[str, date] | None = None,
) -> None:
    """Fill in the fragments, and look for faults.

    Places the files of figures and the texts (feeds and the like) by their addresses, writes what can be
    searched, gives the sitemap its days (by full address), and removes what is not used. Raises `BrokenSite`.
    """
    for address, file in data_files.items():
        (built / address).parent.mkdir(exist_ok=True)
        shutil.copyfile(file, built / address)
    for address, text in texts.items():
        (built / address).parent.mkdir(exist_ok=True)
        (built / address).write_text(text, "utf-8")
    fragments.wait()
    pages = share(partial(_finish_page, built, fragments), sorted(built.rglob("*.html")))
    _write_search(built / SEARCH, (page.searched for page in pages if page.searched))
    _remove_unused(built)
    date_sitemap(built, days or {})
    failures = [failure for page in pages for failure in page.failures]
    broken = [*failures, *broken_links(built, (page.linked for page in pages))]
    if broken:
        raise BrokenSite("\n".join(broken))


class _FinishedPage(NamedTuple):
    """What the rest of the site needs to know of a page."""

    linked: LinkedPage
    searched: SearchPage | None
    failures: list[str]


def _finish_page(built: Path, fragments: Fragments, file: Path) -> _FinishedPage:
    html, failures = fragments.fill(file.read_text("utf-8"))
    file.write_text(html, "utf-8")
    address = file.relative_to(built).as_posix().removesuffix("index.html")
    return _FinishedPage(linked_page(address, html), search_page(address, html), list(map(str, failures)))


def _write_search(file: Path, pages: Iterable[SearchPage]) -> None:
    file.parent.mkdir(exist_ok=True)
    compact = json.dumps([asdict(page) for page in pages], ensure_ascii=False, separators=(",", ":"))
    file.write_text(compact, "utf-8")


def _remove_unused(built: Path) -> None:
    for pattern in _UNUSED:
        for path in built.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
