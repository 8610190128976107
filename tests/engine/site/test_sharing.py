"""Test that shared work gives one result for each item, in order, and that a fault is never lost."""

from __future__ import annotations

import os

import pytest
from strategi.site.sharing import FEWEST, begin, share

ITEMS = range(FEWEST + 1)


def test_results_come_in_the_order_of_the_items() -> None:
    assert share(lambda each: each * each, ITEMS) == [each * each for each in ITEMS]


def test_little_work_stays_in_this_process() -> None:
    assert set(share(lambda each: os.getpid(), range(FEWEST - 1))) == {os.getpid()}


def test_begun_work_is_another_process_s() -> None:
    assert os.getpid() not in begin(lambda each: os.getpid(), [1])()


@pytest.mark.parametrize("bad", [0, 1, FEWEST])
def test_what_the_work_raises_is_raised_here(bad: int) -> None:
    def work(each: int) -> int:
        if each == bad:
            raise ValueError(f"number {each}")
        return each

    with pytest.raises(ValueError, match=f"number {bad}"):
        share(work, ITEMS)
