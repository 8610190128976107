"""Name a revision by when it was decided, as exactly as that is known: a day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# A letter tells apart what was decided in one period of which no more is known. The first has none.
_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:-([b-z]))?")


class RevisionId(str):
    """`2022-04-27`, `2022-04` or `2022`; `2022-b` is the next of which only the year is known.

    Ids sort as text. Raise ValueError for what is no such id, or no day of the calendar.
    """

    first_day: date
    """Of the period: the earliest day that it can name."""
    last_day: date
    """The latest."""
    period: str
    """The id without its letter."""
    letter: str
    """"" for the first of its period."""

    def __new__(cls, text: str) -> RevisionId:
        """Read an id; what is one already is given as it is."""
        if isinstance(text, RevisionId):
            return text
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        year, month, day, letter = found.groups()
        self = super().__new__(cls, text)
        self.first_day = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        self.last_day = date(int(year), last_month, int(day or monthrange(int(year), last_month)[1]))
        self.letter = letter or ""
        self.period = text.removesuffix(f"-{letter}") if letter else text
        return self

    @classmethod
    def read(cls, text: str) -> RevisionId | None:
        """Read what may be an id; None for what is none."""
        try:
            return cls(text)
        except ValueError:
            return None

    @property
    def is_day(self) -> bool:
        """Whether it names a day."""
        return self.first_day == self.last_day

    def can_be(self, day: date) -> bool:
        """Whether a day lies in its period."""
        return self.first_day <= day <= self.last_day

    def is_within(self, other: RevisionId) -> bool:
        """Whether it says more exactly what the other says."""
        is_inside = other.can_be(self.first_day) and other.can_be(self.last_day)
        return is_inside and len(self.period) > len(other.period)

    def overlaps(self, other: RevisionId) -> bool:
        """Whether their periods have a day in common, so that the ids do not say which came first."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_read, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^{_SHAPE.pattern.replace('?:', '')}$"}


def _read(text: str) -> RevisionId:
    if not _SHAPE.fullmatch(text):
        raise PydanticCustomError(
            "revision_id", "skriv dagen, månaden eller året, till exempel 2022-04-27, 2022-04 eller 2022"
        )
    try:
        return RevisionId(text)
    except ValueError as error:
        raise PydanticCustomError("revision_id_day", "datumet finns inte") from error
