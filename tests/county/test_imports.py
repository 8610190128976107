"""The tests of a county know the engine by its commands alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import REPOSITORY

FILES = sorted(Path(__file__).parent.glob("*.py"))
# Of the other tests: where the repository and the command are, and how editors' programs read.
SHARED = {"tests.building", "tests.editors", "tests.county.commands"}


def imported(path: Path) -> Iterator[str]:
    """Every module that the file names in an import."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_imports_the_engine(path: Path) -> None:
    ours = {name for name in imported(path) if name.partition(".")[0] in ("strategi", "tests", ".")}
    assert ours <= SHARED


def test_nor_does_what_they_share() -> None:
    program = f"import sys, {', '.join(sorted(SHARED))}; print('strategi' in sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
