"""Every fragment: as its golden file says, sound as HTML, small, and readable without seeing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser
from strategi.model.indicator import Gender, Series
from strategi.render.indicators.indicator import chart, indicator, series_section
from strategi.render.templating import environment

from tests.engine.render.examples import TEN_YEARS, county, fragments
from tests.engine.render.invented import COUNTRY, COUNTY, PLACES, series, view
from tests.engine.render.invented import indicator as invented

NAMES = sorted(fragments())
# Attributes that HTML allows without a value, and XML does not.
BARE = re.compile(r" (data-search-exclude|download)(?=[ >])")


@pytest.fixture(scope="module", params=NAMES)
def html(request: pytest.FixtureRequest) -> str:
    return fragments()[request.param]()


@pytest.mark.parametrize("name", NAMES)
def test_is_as_its_golden_file(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"render/{name}.html", fragments()[name]())


def test_every_tag_is_closed(html: str) -> None:
    ElementTree.fromstring(f"<root>{BARE.sub('', html)}</root>")


def test_no_style_and_no_script(html: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|#[0-9a-f]{6}\b|rgb\(", html)


def test_no_blank_line_that_ends_a_block_of_html_in_markdown(html: str) -> None:
    assert all(line.strip() for line in html.splitlines())


def test_ids_are_unique_and_references_to_them_lead_somewhere(html: str) -> None:
    found = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [each for each, count in found.items() if count > 1] == []
    named = re.findall(r'aria-labelledby="([^"]+)"', html)
    assert {each for names in named for each in names.split()} <= set(found)


def test_every_picture_is_described_or_hidden(html: str) -> None:
    for picture in LexborHTMLParser(html).css("svg"):
        if picture.attributes.get("aria-hidden") == "true":
            continue
        assert picture.attributes.get("role") == "img"
        assert picture.attributes.get("aria-label") or (
            picture.css_first("title") and picture.css_first("desc")
        )


def test_every_table_is_named_headed_and_can_be_scrolled_by_keyboard(html: str) -> None:
    for table in LexborHTMLParser(html).css("table"):
        region = table.parent
        assert region is not None
        assert region.attributes.get("role") == "region"
        assert region.attributes.get("tabindex") == "0"
        caption = table.css_first("caption")
        assert caption and caption.text(strip=True)
        assert caption.attributes["id"] == region.attributes["aria-labelledby"]
        assert all(cell.attributes.get("scope") in ("col", "row") for cell in table.css("th"))


def test_no_cell_is_empty_but_where_a_line_cannot_be_drawn(html: str) -> None:
    for cell in LexborHTMLParser(html).css("td"):
        assert cell.text(strip=True) or cell.css_first("svg") or cell.next is None


def test_a_chart_of_two_lines_and_ten_points_is_small() -> None:
    drawn = chart(county(), "N01")
    assert len(re.findall(r"<svg.*</svg>", drawn, re.DOTALL)[0].encode()) <= 3000


def test_a_sparkline_is_small() -> None:
    drawn = fragments()["overview"]()
    assert max(len(each.encode()) for each in re.findall(r'<svg class="ls-spark".*?</svg>', drawn)) <= 600


def test_the_bars_of_a_county_are_small() -> None:
    figures = {f"91{number:02}": [(2024, 40.5 + number)] for number in range(15)}
    shown = view((invented(), [series(figures | {COUNTY: [(2024, 50.1)], COUNTRY: [(2024, 51.2)]})]))
    section = series_section(shown, shown.strategy.series["N01"][0])
    bars = environment().get_template("area_bars.html").module.bars(section.areas, section, "Namn", "riket")
    assert len(str(bars).encode()) <= 3000


def test_a_page_with_everything_is_light() -> None:
    places = [COUNTY, COUNTRY, *(code for code, _ in PLACES.values())]
    figures = {
        f"{place} {gender.value}": [(year, 50.5 + year % 7) for year in range(2016, 2026)]
        for place in places
        for gender in Gender
    }
    assert len(indicator(view((invented(), [series(figures)])), "N01").encode()) <= 16_000


def test_series_are_drawn_apart_and_named_by_their_own_headings() -> None:
    page = LexborHTMLParser(indicator(view((invented(), [series(TEN_YEARS), _other()])), "N01"))
    titles = [each.text() for each in page.css("svg[role=img] title")]
    assert len(titles) == len(set(titles)) == 2
    assert page.css_first("h2#serie-annan").text() == "Annan serie: Andel nöjda"


def test_a_broken_series_is_not_joined_across_the_break() -> None:
    section = series_section(county(), county().strategy.series["N03"][0])
    assert section.chart is not None
    county_line = section.chart.lines[0]
    assert county_line.solid.count("M") == 2
    assert county_line.dotted.count("M") == 1
    assert len(section.chart.breaks) == 1


def _other() -> Series:
    return series({each: points[2:] for each, points in TEN_YEARS.items()}, series_id="annan")
