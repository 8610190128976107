"""The engine names no place of this county."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.building import ENGINE, REPOSITORY


@pytest.fixture(scope="module")
def place_names() -> list[str]:
    """The names of the county and its principals, without the words that any county has."""
    principals = yaml.safe_load((REPOSITORY / "strategy/principals.yml").read_text("utf-8"))["principals"]
    county = yaml.safe_load((REPOSITORY / "strategy/strategy.yml").read_text("utf-8"))["county"]
    words = {word for each in principals for word in f"{each['name']} {each['short_name']}".split()}
    return sorted((words | {county}) - {"Region", "Regionen", "kommun", "kommuns"})


def code_files() -> Iterator[Path]:
    for path in sorted(ENGINE.rglob("*")):
        if path.suffix in {".py", ".html", ".md", ".css", ".js", ".svg"}:
            yield path


def test_the_code_names_no_place_of_the_county(place_names: list[str]) -> None:
    assert len(place_names) > 16
    name = re.compile(rf"\b(?:{'|'.join(map(re.escape, place_names))})s?\b")
    files = list(code_files())
    assert len(files) > 50
    found = {str(path.relative_to(ENGINE)): name.findall(path.read_text("utf-8")) for path in files}
    assert {path: names for path, names in found.items() if names} == {}
