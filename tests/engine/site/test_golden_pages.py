"""Test that a whole page of each kind in an invented county, frame included, is as last accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import build_site
from tests.engine.counties.revisions import write_revised_county

KINDS = {
    "start": "index.html",
    "strategy": "strategin/index.html",
    "whole-strategy": "strategin/hela/index.html",
    "subgoal": "strategin/delmal/d1/index.html",
    "roadmap-section": "strategin/fardplan/revidering/index.html",
    "indicators": "nyckeltal/index.html",
    "indicator": "nyckeltal/n05/index.html",
    "principals": "huvudman/index.html",
    "adoptions": "antaganden/index.html",
    "revisions": "revideringar/index.html",
    "revision": "revideringar/2022-04-27/index.html",
    "comparisons": "jamfor/index.html",
    "comparison": "jamfor/2022-04-27/2022-10-24/index.html",
    "corrections": "rattelser/index.html",
    "prose": "integritet/index.html",
    "not-found": "404.html",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    county = write_revised_county(tmp_path_factory.mktemp("golden") / "county", indicators=5, revisions=2)
    return build_site(
        county,
        STRATEGI_TODAY="2026-11-21",
        STRATEGI_SITE_URL="https://example.org/lan/",
        STRATEGI_FORGE="https://forge.example/lan/strategi",
    )


@pytest.mark.xdist_group("golden-pages")
@pytest.mark.parametrize("kind", KINDS)
def test_page(kind: str, built: Path, golden: Callable[[str, str], None]) -> None:
    golden(f"pages/{kind}.html", (built / KINDS[kind]).read_text("utf-8").rstrip("\n"))
