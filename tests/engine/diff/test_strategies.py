"""Test that comparing two strategies reports the right parts in the right words, case by case."""

from __future__ import annotations

from pathlib import Path

import pytest
from strategi.diff.strategies import compare_governed
from strategi.model.change import Comparison
from strategi.model.words import swedish
from strategi.render.wording.change_words import counts_words, part_events
from strategi.render.wording.scope import scope

from tests.engine.diff.strategies_cases import CASES, read_case, strategy_of


def said(comparison: Comparison) -> list[str]:
    return [f"{change.part.id}: {part_events(change, swedish())}" for change in comparison.changed]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    comparison = compare_governed(strategy_of(case["old"]), strategy_of(case["new"]))
    assert said(comparison) == case["changes"]
    assert scope(comparison, swedish()) == case["scope"]
    if "counts" in case:
        assert counts_words(comparison) == case["counts"]


def test_there_are_cases() -> None:
    assert len(CASES) > 10
