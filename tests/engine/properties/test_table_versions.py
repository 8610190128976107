"""Laws of two versions of a table: what is told follows from the figures, however they are written."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from strategi.content.table_header import COLUMNS
from strategi.history.figures import Difference, compare_rows, read_rows

VALUES = st.sampled_from(["", "1", "1.0", "1.00", "2", "-2", "10"])
SOURCES = st.sampled_from(["a", "b", 'med "citat"', "med, komma", "med\nradbyte", "å"])
KEYS = st.tuples(*(st.sampled_from(each) for each in ("st", ("0001", "0002"), "TK", ("2023", "2024-05"))))
ROWS = st.lists(
    st.tuples(KEYS, VALUES, st.just("normal"), SOURCES), unique_by=lambda row: row[0], max_size=10
)
Row = tuple[tuple[str, ...], str, str, str]


def written(rows: Sequence[Row], line_feed: str = "\n") -> bytes:
    """The rows as a file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_feed)
    writer.writerow(COLUMNS)
    writer.writerows((*key, *rest) for key, *rest in rows)
    return text.getvalue().encode()


def difference(before: Sequence[Row], after: Sequence[Row]) -> Difference:
    """What is told of two versions."""
    return compare_rows(read_rows(written(before)), read_rows(written(after)))


@given(ROWS, ROWS)
def test_a_figure_is_new_put_right_or_the_same(before: Sequence[Row], after: Sequence[Row]) -> None:
    old = {key: value for key, value, *_ in before if value}
    new = {key: value for key, value, *_ in after if value}
    told = difference(before, after)
    assert told.new == len(new.keys() - old)
    assert told.withdrawn == len(old.keys() - new)
    assert told.put_right == {
        key: (value, new.get(key, ""))
        for key, value in old.items()
        if key not in new or float(value) != float(new[key])
    }


@given(ROWS, st.randoms())
def test_neither_order_nor_line_feeds_matter(rows: Sequence[Row], chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    windows = [row for row in shuffled if "\n" not in row[3]]
    assert difference(rows, shuffled) == Difference()
    assert compare_rows(read_rows(written(windows, "\r\n")), read_rows(written(windows))) == Difference()


@given(ROWS, ROWS)
def test_what_is_new_one_way_is_withdrawn_the_other(before: Sequence[Row], after: Sequence[Row]) -> None:
    there, back = difference(before, after), difference(after, before)
    assert (there.new, there.withdrawn, there.columns) == (back.withdrawn, back.new, back.columns)
