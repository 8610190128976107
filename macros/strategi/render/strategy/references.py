"""Look up the documents and pages that a text or a decision rests on."""

from __future__ import annotations

from collections.abc import Iterable

from strategi.model.parts import Reference
from strategi.render.view import View


def references(view: View, ids: Iterable[str]) -> tuple[Reference, ...]:
    """The references of those ids, in that order."""
    return tuple(view.strategy.reference_by_id[each] for each in ids)
