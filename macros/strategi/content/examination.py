"""Separate the valid rows of a table from the others, and report what is wrong with those."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import compress
from typing import TypeVar

from strategi.content import table_faults
from strategi.content.figure_checks import (
    Known,
    Verdict,
    field_checks,
    value_against_bounds,
    value_against_status,
)
from strategi.content.repetition import also_on, grouped
from strategi.content.table import Table
from strategi.model.finding import Finding
from strategi.model.indicator import SeriesDefinition

K = TypeVar("K", bound=Hashable)
Columns = Mapping[str, Sequence[str]]

_KEY = ("series", "area", "gender", "time_period")


def sound_columns(table: Table, known: Known, findings: list[Finding]) -> Columns:
    """Report what is wrong, and give the columns without the rows that something is wrong with."""
    examination = _Examination(table, known)
    findings += examination.findings()
    return examination.sound()


class _Examination:
    """Judges each distinct text once, for a table has few of them, and looks up rows for faults only."""

    def __init__(self, table: Table, known: Known) -> None:
        self._table = table
        self._known = known
        self._columns = table.columns
        self._faulty: set[int] = set()
        self._numbers: set[str] = set()

    def findings(self) -> Iterator[Finding]:
        """Say everything that is wrong."""
        for name, check in field_checks().items():
            verdicts = {text: check(text, self._known) for text in set(self._columns[name])}
            if name == "value":
                self._numbers = {text for text, verdict in verdicts.items() if text and not verdict}
            yield from self._report(name, self._columns[name], verdicts)
        yield from self._statuses()
        for definition in (self._known.series or {}).values():
            yield from self._bounds(definition)
        yield from self._doubles()

    def sound(self) -> Columns:
        """The columns without the faulty rows."""
        if not self._faulty:
            return self._columns
        keep = [row not in self._faulty for row in range(len(self._columns["series"]))]
        return {name: list(compress(column, keep)) for name, column in self._columns.items()}

    def _statuses(self) -> Iterator[Finding]:
        pairs = list(zip(map(bool, self._columns["value"]), self._columns["status"], strict=True))
        yield from self._report("value", pairs, {pair: value_against_status(*pair) for pair in set(pairs)})

    def _bounds(self, definition: SeriesDefinition) -> Iterator[Finding]:
        lowest, highest = definition.bounds
        is_of_series = [series == definition.id for series in self._columns["series"]]
        distinct = self._numbers.intersection(compress(self._columns["value"], is_of_series))
        numbers = {value: float(value) for value in distinct}
        is_reversed = lowest is not None and highest is not None and lowest >= highest
        if (
            not numbers
            or is_reversed
            or (
                (lowest is None or lowest <= min(numbers.values()))
                and (highest is None or max(numbers.values()) <= highest)
            )
        ):
            return
        verdicts = {
            (value, definition.id): value_against_bounds(value, number, definition)
            for value, number in numbers.items()
        }
        texts = list(zip(self._columns["value"], self._columns["series"], strict=True))
        yield from self._report("value", texts, verdicts)

    def _report(self, column: str, texts: Sequence[K], verdicts: Mapping[K, Verdict]) -> Iterator[Finding]:
        bad = {text: verdict for text, verdict in verdicts.items() if verdict is not None}
        if not bad:
            return
        rows = grouped((text, row) for row, text in enumerate(texts) if text in bad)
        for text, (first, *others) in rows:
            self._faulty.update((first, *others))
            rule, message = bad[text]
            said = rule.in_words(self._known.words)
            place = self._table.field(first, column)
            repeated = message + also_on([self._table.field(row, column).line for row in others])
            yield said.at(self._table.path, place.line, place.column, repeated, value=place.text)

    def _doubles(self) -> Iterator[Finding]:
        keys = list(zip(*(self._columns[name] for name in _KEY), strict=True))
        if len(set(keys)) == len(keys):
            return
        for key, (first, *others) in grouped((key, row) for row, key in enumerate(keys)):
            for row in others:
                self._faulty.add(row)
                place = self._table.field(row, "series")
                earlier = self._table.field(first, "series").line
                message = f"raden har samma serie, område, kön och tidpunkt som rad {earlier}"
                value = ",".join(key)
                yield table_faults.DUPLICATE_ROW.at(
                    self._table.path, place.line, place.column, message, value=value
                )
