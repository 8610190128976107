"""Test that the templates ask for little, and that the one shown first leads to each of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import REPOSITORY

FIRST = REPOSITORY / ".github" / "pull_request_template.md"
OTHERS = sorted((REPOSITORY / ".github" / "PULL_REQUEST_TEMPLATE").iterdir())
each_template = pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)


def test_the_first_one_leads_to_all_the_others() -> None:
    links = re.findall(r"\]\((.*?)\)", FIRST.read_text("utf-8"))
    assert links == [f"?expand=1&template={name}" for name in _in_order(links)]
    assert sorted(_in_order(links)) == [path.name for path in OTHERS]


def _in_order(links: list[str]) -> list[str]:
    return [link.rpartition("=")[2] for link in links]


@each_template
def test_it_is_short_and_asks_for_little(path: Path) -> None:
    text = path.read_text("utf-8")
    rows = re.findall(r"^- \[ \] .+[.]$", text, re.MULTILINE)
    assert 1 <= len(rows) <= 5
    assert len(rows) == text.count("- [")
    assert len(text.splitlines()) <= 16


@each_template
def test_the_files_and_commands_it_names_are_there(path: Path) -> None:
    for name in re.findall(r"`((?:strategy|indicators)/[\w./-]*|[A-Z]+\.md)`", path.read_text("utf-8")):
        assert (REPOSITORY / name).exists(), name


def test_an_adoption_is_not_taken_without_its_source() -> None:
    text = (REPOSITORY / ".github/PULL_REQUEST_TEMPLATE/antagande.md").read_text("utf-8")
    assert "**Källa (krävs):**" in text
    assert "`strategy/references.yml`" in text
