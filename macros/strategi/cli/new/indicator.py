"""Define `strategi new indicator`: draft a new indicator and its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from strategi.cli.new.answers import (
    NOT_FOUND,
    answers,
    asking_option,
    key_options,
    new_command,
    questions,
    refuse,
    unwritable,
)
from strategi.cli.new.drafting import Draft
from strategi.cli.new.sources import source_options, sources
from strategi.cli.options import help_option, root_option, today_option
from strategi.content.editing import with_item
from strategi.content.new_ids import slug
from strategi.content.table_editing import table_text
from strategi.content.table_header import COLUMNS
from strategi.content.writing import Item, Writable, file_text
from strategi.model.indicator import Indicator, Role, SeriesDefinition, SeriesSource, Status
from strategi.model.words import Words
from strategi.render.addresses import indicator_address

_FACTS = ("subgoal", "definition", "unit", "direction", "source")
# What is as sure as the indicator itself, where it is known.
_SUPPORTED = ("subgoal", "definition", "direction")
_SERIES = ("id", "title", "unit", "producer")
_BOUNDS = ("minimum", "maximum")
_ORIGIN = ("system", "foreign_id", "foreign_title", "pairing_evidence", "cadence", "responsible")
_SOURCES = "indicators/sources.yml"
_DECISION = (
    "{Indicator.a} i {appendix.definite} hör till det som beslutas: registrera beslutet med "
    "strategi new revision."
)
_HELP = """Skriv ett nytt nyckeltal.

Det skrivs i indicators/, och dess sida görs när webbplatsen byggs. Numret är nästa lediga. Ingen har
beslutat om ett nytt nyckeltal: rollen är candidate om inget annat sägs. Med --series-id beskrivs hur det
mäts, och med --figure kommer de första värdena med.
"""


@new_command("indicator", _HELP)
@key_options(Indicator, "name", "role", *_FACTS, "evidence")
@key_options(SeriesDefinition, *_SERIES, *_BOUNDS, prefix="series-")
@key_options(SeriesSource, *_ORIGIN)
@click.option(
    "--figure",
    "figures",
    nargs=5,
    multiple=True,
    metavar="OMRÅDE KÖN TID VÄRDE KÄLLA",
    help="Ett värde, till exempel 0000 T 2025 12.5 och id ur indicators/sources.yml. Kan anges flera gånger.",
)
@source_options
@asking_option
@root_option
@today_option
@help_option
@click.pass_context
def indicator(ctx: click.Context, /, root: Path, today: date, is_asking: bool, **given: Any) -> None:
    """Draft the definition and its figures, and write them when nothing is wrong."""
    draft = Draft(root, today)
    words = draft.strategy.words
    told, faults = _told(draft, given, is_asking=is_asking)
    series, origin, more = _series(given, told, words, is_asking=is_asking)
    references, others = sources(draft, given, is_asking=is_asking)
    figures = given["figures"]
    others += [f"--figure: {fault}" for row in figures for each in row if (fault := unwritable(each))]
    refuse([*faults, *more, *others])
    identity = _free_number(draft)
    named = "" if told["name"] == NOT_FOUND else slug(told["name"])
    stem = f"indicators/{identity.lower()}-{named or 'utan-namn'}"
    draft.create(f"{stem}.yml", Indicator, _definition(identity, told, series, references))
    if series:
        _add_origin(draft, {"indicator": identity, "series": series["id"], **origin})
    if figures:
        draft.create_text(f"{stem}.csv", _table(series["id"], figures))
    decision = [words.say(_DECISION)] if told["role"] == Role.APPENDIX.value else []
    measured = _measured(stem, has_series=bool(series), has_figures=bool(figures))
    draft.write(ctx, next_steps=[*decision, measured, *_last_steps(identity, words)])


def _told(draft: Draft, given: dict[str, Any], *, is_asking: bool) -> tuple[dict[str, str], list[str]]:
    defaults = dict.fromkeys(_FACTS, NOT_FOUND) | {"role": Role.CANDIDATE.value, "evidence": "inferred"}
    known = {"subgoal": [*draft.strategy.subgoal_by_id, NOT_FOUND]}
    asked = questions(Indicator, ("name", "role", *_FACTS, "evidence"), defaults=defaults, known=known)
    return answers(asked, given, draft.strategy.words, is_asking=is_asking)


def _series(
    given: dict[str, Any], told: dict[str, str], words: Words, *, is_asking: bool
) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """One way of measuring and where its figures come from, both empty where nothing is said of any."""
    names = [*(f"series_{key}" for key in (*_SERIES, *_BOUNDS)), *_ORIGIN]
    is_told = bool(given["figures"]) or any(given[name] is not None for name in names)
    if not is_told and not (is_asking and _wants_series()):
        return {}, {}, []
    unit = told.get("unit", NOT_FOUND)
    defaults = {} if unit == NOT_FOUND else {"unit": unit}
    series, faults = answers(
        questions(SeriesDefinition, _SERIES, defaults=defaults, prefix="series-"),
        given,
        words,
        is_asking=is_asking,
    )
    bounds = {key: given[f"series_{key}"] for key in _BOUNDS if given[f"series_{key}"] is not None}
    faults += [f"--series-{key}: {fault}" for key, value in bounds.items() if (fault := unwritable(value))]
    defaults = dict.fromkeys(_ORIGIN[1:], NOT_FOUND) | {"pairing_evidence": "inferred"}
    asked = questions(SeriesSource, _ORIGIN, defaults=defaults)
    origin, more = answers(asked, given, words, is_asking=is_asking)
    return series | bounds, origin, faults + more


def _wants_series() -> bool:
    answer = click.prompt("\nVill du beskriva hur det mäts nu? Skriv ja eller nej", default="nej")
    return str(answer).strip().lower() in ("ja", "j")


def _free_number(draft: Draft) -> str:
    """The number after the highest one that is taken, also by a file that cannot be read."""
    ids = draft.reading.ids.get(Indicator, frozenset())
    taken = [
        (int(taken_id[1:]), taken_id[0]) for taken_id in ids if re.fullmatch("[A-Z][0-9]{1,6}", taken_id)
    ]
    number, letter = max(taken, default=(0, "N"))
    return f"{letter}{number + 1:02}"


def _definition(
    identity: str, told: Mapping[str, str], series: Mapping[str, str], references: list[str]
) -> dict[str, Writable]:
    support = {
        f"{key}_evidence": NOT_FOUND if told[key] == NOT_FOUND else told["evidence"] for key in _SUPPORTED
    }
    facts = {**told, **support, "id": identity, "references": references}
    return {**facts, "series": [series]} if series else {**facts}


def _add_origin(draft: Draft, row: Mapping[str, str]) -> None:
    """Draft the row that tells where the figures of the series come from."""
    if _SOURCES not in draft.reading.paths:
        draft.create_text(_SOURCES, file_text(_SOURCES, {"references": [], "series": [row]}))
        return
    try:
        content: Item = SeriesSource.model_validate(row)
    except ValidationError:
        content = row
    draft.edit(_SOURCES, with_item(draft.document(_SOURCES), ("series",), content))


def _table(series: str, figures: Sequence[tuple[str, str, str, str, str]]) -> str:
    rows = []
    for area, gender, period, value, source in figures:
        facts = (series, area, gender, period, value, Status.NORMAL.value, source)
        rows.append(dict(zip(COLUMNS, facts, strict=True)))
    return table_text(rows)


def _measured(stem: str, *, has_series: bool, has_figures: bool) -> str:
    """What to do for the figures."""
    if not has_series:
        return f"Beskriv hur det mäts, under series i {stem}.yml, när det är känt."
    values = "fler värden" if has_figures else "värdena"
    return f"Skriv {values} i {stem}.csv. Första raden är {','.join(COLUMNS)}"


def _last_steps(identity: str, words: Words) -> list[str]:
    return [
        f"Se sidan {indicator_address(words, identity)} med strategi serve. Vill du skriva något eget på "
        f"den: strategi page {identity} --write.",
        f"Skicka in ändringen som ett förslag, med rubriken ”{identity}: …”.",
    ]
