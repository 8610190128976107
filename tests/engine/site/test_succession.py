"""A strategy that another succeeds is kept whole, marked as historical, at the addresses that it had."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from strategi.cli import main

from tests.building import build_command
from tests.engine.history.repositories import commit, git
from tests.engine.site.county import TODAY, county_with_history
from tests.engine.site.succession import (
    BEGAN,
    DECIDED,
    FIRST,
    FORMER,
    NEW_ID,
    SECOND,
    change,
    succeeded_county,
    write_successor,
)

pytestmark = pytest.mark.xdist_group("succession")

NEW_TITLE = "Hälsa tillsammans i Ytterlandet 2024–2031"
OLD_TITLE = "Gemensam strategi för nära vård i Ytterlandet 2024–2031"
INFO = "strategy/strategy.yml"
# Of a former strategy: its revisions, their comparison, and what only it has.
HISTORICAL = (
    *(f"revideringar/{FIRST}/", f"revideringar/{SECOND}/", f"jamfor/{FIRST}/{SECOND}/"),
    *("strategin/delmal/d6/", "strategin/fardplan/handlingsplan/", "nyckeltal/n10/"),
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return succeeded_county(tmp_path_factory.mktemp("efterträdd") / "län")


@pytest.fixture(scope="module")
def site(county: Path) -> Path:
    """Built for the public, which checks that every link leads somewhere."""
    return built(county)


def built(root: Path) -> Path:
    environment = os.environ | {"STRATEGI_TODAY": TODAY, "STRATEGI_SITE_URL": "https://exempel.example/"}
    done = subprocess.run(
        [*build_command(root), "--publish"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root), "--today", TODAY])


def words(page: Path) -> str:
    tree = HTMLParser((page / "index.html").read_text("utf-8") if page.is_dir() else page.read_text("utf-8"))
    found = tree.css_first("main")
    assert found
    return re.sub(r"\s+", " ", found.text(separator=" "))


@pytest.mark.parametrize("address", HISTORICAL)
def test_every_address_of_the_former_strategy_is_kept_and_marked(site: Path, address: str) -> None:
    said = words(site / address)
    assert said.index("Historisk.") < 400
    assert OLD_TITLE in said
    assert NEW_TITLE in said
    page = HTMLParser((site / address / "index.html").read_text("utf-8"))
    links = [link.attributes["href"] or "" for link in page.css("main .ls-standing--historical a")]
    assert {f"/{place}" for place in ("strategin/", f"revideringar/#{FORMER}")} <= {
        urljoin(f"/{address}", link) for link in links
    }
    assert "noindex" not in page.html  # type: ignore[operator]


def test_its_revision_says_the_whole_text_as_it_stood_with_its_appendix(site: Path) -> None:
    said = words(site / f"revideringar/{SECOND}")
    for kept in ("Vård som lär", "Gemensam handlingsplan", "Bilaga. Nyckeltal", "Huvudmännens beslut"):
        assert kept in said
    assert "Det här är den aktuella versionen" not in said
    assert "Rekommenderad, ännu" not in said


def test_a_part_that_both_have_is_the_new_ones(site: Path) -> None:
    assert "Historisk." not in words(site / "strategin/delmal/d1")
    assert "Historisk." not in words(site / f"revideringar/{DECIDED}")


def test_its_log_stands_in_a_section_of_its_own(site: Path) -> None:
    page = HTMLParser((site / "revideringar/index.html").read_text("utf-8"))
    section = page.css_first(f'section[aria-labelledby="{FORMER}"]')
    assert section
    assert [heading.text() for heading in section.css("h2")] == ["Den tidigare strategin"]
    assert {"14 februari 2024", "5 oktober 2023"} <= {heading.text() for heading in section.css("h3")}
    section.decompose()
    rest = page.css_first("main")
    assert rest and "14 februari 2024" not in rest.text()
    assert f"Ny strategi: {NEW_TITLE}. Den efterträder {OLD_TITLE}" in rest.text()


def test_programs_read_it_apart(county: Path, site: Path) -> None:
    found = json.loads((site / "revisions.json").read_text("utf-8"))
    assert [each["id"] for each in found["revisions"]] == [DECIDED]
    assert found["former"]["strategy"]["id"] == FORMER
    assert [(each["id"], each["phase"]) for each in found["former"]["revisions"]] == [
        (FIRST, "historical"),
        (SECOND, "historical"),
    ]
    log = json.loads(run(county, "log", "--format", "json").output)
    assert log["entries"][-1]["kind"] == "beginning"
    assert log["former"]["id"] == FORMER
    assert {each["id"] for each in log["former"]["entries"] if each["kind"] == "revision"} == {FIRST, SECOND}


def test_the_feeds_are_the_new_strategys(site: Path) -> None:
    for feed in ("beslut", "andringar"):
        text = (site / f"feeds/{feed}.xml").read_text("utf-8")
        assert SECOND not in text
        assert ("Ny strategi" in text) is (feed == "andringar")


def test_the_commands_read_its_revisions(county: Path) -> None:
    assert run(county, "diff", FIRST, SECOND).exit_code == 1
    assert "Vård som lär" in run(county, "show", SECOND).output
    assert run(county, "digest", SECOND).exit_code == 0


def test_without_succeeds_nothing_of_it_is_shown(tmp_path: Path) -> None:
    root = succeeded_county(tmp_path / "län")
    change(root, INFO, f'succeeds: "{FORMER}"\n', "")
    commit(root, {}, "Utan", on=BEGAN)
    site = built(root)
    assert [address for address in HISTORICAL if (site / address).exists()] == []
    texts = [path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".json", ".xml")]
    assert [text for text in texts if OLD_TITLE in text or FORMER in text] == []


def test_the_decided_successor_is_let_in_and_nothing_less(tmp_path: Path) -> None:
    root = county_with_history(tmp_path / "län")
    git(root, "switch", "--quiet", "--create", "forslag")
    write_successor(root)
    assert review(root) == (0, [])
    change(root, INFO, f'succeeds: "{FORMER}"\n', "")
    assert review(root) == (1, ["REV536"])
    change(root, INFO, f'id: "{NEW_ID}"', f'id: "{NEW_ID}"\nsucceeds: "{FORMER}"')
    change(root, "mkdocs.yml", "site_name:", "site_author: x\nsite_name:")  # in a proposal of its own
    assert review(root) == (1, ["REV527"])
    git(root, "checkout", "--quiet", "main", "--", "mkdocs.yml")
    (root / f"strategy/revisions/{DECIDED}.yml").unlink()
    assert review(root) == (1, ["REV535"])


def review(root: Path) -> tuple[int, list[str]]:
    """How the review ends, and which rules are broken."""
    result = run(root, "review", "--base", "main", "--format", "json")
    found: Mapping[str, list[Mapping[str, str]]] = json.loads(result.output)
    errors = [each["rule_id"] for each in found["findings"] if each["severity"] == "error"]
    return result.exit_code, errors
