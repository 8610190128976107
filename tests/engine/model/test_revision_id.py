"""A revision is named by a day, a month or a year, and revisions stand in the order they were decided."""

from __future__ import annotations

import pickle
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from strategi.model.governance import Revision
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import oldest_first

from tests.engine.rules.county import county

days = some.dates(date(2020, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("text", "first_day", "last_day", "is_day", "period", "letter"),
    [
        ("2022-04-27", date(2022, 4, 27), date(2022, 4, 27), True, "2022-04-27", ""),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), False, "2024-02", ""),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31), False, "2022-12", ""),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), False, "2022", ""),
        ("2022-b", date(2022, 1, 1), date(2022, 12, 31), False, "2022", "b"),
        ("2022-04-27-c", date(2022, 4, 27), date(2022, 4, 27), True, "2022-04-27", "c"),
    ],
)
def test_an_id_names_a_period(
    text: str, first_day: date, last_day: date, is_day: bool, period: str, letter: str
) -> None:
    found = RevisionId(text)
    assert (found.first_day, found.last_day, found.is_day) == (first_day, last_day, is_day)
    assert (found.period, found.letter, str(found)) == (period, letter, text)
    assert RevisionId(found) is found
    assert pickle.loads(pickle.dumps(found)).first_day == first_day


NO_IDS = """
22 2022-4 2022-13 2022-00 0000 2022-02-30 2022-a 2022-B 2022b 2022-bb ２０２２ 2022-04-27T00:00 not-found
"""


@pytest.mark.parametrize("text", ["", " 2022", "2022-04-27\n", *NO_IDS.split()])
def test_what_is_no_id(text: str) -> None:
    assert RevisionId.read(text) is None


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2022", "2022-04-27", True),
        ("2022-04", "2022", True),
        ("2022", "2022-b", True),
        ("2022-04", "2022-05", False),
        ("2022", "2023-01-01", False),
        ("2022-04-27", "2022-04-28", False),
    ],
)
def test_ids_of_which_neither_says_that_it_is_older(one: str, other: str, overlap: bool) -> None:
    assert RevisionId(one).overlaps(RevisionId(other)) is overlap
    assert RevisionId(other).overlaps(RevisionId(one)) is overlap


@cache
def example() -> Revision:
    return county().revisions[0]


def recorded(name: str, predecessor: str | None = None) -> Revision:
    update: dict[str, Any] = {
        "id": RevisionId(name),
        "predecessor": RevisionId(predecessor) if predecessor else None,
    }
    return example().model_copy(update=update)


@pytest.mark.parametrize(
    "line",
    [
        ["2022-01-28", "2022-04-27"],
        ["2022-01-28", "2022", "2023"],
        ["2022", "2022-01-28"],
        ["2022-04-27", "2022", "2022-04", "2022-12"],
        ["2022-11-20", "2022", "2022-12-01"],
        ["2022", "2022-b", "2022-04-27", "2022-06-01", "2022-c"],
        ["2022-04", "2022-04-b", "2022-05"],
        ["2021-12-31", "2022-b", "2022", "2022-01-01"],
    ],
    ids=" ".join,
)
def test_where_the_ids_do_not_say_the_predecessor_does(line: list[str]) -> None:
    revisions = [recorded(line[0]), *(recorded(name, before) for before, name in pairwise(line))]
    for shuffled in (revisions, revisions[::-1], sorted(revisions, key=lambda revision: revision.id)):
        assert [revision.id for revision in oldest_first(shuffled)] == line


def test_no_predecessor_puts_a_revision_before_what_is_surely_older() -> None:
    wrong = [recorded("2023", "2024-05-01"), recorded("2024-05-01")]
    assert [revision.id for revision in oldest_first(wrong)] == ["2023", "2024-05-01"]
    circle = [recorded("2022", "2022-04"), recorded("2022-04", "2022")]
    assert {revision.id for revision in oldest_first(circle)} == {"2022", "2022-04"}


@given(some.lists(days, unique=True, min_size=1, max_size=8), some.data())
def test_a_line_in_which_ids_were_made_coarser_keeps_its_order(when: list[date], data: Any) -> None:
    names: list[str] = []
    for day in sorted(when):
        length = data.draw(some.sampled_from((4, 7, 10)))
        stem = day.isoformat()[:length]
        taken = sum(RevisionId(name).period == stem for name in names)
        names.append(f"{stem}-{'bcdefghi'[taken - 1]}" if taken else stem)
    line = [recorded(names[0]), *(recorded(name, before) for before, name in pairwise(names))]
    shuffled = data.draw(some.permutations(line))
    assert [revision.id for revision in oldest_first(shuffled)] == names
