"""Read the columns of a CSV file as text, and locate each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import islice
from typing import NamedTuple

from strategi.content import table_faults
from strategi.content.repetition import also_on, grouped
from strategi.content.table_header import COLUMNS, has_sound_header
from strategi.model.finding import Finding

FIELD = re.compile(r'"((?:[^"]|"")*+)"(?=[,\n]|\Z)|([^",\n]*)(?=[,\n]|\Z)')


class Field(NamedTuple):
    """One field of a row; `column` counts characters from 1."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of the sound rows, as text. Places are looked up only when something is wrong."""

    path: str
    text: str
    columns: Mapping[str, Sequence[str]]
    _rows: list[list[Field]] = field(default_factory=list, repr=False, compare=False)

    def field(self, row: int, column: str) -> Field:
        """Where a field of the n:th sound row stands."""
        if not self._rows:
            self._rows.extend(row for row in islice(_rows(self.text), 1, None) if len(row) == len(COLUMNS))
        return self._rows[row][COLUMNS.index(column)]


def read_tables(texts: Mapping[str, str], findings: list[Finding]) -> list[Table]:
    """Split tables, by path, into columns. One whose header or quotes are wrong is left out and reported."""
    sound = {path: text for path, text in texts.items() if has_sound_header(text, path, findings)}
    plain = _plain_columns({path: text for path, text in sound.items() if _is_plain(text)})
    tables = []
    for path, text in sound.items():
        columns = plain[path] if path in plain else _careful_columns(text, path, findings)
        if columns is None:
            continue
        if not columns[0]:
            findings.append(table_faults.TABLE_EMPTY.at(path, 1, 1, "tabellen har inga rader"))
        tables.append(Table(path, text, dict(zip(COLUMNS, columns, strict=True))))
    return tables


def _is_plain(text: str) -> bool:
    """Whether no quote stands in the table and every row has all columns.

    Counted here, since pandas fills up a short row and cuts a long one without a word.
    """
    return '"' not in text and all(
        line.count(",") == len(COLUMNS) - 1 for line in text.removesuffix("\n").split("\n")
    )


def _plain_columns(texts: Mapping[str, str]) -> Mapping[str, list[list[str]]]:
    """The columns below the header of plain tables, all read as text, and all at once: each call is dear."""
    bodies = {path: text.removesuffix("\n").split("\n", 1)[1:] for path, text in texts.items()}
    lines = "\n".join(body for below in bodies.values() for body in below)
    columns = _read_csv(lines) if lines else [[]] * len(COLUMNS)
    tables: dict[str, list[list[str]]] = {}
    start = 0
    for path, below in bodies.items():
        end = start + sum(body.count("\n") + 1 for body in below)
        tables[path] = [column[start:end] for column in columns]
        start = end
    return tables


def _read_csv(lines: str) -> list[list[str]]:
    import pandas  # here, since it takes half a second: other commands should not wait for it

    frame = pandas.read_csv(StringIO(lines), names=COLUMNS, dtype=str, na_filter=False, lineterminator="\n")
    return [frame[name].tolist() for name in COLUMNS]


def _careful_columns(text: str, path: str, findings: list[Finding]) -> list[list[str]] | None:
    """The columns of the rows that have all of them, field by field."""
    try:
        rows = list(islice(_rows(text), 1, None))
    except _LooseQuote as loose:
        message = "ett citattecken öppnas men stängs inte, eller står inuti ett värde"
        findings.append(
            table_faults.TABLE_QUOTES.at(path, loose.line, loose.column, message, value=loose.text)
        )
        return None
    findings += _width_findings([row for row in rows if len(row) != len(COLUMNS)], path)
    sound = [row for row in rows if len(row) == len(COLUMNS)]
    return [[row[column].text for row in sound] for column in range(len(COLUMNS))]


class _LooseQuote(Exception):
    def __init__(self, line: int, column: int, text: str) -> None:
        super().__init__(text)
        self.line, self.column, self.text = line, column, text


def _rows(text: str) -> Iterator[list[Field]]:
    """Every row with the places of its fields; a quoted field may hold line feeds."""
    text = text.removesuffix("\n")
    position, line, line_start = 0, 1, 0
    row: list[Field] = []
    while True:
        match = FIELD.match(text, position)
        column = position - line_start + 1
        if match is None:
            raise _LooseQuote(line, column, text[position:].split("\n", 1)[0])
        quoted, plain = match.groups()
        row.append(Field(line, column, plain if quoted is None else quoted.replace('""', '"')))
        if "\n" in match.group():
            line += match.group().count("\n")
            line_start = position + match.group().rindex("\n") + 1
        position = match.end() + 1
        if match.end() < len(text) and text[match.end()] == ",":
            continue
        yield row
        if match.end() >= len(text):
            return
        row, line, line_start = [], line + 1, position


def _width_findings(rows: list[list[Field]], path: str) -> Iterator[Finding]:
    for message, (first, *others) in grouped((_width_message(row), row) for row in rows):
        start = first[0]
        repeated = message + also_on([row[0].line for row in others])
        text = ",".join(each.text for each in first)
        yield table_faults.TABLE_ROW.at(path, start.line, start.column, repeated, value=text)


def _width_message(row: list[Field]) -> str:
    if len(row) == 1 and not row[0].text.strip():
        return "raden är tom"
    message = f"raden har {len(row)} värden i stället för {len(COLUMNS)}"
    value = COLUMNS.index("value")
    halves = [each.text for each in row[value : value + 2]]
    if len(row) == len(COLUMNS) + 1 and all(half.strip().isdigit() for half in halves):
        message += " – är det ett decimalkomma?"
    return message
