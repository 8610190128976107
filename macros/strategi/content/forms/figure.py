"""Draft the change of files that corrects or adds a figure, from a form."""

from __future__ import annotations

import re

from strategi.content.editing import with_item
from strategi.content.figure_checks import NUMBER, Known, field_checks, value_against_bounds
from strategi.content.forms.answers import Answers
from strategi.content.forms.choices import Options
from strategi.content.forms.ground import Ground
from strategi.content.layout import TABLE_SUFFIX
from strategi.content.new_ids import unused_id
from strategi.content.table import read_tables
from strategi.content.table_editing import find_row, with_fields, with_row
from strategi.content.table_header import COLUMNS
from strategi.model.evidence import Evidence
from strategi.model.indicator import DataSource, Indicator, Status
from strategi.model.submission import Draft

_SOURCES = "indicators/sources.yml"
_EMPTY = (Status.MISSING.value, Status.SUPPRESSED.value)
_KEY = ("series", "area", "gender", "time_period")
_NEW_SOURCE = ("source_title", "source_publisher", "source_url")


def figure(answers: Answers, ground: Ground, options: dict[str, Options]) -> Draft | None:
    """One row of a table, changed or new, and its source."""
    chosen = {name: answers.choice(name, options[name]) for name in ("series", "area", "gender", "status")}
    source, files = _source(answers, ground, options["source"])
    value = _value(answers, chosen["status"])
    _check_against_series(answers, ground, chosen["series"], value)
    if not (answers.is_sound() and all(chosen.values()) and source):
        return None
    indicator, _, series = chosen["series"].partition("/")
    row = chosen | {"series": series, "time_period": answers.text("time_period")}
    row |= {"value": value, "source": source}
    path, text = _changed(answers, ground, indicator, row)
    if not answers.is_sound():
        return None
    place = ground.strategy.area_names[row["area"]]
    return Draft(
        topic=f"varde-{indicator.lower()}",
        subject=f"{indicator}: värdet för {place} {answers.text('time_period')}",
        files={path: text} | files,
    )


def _value(answers: Answers, status: str) -> str:
    """The number as tables hold it: a decimal point, and no spaces."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", answers.text("value")).replace("−", "-").replace(",", ".")
    if status in _EMPTY:
        if plain:
            answers.refuse(
                "value", "det står ett värde, men du har valt att det inte finns något", "Ta bort det ena."
            )
        return ""
    answers.require("value", why="när värdet inte saknas")
    if plain and not NUMBER.fullmatch(plain):
        answers.refuse("value", "det är inget tal", "Skriv bara siffror, och decimaltecken om det behövs.")
    return plain


def _check_against_series(answers: Answers, ground: Ground, chosen: str, value: str) -> None:
    """The period is one that has come, and the value lies within the bounds of its series."""
    words = ground.strategy.words
    known = Known(series=None, areas=None, sources=None, today=ground.today, words=words)
    faults = {"time_period": field_checks()["time_period"](answers.text("time_period"), known)}
    indicator, _, series = chosen.partition("/")
    definitions = ground.strategy.indicator_by_id[indicator].series if chosen else ()
    if answers.is_sound("value") and value:
        verdicts = (
            value_against_bounds(value, float(value), each) for each in definitions if each.id == series
        )
        faults["value"] = next(verdicts, None)
    for question_id, fault in faults.items():
        if fault is not None:
            rule, message = fault
            answers.refuse(question_id, message, rule.in_words(words).advice)


def _source(answers: Answers, ground: Ground, options: Options) -> tuple[str, dict[str, str]]:
    """The source's id, and the register with a new source where one was written."""
    known = answers.choice("source", options)
    if known or answers.text("source") not in options:
        return known, {}
    for name in _NEW_SOURCE:
        answers.require(name, why="när källan är en annan")
    address = answers.address("source_url")
    if not answers.is_sound():
        return "", {}
    source = DataSource(
        id=unused_id(answers.text("source_title"), (each.id for each in ground.strategy.sources.references)),
        title=answers.text("source_title"),
        publisher=answers.text("source_publisher"),
        url=str(address),
        read_on=Evidence.NOT_FOUND,
        terms=Evidence.NOT_FOUND,
    )
    return source.id, {_SOURCES: with_item(ground.document(_SOURCES), ("references",), source)}


def _changed(answers: Answers, ground: Ground, indicator: str, row: dict[str, str]) -> tuple[str, str]:
    """The table's path and its new text; a table that is not there yet is begun."""
    entry = ground.entry(Indicator, "id", indicator)
    assert entry is not None
    path = entry.path.removesuffix(".yml") + TABLE_SUFFIX
    text = ground.text(path)
    header = ",".join(COLUMNS) + "\n"
    tables = read_tables({path: header if text is None else text}, [])
    if not tables:
        answers.refuse(
            "series", "tabellen med värden går inte att läsa", "Den som sköter projektet behöver rätta den."
        )
        return path, ""
    number = find_row(tables[0], {name: row[name] for name in _KEY})
    if number is None:
        return path, with_row(tables[0], row)
    if all(tables[0].columns[name][number] == each for name, each in row.items()):
        answers.refuse("value", "det är redan så det står", "Skriv det värde som det ska vara.")
    return path, with_fields(tables[0], number, row)
