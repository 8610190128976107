"""Test that a page in the sitemap has the day of the newest change of its sources, and else none."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from strategi.site.loading import load_site
from strategi.site.page_days import page_days
from strategi.site.sitemap import date_sitemap

from tests.building import build_site
from tests.engine.cli.county_history import TABLE
from tests.engine.content.cases import TODAY
from tests.engine.history.repositories import commit, git, new_repository
from tests.engine.site.county import county_with_history
from tests.engine.site.effects_cases import base_files, effects_between, proposals
from tests.engine.site.pages import SITE_URL, Page

FIRST, SECOND = date(2023, 1, 2), date(2023, 5, 6)
_ENTRY = re.compile(r"<loc>(.*?)</loc>(?:\s*<lastmod>(.*?)</lastmod>)?")


def days_of(root: Path) -> Mapping[str, date]:
    site = load_site(root, TODAY)
    return page_days(site)


@pytest.fixture
def county(tmp_path: Path) -> Path:
    root = new_repository(tmp_path / "county")
    commit(root, base_files())
    return root


def changed(root: Path, files: Mapping[str, bytes]) -> None:
    for path in base_files().keys() - files.keys():
        (root / path).unlink()
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@pytest.mark.parametrize("name", sorted(proposals().keys() - {"hostile-page"}))
def test_every_page_on_which_a_reader_sees_a_change_has_its_day(county: Path, name: str) -> None:
    assert set(days_of(county).values()) == {FIRST}
    changed(county, proposals()[name]())
    commit(county, {}, on=str(SECOND))
    effects, _ = effects_between(county, "HEAD~1")
    found = days_of(county)
    seen = {page.address for page in effects.pages} & found.keys()
    assert {found[each] for each in seen} <= {SECOND}
    assert SECOND in found.values()


def test_a_figure_dates_its_own_page_and_those_that_tell_of_all(county: Path) -> None:
    changed(county, proposals()["figure-corrected"]())
    commit(county, {}, on=str(SECOND))
    found = days_of(county)
    newer = {address for address, day in found.items() if day == SECOND}
    assert newer >= {"", "nyckeltal/n01/", "nyckeltal/", "strategin/delmal/d1/", "revideringar/"}
    assert not newer & {"nyckeltal/n02/", "antaganden/", "revideringar/2022-12-01/"}


@pytest.mark.parametrize("path", ["docs/nyckeltal/n01.md", TABLE])
def test_a_change_that_is_not_committed_has_no_day_on_its_pages_alone(county: Path, path: str) -> None:
    (county / path).write_bytes((county / path).read_bytes() + b"\n")
    found = days_of(county)
    assert "nyckeltal/n01/" not in found
    assert found["antaganden/"] == FIRST


def test_a_file_that_is_not_committed_takes_the_day_of_the_pages_that_tell_of_all(county: Path) -> None:
    (county / "indicators/n03-nytt.csv").write_bytes(b"x")
    assert "nyckeltal/" not in days_of(county)
    (county / "indicators/n03-nytt.csv").unlink()
    (county / TABLE).unlink()
    assert not days_of(county).keys() & {"nyckeltal/", "nyckeltal/n01/"}


def test_what_was_taken_away_dates_the_pages_that_told_of_it(county: Path) -> None:
    changed(county, proposals()["indicator-removed"]())
    commit(county, {}, on=str(SECOND))
    assert days_of(county)["nyckeltal/"] == SECOND


def test_without_the_whole_history_no_page_has_a_day(county: Path, tmp_path: Path) -> None:
    commit(county, {}, on=str(SECOND))
    git(tmp_path, "clone", "--quiet", "--depth", "1", county.as_uri(), "grund")
    assert days_of(tmp_path / "grund") == {}
    plain = tmp_path / "utan"
    for path, data in base_files().items():
        (plain / path).parent.mkdir(parents=True, exist_ok=True)
        (plain / path).write_bytes(data)
    assert days_of(plain) == {}


_SITEMAP = """<urlset>
    <url>
         <loc>https://a.example/</loc>
         <lastmod>2026-11-28</lastmod>
    </url>
    <url>
         <loc>https://a.example/om/</loc>
         <lastmod>2026-11-28</lastmod>
    </url>
    <url>
         <loc>https://a.example/404.html</loc>
    </url>
</urlset>"""
_DATED = """<urlset>
    <url>
         <loc>https://a.example/</loc>
         <lastmod>2023-01-02</lastmod>
    </url>
    <url>
         <loc>https://a.example/om/</loc>
    </url>
</urlset>"""


def test_the_sitemap_loses_the_day_of_building_and_what_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(_SITEMAP, "utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(_SITEMAP.encode(), mtime=1_700_000_000))
    date_sitemap(tmp_path, {"https://a.example/": FIRST})
    assert (tmp_path / "sitemap.xml").read_text("utf-8") == _DATED
    packed = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert (packed[4:8], gzip.decompress(packed).decode()) == (bytes(4), _DATED)


def test_the_built_sitemap_has_days_of_the_history_alone(project: Path, site: Path) -> None:
    text = (site / "sitemap.xml").read_text("utf-8")
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == text
    days = {day for _, day in _ENTRY.findall(text) if day}
    told = subprocess.run(
        ["git", "-C", str(project), "log", "--format=%cd", "--date=format-local:%Y-%m-%d"],
        env={"TZ": "Europe/Stockholm", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert days <= set(told)
    assert len(_ENTRY.findall(text)) > 40


def test_two_days_and_two_engines_give_the_same_days(tmp_path: Path) -> None:
    project = county_with_history(tmp_path / "project")
    maps = []
    for engine, today in (("mkdocs", "2026-02-01"), ("mkdocs", "2029-06-01"), ("zensical", "2028-06-01")):
        built = build_site(project, engine, STRATEGI_TODAY=today, STRATEGI_SITE_URL=SITE_URL)
        maps.append(dict(_ENTRY.findall((built / "sitemap.xml").read_text("utf-8"))))
    assert maps[0] == maps[1] == maps[2]


def test_the_page_for_an_address_that_is_none_is_neither_indexed_nor_found(
    pages: dict[str, Page], site: Path
) -> None:
    robots = [each.attributes["content"] for each in pages["404.html"].html.css('meta[name="robots"]')]
    assert robots == ["noindex"]
    found = json.loads((site / "search/pages.json").read_text("utf-8"))
    assert "404.html" not in {each["address"] for each in found}
    assert "404.html" not in (site / "sitemap.xml").read_text("utf-8")
