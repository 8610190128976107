"""Test that a redline describes the difference between two texts as a reader would.

Each case in cases/diff/texts/ holds both texts and the whole redline, in the notation of notation.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from strategi.diff.redlines.mirror import mirror
from strategi.diff.redlines.texts import compare_texts

from tests.engine.diff.texts_cases import CASES, accept, compared, read_case

PATHS = sorted(CASES.glob("*.yml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(path)
    redline = compared(case)
    if request.config.getoption("--accept"):
        accept(path, redline)
    else:
        assert redline == case["redline"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_case_the_other_way_round(path: Path) -> None:
    case = read_case(path)
    there, back = compare_texts(case["old"], case["new"]), compare_texts(case["new"], case["old"])
    assert mirror(there) == back


def test_a_case_that_is_equal_says_so_in_its_name() -> None:
    for path in PATHS:
        case = read_case(path)
        is_equal = compare_texts(case["old"], case["new"]).is_equal
        assert is_equal == path.stem.endswith("-är-lika"), path.name
