"""Numbers, dates and periods in Swedish, case by case, and against Babel itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as some
from strategi.model.revision_id import RevisionId
from strategi.words import numbers

CASES = Path(__file__).parent.parent / "cases" / "numbers.yml"


@pytest.mark.parametrize(("name", "arguments", "expected"), yaml.safe_load(CASES.read_text(encoding="utf-8")))
def test_is_written(name: str, arguments: list[Any], expected: str) -> None:
    assert getattr(numbers, name)(*arguments) == expected.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("written", "alone", "after_the_word"),
    [
        ("2022-04-27", "27 april 2022", "den 27 april 2022"),
        ("2022-04", "april 2022", "april 2022"),
        ("2022", "2022", "2022"),
        ("2022-b", "2022 (b)", "2022 (b)"),
        ("2022-04-c", "april 2022 (c)", "april 2022 (c)"),
        ("2022-04-27-b", "27 april 2022 (b)", "den 27 april 2022 (b)"),
    ],
)
def test_an_id_of_a_revision_is_written_as_people_say_it(
    written: str, alone: str, after_the_word: str
) -> None:
    revision = RevisionId(written)
    assert (numbers.moment(revision), numbers.at_moment(revision)) == (alone, after_the_word)


@given(some.integers(-(10**9), 10**9), some.integers(0, 3))
def test_numbers_are_written_as_by_babel_but_for_the_minus(digits: int, decimals: int) -> None:
    value = digits / 10**decimals
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    babels = format_decimal(value, pattern, locale="sv_SE").replace("-", "−")
    assert numbers.number(value, decimals) == babels
