"""Test that the digest is that of the content, however it is written, and that others can compute it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from strategi.model.digest import canonical_line, canonical_text, digest

from tests.building import ENGINE
from tests.engine.model.vectors import BASE, PUBLISHED, Vector, strategy_of, vectors

SCRIPT = ENGINE / "checksum" / "kontrollsumma.py"
VECTORS = tuple(vectors())
every_vector = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)


@every_vector
def test_the_digest_changes_when_the_content_does(vector: Vector) -> None:
    is_same = digest(strategy_of(vector.files)) == digest(strategy_of(VECTORS[0].files))
    assert is_same == vector.is_same


@every_vector
def test_a_script_that_shares_nothing_with_us_gives_the_same_digest(vector: Vector, tmp_path: Path) -> None:
    for path, text in vector.files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    assert script_digest(tmp_path) == digest(strategy_of(vector.files))


def test_published_vectors_are_those_of_the_cases(request: pytest.FixtureRequest) -> None:
    text = json.dumps([each.published() for each in VECTORS], ensure_ascii=True, indent=1) + "\n"
    if request.config.getoption("--accept"):
        PUBLISHED.write_text(text, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == text


def test_names_say_whether_the_content_is_the_same() -> None:
    assert VECTORS[0].name == BASE
    starts = {each.name: each.name.startswith("samma-") for each in VECTORS[1:]}
    assert starts == {each.name: each.is_same for each in VECTORS[1:]}
    assert len(VECTORS) > 12


def test_the_script_is_short_and_imports_nothing_of_ours() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    code = [line for line in text.splitlines() if line and not line.startswith(("import", "from", '"""'))]
    tree = ast.walk(ast.parse(text))
    names = [
        [each.module] if isinstance(each, ast.ImportFrom) else [one.name for one in each.names]
        for each in tree
        if isinstance(each, ast.Import | ast.ImportFrom)
    ]
    imported = {name for each in names for name in each}
    assert imported == {"hashlib", "json", "re", "sys", "unicodedata", "pathlib", "yaml"}
    assert len(code) <= 33


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ett\ntvå", "ett två"),
        ("ett\n\n\n\ntvå", "ett\n\ntvå"),
        ("\n\n ett  \n", " ett"),
        ("- ett\n  två\n- tre", "- ett två\n- tre"),
        ("- ett\ntvå", "- ett två"),
        ("1. ett\n   två\n2) tre", "1. ett två\n2) tre"),
        ("* ett\n\t* två", "* ett\n    * två"),
        ("> ett\ntvå\n> tre", "> ett två\n> tre"),
        ("# Ett\ntvå\ntre", "# Ett\ntvå tre"),
        ("Ett\n===\ntvå", "Ett\n===\ntvå"),
        ("ett\n***\ntvå\n- - -\ntre", "ett\n***\ntvå\n- - -\ntre"),
        ("#ett\ntvå", "#ett två"),
        ("*ett*\n**två**\n_tre_", "*ett* **två** _tre_"),
        ("ett\n- två", "ett\n- två"),
        ("ett\n-två", "ett -två"),
        ("| a |  b |\n|---|---|\nett\ntvå", "| a | b |\n|---|---|\nett\ntvå"),
        ("[ett]: /två\n[tre]: /fyra", "[ett]: /två\n[tre]: /fyra"),
        ("ett\\\ntvå", "ett\\\ntvå"),
        ("ett  \ntvå", "ett två"),
        ("```\nett\n```\ntvå", "```\nett\n```\ntvå"),
        ("    ett\ntvå", "    ett\ntvå"),
        ("-     ett\ntvå", "-     ett\ntvå"),
        ("  ett\ntvå", "  ett\ntvå"),
        ("ett\r\ntvå\rtre", "ett två tre"),
        ("ett\u00a0två\u2003tre\u2028fyra", "ett två tre fyra"),
        ("hem\u00adtjänst\u200b", "hemtjänst"),
        ("a\u030ar", "år"),
        ("a\u200b\u030ar", "år"),
        ("", ""),
    ],
)
def test_white_space_is_folded(text: str, expected: str) -> None:
    assert canonical_text(text) == expected


def test_a_fact_is_one_line() -> None:
    assert canonical_line(" - ett\n\n  två\u00a0") == "- ett två"


def script_digest(folder: Path) -> str:
    """What the published script prints for a folder."""
    command = [sys.executable, "-I", str(SCRIPT), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
