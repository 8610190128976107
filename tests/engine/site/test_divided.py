"""Test the pages when principals have decided otherwise, and one has a plan. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from strategi.content.editing import with_record
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.content.writing import file_text
from strategi.model.governance import AdoptionLedger, LocalPlan

from tests.building import build_site
from tests.engine.site.county import county_with_history
from tests.engine.site.pages import BELOW
from tests.engine.site.test_accessibility import ALL, AXE, LOOKS, OF_COLOUR, RUN
from tests.serving import Served, served

TODAY = date(2026, 11, 25)
SHORTER = {
    "part": "vagen-dit",
    "wording": "Vägen är vår.\n\n- hur strategin revideras\n- ett tillägg",
}
STRUCK = {"part": "handlingsplan", "wording": "not-found", "struck": "true"}
NAMED = {"part": "D1", "fact": "title", "wording": "Vård hos dig"}
UNKNOWN = {"part": "vision", "wording": "not-found"}


@pytest.fixture(scope="module")
def principals(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A site in which one principal deviates and has a plan, and another has said no; and their ids."""
    root = county_with_history(tmp_path_factory.mktemp("divided") / "project")
    reading = read_strategy(WorkingTree(root), today=TODAY)
    (ledger,) = reading.of(AdoptionLedger)
    deviating, rejecting = (each.principal for each in ledger.record.adoptions[1:3])
    for number, update in (
        (1, {"outcome": "deviating", "deviations": [SHORTER, STRUCK, NAMED, UNKNOWN]}),
        (2, {"outcome": "rejected"}),
    ):
        document = read_strategy(WorkingTree(root), today=TODAY).documents[ledger.path]
        row = {"principal": ledger.record.adoptions[number].principal, **_plain(update)}
        (root / ledger.path).write_text(with_record(document, ("adoptions", number), row), "utf-8")
    plan = LocalPlan.model_validate(_plan(deviating))
    path = f"strategy/plans/{deviating}.yml"
    (root / path).parent.mkdir()
    (root / path).write_text(file_text(path, plan), "utf-8")
    web = tmp_path_factory.mktemp("divided-web")
    build_site(root, STRATEGI_TODAY=str(TODAY)).rename(web / BELOW)
    return web, deviating, rejecting


def _plain(update: dict[str, object]) -> dict[str, object]:
    unknown = dict.fromkeys(("paragraph", "registry_number"), "not-found")
    known = {"body": "Påhittat fullmäktige", "decided_on": "2024-09-19"}
    known |= {"references": ["beslutsunderlag"]}
    return {"outcome_evidence": "documented", **known, **unknown, **update}


def _plan(principal: str) -> dict[str, object]:
    unknown = dict.fromkeys(("valid_to", "registry_number"), "not-found")
    return {
        "principal": principal,
        "title": "Påhittad lokal plan för nära vård",
        "valid_from": "2025-01-01",
        "body": "Påhittad nämnd",
        "decided_on": "2024-12-01",
        "url": "https://exempel.example/plan",
        "evidence": "documented",
        "references": ["beslutsunderlag"],
        **unknown,
    }


@pytest.fixture(scope="module")
def divided(principals: tuple[Path, str, str]) -> Iterator[Served]:
    with served(principals[0], below=BELOW) as running:
        yield running


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    context = open_context()
    context.add_init_script(path=AXE)
    return context.new_page()


def addresses(principals: tuple[Path, str, str]) -> list[str]:
    _, deviating, rejecting = principals
    return ["", "antaganden/", f"huvudman/{deviating}/", f"huvudman/{rejecting}/", "revideringar/2024-02-14/"]


def test_axe_finds_nothing_and_nothing_is_cut_off(
    principals: tuple[Path, str, str], divided: Served, page: Page
) -> None:
    found = {}
    for address in addresses(principals):
        page.goto(divided.url + address)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            where = (address, width, scheme)
            found[where] = page.evaluate(RUN, ALL if scheme == "light" else OF_COLOUR)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found[where].append("scrolls sideways")
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_the_banner_says_that_the_condition_is_broken(
    principals: tuple[Path, str, str], divided: Served, page: Page
) -> None:
    page.goto(divided.url)
    assert "Villkoret är inte uppfyllt." in page.locator(".ls-standing").inner_text()
    page.goto(f"{divided.url}strategin/")
    banner = page.locator(".ls-standing").inner_text()
    assert "ännu inte i kraft." in banner
    assert "Villkoret är inte uppfyllt: 1 huvudman har beslutat med avvikelser och 1 har sagt nej" in banner


def test_deviating_words_stand_beside_the_recommended_ones(
    principals: tuple[Path, str, str], divided: Served, page: Page
) -> None:
    page.goto(f"{divided.url}huvudman/{principals[1]}/")
    came, went = (" ".join(page.locator(tag).all_inner_texts()) for tag in ("ins", "del"))
    assert "dig" in came and "ett tillägg" in came
    assert "mig" in went and "en gemensam handlingsplan" in went
    text = page.locator("main").inner_text()
    assert "Påhittad lokal plan för nära vård" in text


def test_every_tile_has_its_outcome_in_words(
    principals: tuple[Path, str, str], divided: Served, page: Page
) -> None:
    page.goto(f"{divided.url}antaganden/")
    tiles = {tile.get_attribute("href"): tile.text_content() for tile in page.locator(".ls-tile a").all()}
    assert len(tiles) == 3
    assert "beslut med avvikelser" in (tiles[f"../huvudman/{principals[1]}/"] or "")
    assert ": nej" in (tiles[f"../huvudman/{principals[2]}/"] or "")
