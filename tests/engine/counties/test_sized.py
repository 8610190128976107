"""Test that another county, with the same design but its own content, can be published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from strategi.site import load_site
from strategi.site.page_checking import check_pages

from tests.engine.counties.project import write_county


def test_the_invented_county_is_sound(tmp_path: Path) -> None:
    site = load_site(write_county(tmp_path, indicators=5), date(2026, 11, 21))
    assert site.errors == ()
    assert check_pages(site) == ()
    assert site.strategy is not None
    assert len(site.strategy.series) == 5
    assert len(site.strategy.series["N01"][0].observations) == 17 * 10 * 3
