"""Test that every sentence that is added or removed is reported once, whatever two pages contain."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as some
from strategi.diff.statements import compare_statements
from strategi.model.effects import Statement

_WORDS = some.lists(
    some.sampled_from(["vård", "hem", "nära", "1", "2 av 3", "länet"]), min_size=1, max_size=4
)
_STATEMENTS = some.lists(
    some.builds(
        Statement,
        _WORDS.map(" ".join),
        label=some.sampled_from(["", "2024, riket"]),
        table=some.sampled_from(["", "T"]),
    ),
    max_size=8,
)


@given(_STATEMENTS)
def test_equal_pages_differ_in_nothing(page: list[Statement]) -> None:
    assert compare_statements(page, list(page)) == ()


@given(_STATEMENTS, _STATEMENTS)
def test_the_old_page_with_its_effects_is_the_new_one(old: list[Statement], new: list[Statement]) -> None:
    effects = compare_statements(old, new)
    gone = Counter(each.before for each in effects if each.before is not None)
    come = Counter(each.after for each in effects if each.after is not None)
    words = Counter(each.words for each in old)
    words.subtract(gone)
    words.update(come)
    assert +words == Counter(each.words for each in new)


@given(_STATEMENTS, _STATEMENTS)
def test_what_both_say_is_not_told(old: list[Statement], new: list[Statement]) -> None:
    effects = compare_statements(old, new)
    both = Counter(old) & Counter(new)
    assert sum(each.before is not None for each in effects) == len(old) - both.total()
    assert sum(each.after is not None for each in effects) == len(new) - both.total()
