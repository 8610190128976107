"""Read tables as series of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import compress
from sys import intern

from strategi.content import table_faults
from strategi.content.collection import Collection
from strategi.content.decoding import read_text
from strategi.content.examination import sound_columns
from strategi.content.figure_checks import Known
from strategi.content.garbage import without_garbage_collection
from strategi.content.layout import TABLE_SUFFIX
from strategi.content.table import read_tables
from strategi.content.tree import Tree
from strategi.model.governance import Principal
from strategi.model.indicator import (
    Area,
    DataSource,
    Gender,
    Indicator,
    Observation,
    Series,
    SeriesDefinition,
    Status,
)


@without_garbage_collection()
def read_figures(
    tree: Tree, paths: tuple[str, ...], found: Collection, *, today: date
) -> Mapping[str, tuple[Series, ...]]:
    """Read every table beside a definition. Series by indicator id; faulty rows are left out and reported."""
    indicators = {entry.path: entry.record for entry in found.of(Indicator)}
    tables = [path for path in paths if path.startswith("indicators/") and path.endswith(TABLE_SUFFIX)]
    texts = {path: read_text(tree, path, found.findings) for path in tables if path.count("/") == 1}
    _report_undefined(texts, paths, found)
    read = read_tables({path: text for path, text in texts.items() if text is not None}, found.findings)
    series: dict[str, tuple[Series, ...]] = {}
    for table in read:
        indicator = indicators.get(_definition_path(table.path))
        sound = sound_columns(table, _known(found, indicator, today), found.findings)
        if indicator is not None:
            series[indicator.id] = tuple(_series(indicator, sound))
    return {identity: each for identity, each in series.items() if each}


def _definition_path(table_path: str) -> str:
    return table_path.removesuffix(TABLE_SUFFIX) + ".yml"


def _report_undefined(tables: Iterable[str], paths: tuple[str, ...], found: Collection) -> None:
    all_paths = frozenset(paths)
    rule = table_faults.TABLE_WITHOUT_DEFINITION.in_words(found.words)
    for path in tables:
        if (definition := _definition_path(path)) not in all_paths:
            message = f"tabellen har ingen definition: {definition} saknas"
            found.findings.append(rule.at(path, 1, 1, message))


def _known(found: Collection, indicator: Indicator | None, today: date) -> Known:
    areas_are_known = not found.unknown & {Area, Principal}
    return Known(
        series={each.id: each for each in indicator.series} if indicator else None,
        areas=frozenset(found.ids.get(Area, ())) if areas_are_known else None,
        sources=None if DataSource in found.unknown else frozenset(found.ids.get(DataSource, ())),
        today=today,
        words=found.words,
    )


def _series(indicator: Indicator, columns: Mapping[str, Sequence[str]]) -> Iterator[Series]:
    present = set(columns["series"])
    for definition in indicator.series:
        if definition.id in present:
            keep = [each == definition.id for each in columns["series"]]
            of_series = {name: list(compress(column, keep)) for name, column in columns.items()}
            yield _one_series(indicator.id, definition, of_series if len(present) > 1 else columns)


def _one_series(
    indicator_id: str, definition: SeriesDefinition, columns: Mapping[str, Sequence[str]]
) -> Series:
    numbers = {text: float(text) if text else None for text in set(columns["value"])}
    genders = {each.value: each for each in Gender}
    statuses = {each.value: each for each in Status}
    # Interned: the same few areas, years and sources stand in every table.
    observations = map(
        Observation,
        map(intern, columns["time_period"]),
        map(intern, columns["area"]),
        map(genders.__getitem__, columns["gender"]),
        map(numbers.__getitem__, columns["value"]),
        map(statuses.__getitem__, columns["status"]),
        map(intern, columns["source"]),
    )
    decimals = max(len(text.partition(".")[2]) for text in numbers)
    return Series.of(indicator_id, definition, decimals=decimals, observations=observations)
