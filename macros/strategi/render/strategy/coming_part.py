"""Define what macros show the public on the page of a part that is not decided, or not in force yet.

Its page stands among the others from the day on which a proposal is taken in, also while the wording before
it is the current one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from functools import wraps
from typing import Any

from strategi.model.strategy import Strategy
from strategi.render.names import parts_by_id
from strategi.render.templating import fragment
from strategi.render.view import View


def on_coming_part(macro: Callable[..., str], *, gives_text: bool, draws_part: bool) -> Callable[..., str]:
    """Make a macro say that the part it is asked for is to come. Its name is given all the same."""

    @wraps(macro)
    def call(view: View, *arguments: Any, **options: Any) -> str:
        if view.upcoming is None or not _names_any(_coming(view, view.upcoming), arguments, options):
            return macro(view, *arguments, **options)
        if gives_text:
            return macro(replace(view, strategy=view.upcoming, upcoming=None), *arguments, **options)
        return fragment("coming_part.html", view=view) if draws_part else ""

    return call


def _coming(view: View, upcoming: Strategy) -> Set[str]:
    return parts_by_id(upcoming).keys() - parts_by_id(view.strategy).keys()


def _names_any(ids: Set[str], arguments: tuple[Any, ...], options: Mapping[str, Any]) -> bool:
    return any(each in ids for each in (*arguments, *options.values()) if isinstance(each, str))
