"""Lists in a sentence, case by case, and as a law: every word once, in its order, one conjunction."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some
from strategi.words import lists

CASES = Path(__file__).parent.parent / "cases" / "lists.yml"
_WORDS = some.lists(some.from_regex(r"[a-zåäö]{3,8}", fullmatch=True), min_size=1)


@pytest.mark.parametrize(("name", "arguments", "expected"), yaml.safe_load(CASES.read_text(encoding="utf-8")))
def test_is_written(name: str, arguments: list[list[str]], expected: str) -> None:
    assert getattr(lists, name)(*arguments) == expected


@given(_WORDS)
def test_keeps_every_word_in_its_order(words: list[str]) -> None:
    for write, conjunction in ((lists.listed, " och "), (lists.any_of, " eller ")):
        before, _, last = write(words).rpartition(conjunction)
        assert [*(before.split(", ") if before else []), last] == words
