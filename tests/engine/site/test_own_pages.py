"""Laws of pages without files: a county needs none, and each that it writes takes its page's place."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from posixpath import normpath

import pytest
from selectolax.lexbor import LexborHTMLParser
from strategi.content.tree import WorkingTree
from strategi.site.loading import load_site
from strategi.site.made_pages import pages_made, with_made_pages
from strategi.site.menu import navigation
from strategi.site.page_checking import check_pages

from tests.building import build_command, build_site
from tests.engine.content.trees import county_files
from tests.engine.site.county import COUNTY, TODAY, county_without_history
from tests.engine.site.test_engines import needs_zensical

DAY = {"STRATEGI_TODAY": TODAY}
ENGINES = ["mkdocs", pytest.param("zensical", marks=needs_zensical)]
_EDIT = re.compile(r'\s*<p class="ls-edit">.*?</p>')
# One page of each kind, by its address.
KINDS = (
    *("", "strategin/", "strategin/malbild/", "strategin/delmal/", "strategin/delmal/d1/"),
    *("strategin/principer/", "strategin/fardplan/", "strategin/fardplan/revidering/", "strategin/hela/"),
    *("nyckeltal/", "nyckeltal/n01/", "huvudman/", "antaganden/", "revideringar/", "jamfor/"),
    *("revideringar/2024-02-14/", "om/", "ordlista/", "rattelser/", "foresla-andring/", "regler/"),
    *("kontrollsumma/", "tillganglighet/", "integritet/"),
)


# The second begins with a heading, which has no page of its own.
_OWN_MENU = """nav:
  - Hem: index.md
  - Delmål:
      - Alla:
          - strategin/delmal/index.md
"""


def county(target: Path, own: Mapping[str, str] | None = None) -> Path:
    """The invented county with pages of its own alone, by their files."""
    county_without_history(target)
    shutil.rmtree(target / "docs")
    for path, text in (own or {}).items():
        (target / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (target / "docs" / path).write_text(text, "utf-8")
    return target


def page(text: str) -> str:
    return f'---\ndescription: "En egen sida."\n---\n\n# {text}\n'


def bare_build(root: Path) -> Path:
    mkdocs = Path(build_command(root)[0]).with_name("mkdocs")
    done = subprocess.run(
        [mkdocs, "build", "--quiet", "--strict"],
        cwd=root,
        env=os.environ | DAY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def html(site: Path) -> Mapping[str, str]:
    return {
        file.relative_to(site).as_posix(): _EDIT.sub("", file.read_text("utf-8"))
        for file in site.rglob("*.html")
    }


def menu_of(site: Path, address: str = "") -> list[str]:
    tree = LexborHTMLParser((site / address / "index.html").read_text("utf-8"))
    return [link.text(strip=True) for link in tree.css(".ls-menu a")]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("own", [{}, {"index.md": page("Egen start")}], ids=["no docs", "only a start page"])
def test_a_county_needs_no_pages_of_its_own(engine: str, own: Mapping[str, str], tmp_path: Path) -> None:
    site = build_site(county(tmp_path, own), engine, **DAY)
    loaded = load_site(tmp_path, date.fromisoformat(TODAY))
    made = {each.address for each in pages_made(WorkingTree(tmp_path), loaded.view())}
    assert made >= set(KINDS) - {"revideringar/2024-02-14/"}
    assert all((site / address / "index.html").is_file() for address in made)
    assert ("Egen start" in (site / "index.html").read_text("utf-8")) is bool(own)
    assert (tmp_path / "docs").is_dir() is bool(own)
    assert not list(tmp_path.glob(".site-*"))


@pytest.mark.parametrize("shape", ["{}.md", "{}/index.md", "{}/README.md", "{}.markdown"])
@pytest.mark.parametrize("address", KINDS)
def test_a_file_at_the_address_takes_the_pages_place(address: str, shape: str, tmp_path: Path) -> None:
    path = shape.format(address.rstrip("/")) if address else "index.md"
    root = county(tmp_path, {path: page("Egen")})
    loaded = load_site(root, date.fromisoformat(TODAY))
    pages = with_made_pages(WorkingTree(root), loaded.view())
    made = {each.address: each.path for each in pages_made(WorkingTree(root), loaded.view())}
    assert made[address] is not None
    assert pages.read(f"docs/{path}").decode() == page("Egen")
    if made[address] != path:
        assert f"docs/{made[address]}" not in pages.paths("docs")
    assert address == "" or path in str(navigation(loaded)) or made[address] not in str(navigation(loaded))


@pytest.mark.parametrize("engine", ENGINES)
def test_own_pages_are_what_the_public_reads(engine: str, tmp_path: Path) -> None:
    own = {
        "strategin/delmal/d2/index.md": page("Egen D2"),
        "nyckeltal/n01.md": page("Egen N01"),
        "foresla-andring/index.md": page("Egen bidra"),
        "jamfor.md": page("Egen jamfor"),
    }
    site = build_site(county(tmp_path, own), engine, **DAY)
    for address, title in (
        ("strategin/delmal/d2", "Egen D2"),
        ("nyckeltal/n01", "Egen N01"),
        ("foresla-andring", "Egen bidra"),
        ("jamfor", "Egen jamfor"),
    ):
        text = (site / address / "index.html").read_text("utf-8")
        assert f">{title}</h1>" in text or f">{title}<a" in text, address
    around = LexborHTMLParser((site / "strategin/delmal/index.html").read_text("utf-8"))
    assert "Egen D2" in [link.text(strip=True) for link in around.css(".ls-section a")]


def test_a_page_that_is_written_down_is_the_same_page(tmp_path: Path) -> None:
    root = county(tmp_path)
    before = html(build_site(root, **DAY))
    loaded = load_site(root, date.fromisoformat(TODAY))
    for made in pages_made(WorkingTree(root), loaded.view()):
        (root / "docs" / made.path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / made.path).write_text(made.as_own, "utf-8")
    assert check_pages(load_site(root, date.fromisoformat(TODAY))) == ()
    assert html(build_site(root, **DAY)) == before


def test_every_way_to_build_gives_the_same_menu(tmp_path: Path) -> None:
    root = county(
        tmp_path, {"index.md": page("Start"), "kurser/vard.md": page("Kurser"), "amnen.md": page("Ä")}
    )
    built = build_site(root, **DAY)
    assert menu_of(built) == [
        *("Start", "Strategin", "Nyckeltal", "Huvudmän", "Antaganden", "Revideringar", "Om"),
    ]
    beside = LexborHTMLParser((built / "kurser/vard/index.html").read_text("utf-8")).css(".ls-section a")
    assert [link.text(strip=True) for link in beside] == ["Om webbplatsen", "Ä", "Kurser"]
    first = html(built)
    assert html(bare_build(root)) == first


@needs_zensical
def test_the_other_engine_has_the_same_menu_beside_its_pages(tmp_path: Path) -> None:
    root = county(tmp_path, {"kurser/vard.md": page("Kurser")})
    ways = [_around(build_site(root, engine, **DAY)) for engine in ("mkdocs", "zensical")]
    assert ways[0] == ways[1]
    assert len(ways[0]["strategin/delmal/d1/index.html"]) > 15


def _around(site: Path) -> Mapping[str, list[str]]:
    """What every page has around it: menu, way within, foot."""
    trees = {path: LexborHTMLParser(text) for path, text in html(site).items() if path != "404.html"}
    links = ".ls-menu a, .ls-section a, .ls-footer a"
    return {
        path: [
            f"{link.text(strip=True)} {normpath(link.attributes['href'] or '')}" for link in tree.css(links)
        ]
        for path, tree in trees.items()
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_a_menu_of_the_countys_own_is_left_alone_and_may_leave_pages_out(engine: str, tmp_path: Path) -> None:
    root = county(tmp_path, {"utanfor.md": page("Utanför"), "index.md": page("Hem")})
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "extra:\n", "extra:\n  footer:\n    - {title: Mer, url: utanfor/}\n"
    )
    settings.write_text(f"{text}\n{_OWN_MENU}", "utf-8")
    site = build_site(root, engine, **DAY)
    assert menu_of(site) == ["Hem", "Delmål"]
    assert (site / "utanfor/index.html").is_file()
    foot = LexborHTMLParser((site / "index.html").read_text("utf-8")).css(".ls-footer a")
    assert [link.text(strip=True) for link in foot] == ["Mer"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_strategy_of_little_has_a_site_of_little(engine: str, tmp_path: Path) -> None:
    for path, data in county_files().items():
        if path.startswith(("indicators/", "strategy/roadmap", "strategy/revisions", "strategy/adoptions")):
            continue
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    shutil.copy(COUNTY / "mkdocs.yml", tmp_path)
    site = build_site(tmp_path, engine, **DAY)
    assert menu_of(site) == ["Start", "Strategin", "Huvudmän", "Antaganden", "Om"]
    for folder in ("nyckeltal", "revideringar", "jamfor", "strategin/fardplan"):
        assert not (site / folder).exists()
