"""Look up which keys may stand at a place in a file, and whether the value may be `not-found`."""

from __future__ import annotations

from typing import Any, get_args

from pydantic.fields import FieldInfo

from strategi.content.document import Keys
from strategi.model.evidence import Absence, Evidence, NoSuch, NotFound
from strategi.model.record import Record


def fields_by_key(model: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a record by the keys that they are written with: `class` is no name in Python."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def field_names(model: type[Record], way: Keys) -> tuple[str, ...]:
    """The keys that may stand in the mapping that `way` leads to; empty when it leads nowhere."""
    found = _model_at(model, way)
    return tuple(fields_by_key(found)) if found else ()


def other_words(model: type[Record], way: Keys) -> tuple[str, ...]:
    """The words that may stand in place of the value that `way` leads to: that it is unknown, or is none."""
    *before, last = (step for step in way if isinstance(step, str))
    found = _model_at(model, tuple(before))
    if found is None:
        return ()
    kinds = get_args(fields_by_key(found)[last].annotation)
    words = {NotFound: Evidence.NOT_FOUND.value, NoSuch: Absence.NONE.value}
    return tuple(word for kind, word in words.items() if kind in kinds)


def takes_not_found(model: type[Record], way: Keys) -> bool:
    """Whether the value that `way` leads to may be the word `not-found`."""
    return Evidence.NOT_FOUND.value in other_words(model, way)


def _model_at(model: type[Record], way: Keys) -> type[Record] | None:
    """The kind of record that `way` leads to."""
    for step in way:
        if isinstance(step, str):
            field = fields_by_key(model).get(step)
            inner = nested_record(field.annotation) if field else None
            if inner is None:
                return None
            model = inner
    return model


def nested_record(annotation: Any) -> type[Record] | None:
    """The kind of record that a field holds, one or many; None when it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for each in get_args(annotation) if (found := nested_record(each))), None)
