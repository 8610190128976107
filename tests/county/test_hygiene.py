"""Is the code free of what belongs elsewhere: a county's names, and HTML?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.building import REPOSITORY

CODE = ("macros",)
# An opening or closing tag; "<id>" and the like in a message are no tags of HTML.
TAG = re.compile(
    r"</?(?:a|abbr|article|b|br|caption|code|dd|desc|details|div|dl|dt|em|figcaption|figure|g|h[1-6]|hr|i|img"
    r"|li|link|main|mark|nav|ol|p|path|pre|script|section|small|span|strong|style|sub|summary|sup|svg|table"
    r"|tbody|td|text|th|thead|time|title|tr|ul)(?:\s[^<>]*)?/?>"
)


@pytest.fixture(scope="module")
def place_names() -> list[str]:
    """The names of the county and its principals, without the words that any county has."""
    principals = yaml.safe_load((REPOSITORY / "strategy/principals.yml").read_text("utf-8"))["principals"]
    county = yaml.safe_load((REPOSITORY / "strategy/strategy.yml").read_text("utf-8"))["county"]
    words = {word for each in principals for word in f"{each['name']} {each['short_name']}".split()}
    return sorted((words | {county}) - {"Region", "Regionen", "kommun", "kommuns"})


def code_files() -> Iterator[Path]:
    for folder in CODE:
        for path in sorted((REPOSITORY / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".md", ".css", ".js", ".svg"}:
                yield path


def test_the_code_names_no_place_of_the_county(place_names: list[str]) -> None:
    assert len(place_names) > 16
    name = re.compile(rf"\b(?:{'|'.join(map(re.escape, place_names))})s?\b")
    files = list(code_files())
    assert len(files) > 50
    found = {str(path.relative_to(REPOSITORY)): name.findall(path.read_text("utf-8")) for path in files}
    assert {path: names for path, names in found.items() if names} == {}


def test_python_strings_hold_no_html() -> None:
    found = [
        f"{path.relative_to(REPOSITORY)}:{line}: {text[:60]}"
        for path in sorted((REPOSITORY / "macros").rglob("*.py"))
        for line, text in strings(path)
        if TAG.search(text)
    ]
    assert found == []


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every string, also the fixed parts of f-strings, but not docstrings or patterns."""
    module = ast.parse(path.read_text("utf-8"))
    others = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    others |= {id(each) for node in ast.walk(module) if is_pattern(node) for each in ast.walk(node)}
    for node in ast.walk(module):
        if id(node) in others:
            continue
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def is_pattern(node: ast.AST) -> bool:
    """Is this the call of a function in `re`?"""
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
