"""Which keys may stand at a place in a file, and may the value be `not-found`?"""

from __future__ import annotations

from typing import Any, get_args

from macros.content.document import Keys
from macros.model.evidence import NotFound
from macros.model.record import Record


def field_names(model: type[Record], way: Keys) -> tuple[str, ...]:
    """The keys that may stand in the mapping that `way` leads to; empty when it leads nowhere."""
    for step in way:
        if isinstance(step, str):
            inner = _nested(model.model_fields[step].annotation) if step in model.model_fields else None
            if inner is None:
                return ()
            model = inner
    return tuple(model.model_fields)


def takes_not_found(model: type[Record], way: Keys) -> bool:
    """Whether the value that `way` leads to may be the word `not-found`."""
    *before, last = (step for step in way if isinstance(step, str))
    for step in before:
        inner = _nested(model.model_fields[step].annotation)
        if inner is None:
            return False
        model = inner
    return NotFound in get_args(model.model_fields[last].annotation)


def _nested(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for each in get_args(annotation) if (found := _nested(each))), None)
