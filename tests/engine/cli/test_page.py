"""Test that `strategi page` lists, shows and writes generated pages, and never overwrites anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from strategi.cli import main

from tests.engine.cli.county_history import repository
from tests.engine.content.cases import TODAY
from tests.engine.history.repositories import git


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return repository(tmp_path / "län")


def page(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["page", *words, "--root", str(root), "--today", str(TODAY)])


def test_all_pages_are_listed_with_the_countys_files_in_their_place(county: Path) -> None:
    own = county / "docs/strategin/delmal/d1/index.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Egen\n", "utf-8")
    rows = [row.split(None, 1) for row in page(county).output.splitlines()]
    said = {address: words for address, words in rows}
    assert said["./"] == "Startsidan"
    assert said["strategin/delmal/d1/"] == (
        "Delmål 1. Nära hem (egen fil: docs/strategin/delmal/d1/index.md)"
    )
    assert said["nyckeltal/n01/"] == "Trygghet i hemmet"
    assert said["huvudman/alvhaga/"] == "Alvhaga kommun"
    assert [address for address in said if address.startswith("strategin/fardplan/")] == [
        *("strategin/fardplan/", "strategin/fardplan/inledning/"),
        *("strategin/fardplan/uppfoljning/", "strategin/fardplan/ansvar/"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("D1", "d1", "strategin/delmal/d1", "/strategin/delmal/d1/", "strategin/delmal/d1.md"),
        *("docs/strategin/delmal/d1.md", "strategin/delmal/d1/index.md"),
    ],
)
def test_a_page_has_many_names(county: Path, name: str) -> None:
    result = page(county, name)
    assert result.exit_code == 0
    assert result.output == (
        "---\n"
        'description: "Delmål 1, Nära hem: lydelsen och nyckeltalen som visar hur det går."\n'
        'source: "strategy/subgoals/d1-nara-hem.md"\n'
        "---\n\n"
        '# {{ title("D1") }}\n\n{{ standing() }}\n\n{{ subgoal("D1") }}\n\n{{ neighbours("D1") }}\n'
    )


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("./", "# {{ site_name() }}"),
        ("index.md", "# {{ site_name() }}"),
        ("om", "# Om webbplatsen"),
        ("N01", '# {{ name("N01") }}'),
        ("alvhaga", '# {{ name("alvhaga") }}'),
        ("vision", '# {{ name("vision") }}'),
        ("2022-12-01", "# Revideringen 1 december 2022"),
        ("nyckeltal", "# Nyckeltal"),
    ],
)
def test_every_kind_of_page_is_shown(county: Path, name: str, heading: str) -> None:
    assert heading in page(county, name).output.splitlines()


def test_a_page_is_written_once(county: Path) -> None:
    written = page(county, "om", "--write")
    assert (written.exit_code, git(county, "status", "--porcelain", "-uall")) == (0, "?? docs/om.md")
    assert written.output.startswith("Skrev docs/om.md.")
    text = (county / "docs/om.md").read_text("utf-8")
    assert 'source: "docs/om.md"' in text, "what it says is changed there"
    again = page(county, "om", "--write")
    assert again.exit_code == 2
    assert "sidan har redan en egen fil: docs/om.md" in again.output
    assert (county / "docs/om.md").read_text("utf-8") == text
    assert "På webbplatsen står docs/om.md i stället." in page(county, "om").output


def check(root: Path) -> str:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--today", str(TODAY)]).output


def test_what_is_written_passes_the_check(county: Path) -> None:
    before = check(county)
    for name in ("D1", "N01", "uppfoljning", "alvhaga", "./", "om", "strategin/", "antaganden", "2022-12-01"):
        assert page(county, name, "--write").exit_code == 0, name
    assert check(county) == before


def test_nothing_is_written_where_it_leads_elsewhere_or_something_stands(
    county: Path, tmp_path: Path
) -> None:
    (tmp_path / "annat").mkdir()
    (county / "docs").symlink_to(tmp_path / "annat")
    refused = page(county, "om", "--write")
    assert refused.exit_code == 2
    assert "docs/om.md leder någon annanstans" in refused.output
    assert not list((tmp_path / "annat").iterdir())
    (county / "docs").unlink()
    (county / "docs/om.md").mkdir(parents=True)
    refused = page(county, "om", "--write")
    assert refused.exit_code == 2
    assert "sidan har redan en egen fil: docs/om.md" in refused.output
    assert not list((county / "docs/om.md").iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("uppfoljing",), "det finns ingen sida ”uppfoljing” – menade du ”uppfoljning”?"),
        (("ordlist",), "– menade du ”ordlista”?"),
        (("nyckeltal/n99/",), "det finns ingen sida ”nyckeltal/n99/”"),
        (("--write",), "säg vilken sida som ska skrivas"),
    ],
)
def test_what_is_no_page_is_said(county: Path, words: tuple[str, ...], said: str) -> None:
    result = page(county, *words)
    assert result.exit_code == 2
    assert said in result.output
    assert git(county, "status", "--porcelain") == ""


def test_a_name_that_may_be_two_pages_is_asked_about(county: Path) -> None:
    section = county / "strategy/roadmap/uppfoljning.md"
    text = section.read_text("utf-8").replace("uppfoljning", "ordlista")
    section.with_stem("ordlista").write_text(text, "utf-8")
    section.unlink()
    result = page(county, "ordlista")
    assert result.exit_code == 2
    assert "kan vara flera sidor; skriv strategin/fardplan/ordlista/ eller ordlista/" in result.output
    assert "# Ordlista" in page(county, "ordlista/").output


def test_without_a_strategy_there_are_no_pages(county: Path, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    assert "det finns ingen strategi" in page(tmp_path / "tom").output
    (county / "strategy/strategy.yml").unlink()
    result = page(county)
    assert result.exit_code == 2
    assert "strategin i filerna går inte att läsa; kör strategi check" in result.output
