"""Compare two versions of a table: figures that are new, got another value or were removed."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from strategi.content.figure_checks import NUMBER
from strategi.content.table_header import COLUMNS

_HEADER = f"{','.join(COLUMNS)}\n"
_BOM = b"\xef\xbb\xbf"
_VALUE = COLUMNS.index("value")
_BESIDES = COLUMNS[_VALUE + 1 :]
_NO_ROW = ("",) * (1 + len(_BESIDES))


class FigureKey(NamedTuple):
    """What a figure is known by in its table."""

    series: str
    area: str
    gender: str
    time_period: str


Rows: TypeAlias = Mapping[FigureKey, Sequence[str]]
"""Value and what stands after it, as written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How the figures of two versions of a table differ."""

    new: int = 0
    put_right: Mapping[FigureKey, tuple[str, str]] = field(default_factory=dict)
    """The values before and after, as written; "" where the figure was taken away."""
    columns: tuple[str, ...] = ()
    """What else differs for a figure whose value is the same: `status`, `source`."""

    @property
    def withdrawn(self) -> int:
        """How many figures were taken away."""
        return sum(1 for _, after in self.put_right.values() if not after)


def read_rows(data: bytes) -> str | None:
    """Give the text below the header; None when it is no table of figures."""
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return None
    text = text.replace("\r\n", "\n") if "\r" in text else text
    if not text.startswith(_HEADER):
        return None
    return text[len(_HEADER) :] if text.endswith("\n") else f"{text[len(_HEADER) :]}\n"


def compare_rows(before: str, after: str) -> Difference | None:
    """Compare two versions; "" stands for no table. None when a row of the newer one is faulty.

    Neither the order of rows nor the number of decimals says anything.
    """
    if not before and _is_plain(after):
        return Difference(new=after.count("\n"))
    old_lines, new_lines = _unlike_lines(before, after)
    new = _rows(new_lines)
    return None if new is None else _difference(_rows(old_lines) or {}, new)


def _difference(old: Rows, new: Rows) -> Difference:
    pairs = {key: (row, new.get(key, _NO_ROW)) for key, row in old.items()}
    unlike = {key: each for key, each in pairs.items() if not _is_same_number(each[0][0], each[1][0])}
    return Difference(
        new=sum(1 for key, row in new.items() if row[0] and not old.get(key, _NO_ROW)[0]),
        put_right={key: (row[0], other[0]) for key, (row, other) in unlike.items() if row[0]},
        columns=_unlike_columns([each for key, each in pairs.items() if key in new and key not in unlike]),
    )


def _unlike_columns(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> tuple[str, ...]:
    columns = enumerate(_BESIDES, 1)
    return tuple(name for at, name in columns if any(row[at] != other[at] for row, other in pairs))


def _is_plain(rows: str) -> bool:
    """Whether every row is whole and has a value, told without looking at each: there may be many."""
    is_whole = rows.count(",") == rows.count("\n") * (len(COLUMNS) - 1)
    return is_whole and ",," not in rows and '"' not in rows


def _is_same_number(before: str, after: str) -> bool:
    return before == after or bool(before and after and float(before) == float(after))


def _rows(lines: Sequence[str]) -> Rows | None:
    """The rows by their keys; None when our reader would find fault with one of them."""
    rows: dict[FigureKey, Sequence[str]] = {}
    try:
        for row in csv.reader(lines, strict=True):
            if len(row) != len(COLUMNS) or (row[_VALUE] and not NUMBER.fullmatch(row[_VALUE])):
                return None
            rows[FigureKey(*row[:_VALUE])] = row[_VALUE:]
    except csv.Error:
        return None
    return rows


def _unlike_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that stand in one of the versions only; all of them where a value may hold a line break."""
    if '"' in before or '"' in after:
        return _lines(before), _lines(after)
    start = before.rfind("\n", 0, _alike(before, after, at_end=False)) + 1
    old, new = before[start:], after[start:]
    tail = old.find("\n", len(old) - _alike(old, new, at_end=True)) + 1 or len(old)
    olds, news = _lines(old[:tail]), _lines(new[: len(new) - (len(old) - tail)])
    in_both = set(olds).intersection(news)
    return [each for each in olds if each not in in_both], [each for each in news if each not in in_both]


def _lines(text: str) -> list[str]:
    """The lines as our reader divides them, with their line feeds."""
    return [f"{line}\n" for line in text.split("\n")[:-1]]


def _alike(before: str, after: str, *, at_end: bool) -> int:
    """How many characters the two begin, or end, alike with; found by halving."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        if at_end:
            is_alike = before[-middle : len(before) - low] == after[-middle : len(after) - low]
        else:
            is_alike = before[low:middle] == after[low:middle]
        low, high = (middle, high) if is_alike else (low, middle - 1)
    return low
