"""Change or add one row of a table, and leave every other row as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from strategi.content.table import FIELD, Table
from strategi.content.table_header import COLUMNS
from strategi.content.writing import checked


def find_row(table: Table, wanted: Mapping[str, str]) -> int | None:
    """The first sound row with these fields, counted from 0; None when there is none."""
    columns = [table.columns[name] for name in wanted]
    rows = zip(*columns, strict=True)
    return next((row for row, fields in enumerate(rows) if fields == tuple(wanted.values())), None)


def with_fields(table: Table, row: int, values: Mapping[str, str]) -> str:
    """The table's text with other values in some columns of one sound row. Raises `NotWritable`."""
    text = table.text
    for name in sorted(values, key=COLUMNS.index, reverse=True):  # from the right, so that places stay true
        line, column, _ = table.field(row, name)
        start = _line_start(text, line) + column - 1
        match = FIELD.match(text, start)
        assert match is not None
        text = text[:start] + field_text(values[name]) + text[match.end() :]
    return text


def with_row(table: Table, values: Mapping[str, str]) -> str:
    """The table's text with one more row last; a column that is not named is empty. Raises `NotWritable`."""
    return f"{table.text.removesuffix(chr(10))}\n{row_text(values)}"


def table_text(rows: Iterable[Mapping[str, str]]) -> str:
    """A new table: the names of the columns, and the rows. Raises `NotWritable`."""
    return f"{','.join(COLUMNS)}\n" + "".join(map(row_text, rows))


def row_text(values: Mapping[str, str]) -> str:
    """A row as it stands in a table; a column that is not named is empty. Raises `NotWritable`."""
    return ",".join(field_text(values.get(name, "")) for name in COLUMNS) + "\n"


def field_text(value: str) -> str:
    """A field as it stands in a table: in quotes only where it must be. Raises `NotWritable`."""
    is_plain = not any(sign in value for sign in '",\n')
    return checked(value) if is_plain else '"' + checked(value).replace('"', '""') + '"'


def _line_start(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start
