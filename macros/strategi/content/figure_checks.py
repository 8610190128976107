"""Check single fields of a table, and pairs of fields in one row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from strategi.content import table_faults
from strategi.content.suggestion import did_you_mean
from strategi.model.indicator import Gender, SeriesDefinition, Status
from strategi.model.rule import RuleDescription
from strategi.model.words import Words

Verdict: TypeAlias = tuple[RuleDescription, str] | None
"""The rule that is broken and the message, or None for a sound value."""

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_PERIOD = re.compile(r"(1[6-9]|[2-9][0-9])[0-9]{2}(-(0[1-9]|1[0-2]))?")
_SPACES = re.compile(r"[\s\u00a0\u202f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the rest of the content says; None where it could not be read, so that it judges nothing."""

    series: Mapping[str, SeriesDefinition] | None
    areas: frozenset[str] | None
    sources: frozenset[str] | None
    today: date
    words: Words
    """What faults call things by."""


FieldCheck: TypeAlias = Callable[[str, Known], Verdict]


def field_checks() -> Mapping[str, FieldCheck]:
    """One check per column."""
    return {
        "series": _series,
        "area": _area,
        "gender": _gender,
        "time_period": _period,
        "value": _number,
        "status": _status,
        "source": _source,
    }


def _series(text: str, known: Known) -> Verdict:
    if known.series is None or text in known.series:
        return None
    return (
        table_faults.UNKNOWN_SERIES,
        f"serien ”{text}” finns inte i definitionen{did_you_mean(text, known.series)}",
    )


def _area(text: str, known: Known) -> Verdict:
    if known.areas is None or text in known.areas:
        return None
    return table_faults.UNKNOWN_AREA, f"området ”{text}” är okänt{did_you_mean(text, known.areas)}"


def _gender(text: str, known: Known) -> Verdict:
    codes = {each.value for each in Gender}
    if text in codes:
        return None
    words = {"k": "K", "kvinnor": "K", "f": "K", "m": "M", "män": "M", "t": "T", "totalt": "T", "alla": "T"}
    meant = words.get(text.strip().casefold(), "")
    hint = f" – menade du ”{meant}”?" if meant else ""
    return table_faults.UNKNOWN_GENDER, f"kön ”{text}” är okänt{hint}"


def _period(text: str, known: Known) -> Verdict:
    if not _PERIOD.fullmatch(text):
        return table_faults.BAD_PERIOD, f"tidpunkten ”{text}” är varken ett år eller en månad"
    if text > known.today.isoformat()[: len(text)]:
        return table_faults.FUTURE_PERIOD, f"tidpunkten {text} ligger i framtiden"
    return None


def _number(text: str, known: Known) -> Verdict:
    if not text or NUMBER.fullmatch(text):
        return None
    plain = _SPACES.sub("", text).replace("−", "-").removesuffix("%")
    meant = plain.replace(",", ".", 1) if plain.count(",") == 1 and "." not in plain else plain
    hint = f" – menade du ”{meant}”?" if NUMBER.fullmatch(meant) else ""
    return table_faults.BAD_NUMBER, f"”{text}” är inte ett tal med bara siffror och decimalpunkt{hint}"


def _status(text: str, known: Known) -> Verdict:
    words = {each.value for each in Status}
    if text in words:
        return None
    return table_faults.UNKNOWN_STATUS, f"status ”{text}” är okänd{did_you_mean(text, words)}"


def _source(text: str, known: Known) -> Verdict:
    if not text.strip():
        return table_faults.MISSING_SOURCE, "värdet har ingen källa"
    if known.sources is None or text in known.sources:
        return None
    return table_faults.UNKNOWN_SOURCE, f"källan ”{text}” är okänd{did_you_mean(text, known.sources)}"


def value_against_status(has_value: bool, status: str) -> Verdict:
    """A value is empty when, and only when, the status says that there is none."""
    says_none = status in (Status.MISSING.value, Status.SUPPRESSED.value)
    if has_value and says_none:
        return table_faults.VALUE_AGAINST_STATUS, f"status är {status}, men det står ett värde"
    if not has_value and not says_none and status in {each.value for each in Status}:
        return table_faults.VALUE_AGAINST_STATUS, f"värdet är tomt, men status är {status}"
    return None


def value_against_bounds(text: str, number: float, definition: SeriesDefinition) -> Verdict:
    """A value lies within the bounds of its series."""
    lowest, highest = definition.bounds
    if lowest is not None and number < lowest:
        limit = f"mindre än {lowest:g}, som är det minsta möjliga"
    elif highest is not None and number > highest:
        limit = f"större än {highest:g}, som är det största möjliga"
    else:
        return None
    return table_faults.OUT_OF_BOUNDS, f"{text} är {limit} ({definition.unit})"
