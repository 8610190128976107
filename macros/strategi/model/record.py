"""Define what all values that are read from files have in common."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from strategi.model.address import SHAPE, address_fault


class Record(BaseModel):
    """A frozen value with exactly the keys that its class declares."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _iso_date(value: Any) -> Any:
    """Accept `YYYY-MM-DD` only: pydantic alone also takes seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("iso_date", "datum skrivs ÅÅÅÅ-MM-DD, till exempel 2022-04-27")
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("flag", "skriv true eller false")
        return value == "true"
    return value


def _plain_number(value: Any) -> Any:
    """Accept digits with a decimal point only: pydantic alone also takes `1e5`, `NaN`, `inf` and `1_000`."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", value):
        raise PydanticCustomError("number", "tal skrivs med siffror och decimalpunkt, till exempel 12.5")
    return value


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise PydanticCustomError("whole_number", "heltal skrivs med bara siffror, till exempel 12")
    return value


def _sound_address(value: str) -> str:
    fault = address_fault(value)
    if fault:
        raise PydanticCustomError("address", "{fault}", {"fault": fault})
    return value


IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Flag = Annotated[bool, BeforeValidator(_yes_or_no)]
Number = Annotated[float, BeforeValidator(_plain_number)]
Count = Annotated[int, BeforeValidator(_whole_number)]
# Text that says something: white space alone is a fault.
Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
# Where something can be read: https, http or mailto, and a host. Nothing that a browser would run.
Address = Annotated[str, AfterValidator(_sound_address), WithJsonSchema({"type": "string", "pattern": SHAPE})]
# Lower-case words joined by hyphens; used for everything that has no number of its own.
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# Kept as text: "0020" is not twenty. What a county's codes look like is the county's to say.
AreaCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$")]
# A text's fingerprint; the version before it says how it is computed.
Digest = Annotated[str, Field(pattern=r"^v[0-9]+:sha256:[0-9a-f]{64}$")]
# Column and row on a map of tiles, each 1–12.
Tile = Annotated[str, Field(pattern=r"^([1-9]|1[0-2]),([1-9]|1[0-2])$")]
