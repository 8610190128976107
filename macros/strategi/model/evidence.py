"""How well is a fact supported, and by what?"""

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


NotFound = Literal[Evidence.NOT_FOUND]
T = TypeVar("T")


class _OrNotFound:
    """Validate as the first type of the union, unless the text is the word for "not found".

    A plain union would give two errors for one fault, one for each member.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler.generate_schema(get_args(source)[0])
        return core_schema.no_info_wrap_validator_function(self._validate, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": Evidence.NOT_FOUND.value}]}

    @staticmethod
    def _validate(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if value in (Evidence.NOT_FOUND, Evidence.NOT_FOUND.value):
            return Evidence.NOT_FOUND
        return inner(value)


# A value of type T, or the explicit statement that it has not been found. Never None.
Known = Annotated[Union[T, NotFound], _OrNotFound()]  # noqa: UP007 - a generic alias needs Union
