"""Define how well a fact is supported, and by what."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Literal, TypeVar, Union, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class Evidence(Enum):
    """The support for a fact. `NOT_FOUND` is also the value of a fact that nobody has documented."""

    DOCUMENTED = "documented"
    INFERRED = "inferred"
    NOT_FOUND = "not-found"


class Absence(Enum):
    """That there is nothing, as a fact that is known: a strategy without a last day."""

    NONE = "none"


NotFound = Literal[Evidence.NOT_FOUND]
NoSuch = Literal[Absence.NONE]
T = TypeVar("T")


class _OrWord:
    """Validate as the first type of the union, unless the text is one of the words that stand for a value.

    A plain union would give two errors for one fault, one for each member.
    """

    def __init__(self, *words: Evidence | Absence) -> None:
        self._by_text = {word.value: word for word in words}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler.generate_schema(get_args(source)[0])
        return core_schema.no_info_wrap_validator_function(self._validate, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), *({"const": text} for text in self._by_text)]}

    def _validate(self, value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, (Evidence, Absence)):
            value = value.value
        return self._by_text[value] if isinstance(value, str) and value in self._by_text else inner(value)


# A value of type T, or the explicit statement that it has not been found. Never None.
Known = Annotated[Union[T, NotFound], _OrWord(Evidence.NOT_FOUND)]  # noqa: UP007 - a generic alias needs Union
# The same, or the statement that there is none.
KnownOrNone = Annotated[Union[T, NotFound, NoSuch], _OrWord(Evidence.NOT_FOUND, Absence.NONE)]  # noqa: UP007
