"""Check the Python itself: no HTML in strings, and module docstrings that state what the module does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.building import ENGINE

# An opening or closing tag; "<id>" and the like in a message are no tags of HTML.
TAG = re.compile(
    r"</?(?:a|abbr|article|b|br|caption|code|dd|desc|details|div|dl|dt|em|figcaption|figure|g|h[1-6]|hr|i|img"
    r"|li|link|main|mark|nav|ol|p|path|pre|script|section|small|span|strong|style|sub|summary|sup|svg|table"
    r"|tbody|td|text|th|thead|time|title|tr|ul)(?:\s[^<>]*)?/?>"
)


def test_python_strings_hold_no_html() -> None:
    found = [
        f"{path.relative_to(ENGINE)}:{line}: {text[:60]}"
        for path in sorted(ENGINE.rglob("*.py"))
        for line, text in strings(path)
        if TAG.search(text)
    ]
    assert found == []


def test_module_docstrings_are_statements() -> None:
    modules = [*ENGINE.rglob("*.py"), *Path(__file__).parents[1].rglob("*.py")]
    docstrings = {path: ast.get_docstring(ast.parse(path.read_text("utf-8"))) for path in modules}
    assert [path for path, text in docstrings.items() if text and "?" in text] == []


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
