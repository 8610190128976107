"""Does a page in `docs/` say anything that the generator could not carry out?"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from macros.model.finding import Finding
from macros.render.addresses import WORKING
from macros.render.calls import BrokenPage, Call, call_text, read_page
from macros.render.errors import UnknownName
from macros.render.names import find_name, find_part
from macros.render.revisions.revision_record import find_revision
from macros.render.strategy.about import find_mark
from macros.render.strategy.parts import find_section
from macros.render.subject import (
    find_area,
    find_gender,
    find_indicator,
    find_principal,
    find_series,
    find_subgoal_id,
)
from macros.render.view import View
from macros.render.vocabulary import macros
from macros.rules import page_faults

_HEADING_COMMENT = re.compile(r"^#{1,6} .*(\{#)")


def check_page(
    path: str, source: str, view: View, *, broken: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Every fault in the page's calls. `path` is relative to the project's root.

    Names in `broken` exist, but what they name could not be read; that is reported where it stands.
    """
    yield from _swallowed_headings(path, source)
    try:
        page = read_page(source)
    except BrokenPage as error:
        line = source.splitlines()[error.line - 1 : error.line]
        message = "anropet går inte att läsa"
        yield page_faults.PAGE_SYNTAX.at(path, error.line, 1, message, value="".join(line).strip())
        return
    known = macros()
    for call in page.calls:
        if call.macro in known:
            yield from _check_call(path, call, view, broken)
    yield from _unknown_names(path, source, page.names - known.keys(), known)


def _swallowed_headings(path: str, source: str) -> Iterator[Finding]:
    for number, line in enumerate(source.splitlines(), 1):
        found = _HEADING_COMMENT.match(line)
        if found:
            message = "rubrikens namn läses som en kommentar"
            yield page_faults.SWALLOWED_HEADING.at(path, number, found.start(1) + 1, message, value=line)


def _unknown_names(
    path: str, source: str, names: frozenset[str], known: Mapping[str, object]
) -> Iterator[Finding]:
    for name in sorted(names):
        line, column = _place(source, name)
        message = str(UnknownName("inget som heter", name, known))
        yield page_faults.UNKNOWN_MACRO.at(path, line, column, message, value=name)


def _place(source: str, name: str) -> tuple[int, int]:
    """Line and column of the first use of the name inside braces."""
    use = re.compile(r"\{[{%][^}]*?\b(" + re.escape(name) + r")\b")
    found = use.search(source)
    start = found.start(1) if found else 0
    return source.count("\n", 0, start) + 1, start - (source.rfind("\n", 0, start) + 1) + 1


def _check_call(path: str, call: Call, view: View, broken: frozenset[str]) -> Iterator[Finding]:
    """Values that are computed cannot be judged here; the build does."""
    if call.arguments is None or call.options is None:
        return
    shown = call_text(call.macro, call.arguments, call.options)
    try:
        given = _bind(call, view)
    except TypeError:
        message = f"{call.macro} tar {_expected(call.macro)}"
        yield page_faults.WRONG_ARGUMENTS.at(path, call.line, call.column, message, value=shown)
        return
    for parameter, value in given:
        if not isinstance(value, str):
            message = "värdet ska stå inom citattecken"
            yield page_faults.WRONG_ARGUMENTS.at(path, call.line, call.column, message, value=shown)
            continue
        try:
            _find(parameter, value, dict(given), view)
        except UnknownName as error:
            if value not in broken:
                yield page_faults.UNKNOWN_NAME.at(path, call.line, call.column, str(error), value=shown)


def _bind(call: Call, view: View) -> list[tuple[str, Any]]:
    """Pairs of parameter and value; a list of values gives one pair for each. Raises TypeError."""
    assert call.arguments is not None and call.options is not None
    bound = inspect.signature(macros()[call.macro]).bind(view, *call.arguments, **call.options)
    values = {name: value for name, value in bound.arguments.items() if name != "view"}
    lists = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return [(name, each) for name, several in lists.items() for each in several]


def _expected(macro: str) -> str:
    """The parameters of a macro as an editor may give them, in Swedish."""
    _view, *parameters = inspect.signature(macros()[macro]).parameters.values()
    required = [each for each in parameters if each.default is each.empty]
    options = [each.name for each in parameters if each.default is not each.empty]
    if any(each.kind is each.VAR_POSITIONAL for each in required):
        count = "ett eller flera värden"
    else:
        count = {0: "inga värden", 1: "ett värde"}.get(len(required), f"{len(required)} värden")
    return f"{count}, och om man vill {', '.join(options)}" if options else count


def _find(parameter: str, value: str, given: Mapping[str, Any], view: View) -> None:
    """Look up what a value names. Raises `UnknownName`."""
    strategy = view.strategy
    finders: Mapping[str, Callable[[], object]] = {
        "any_id": lambda: find_name(view, value),
        "part_id": lambda: find_part(strategy, value),
        "section_id": lambda: find_section(strategy, value),
        "subgoal_id": lambda: find_subgoal_id(strategy, value),
        "indicator_id": lambda: find_indicator(strategy, value),
        "indicator_ids": lambda: find_indicator(strategy, value),
        "principal_id": lambda: find_principal(strategy, value),
        "area": lambda: find_area(strategy, value),
        "gender": lambda: find_gender(value),
        "series": lambda: find_series(strategy, given["indicator_id"], value),
        "kind": lambda: find_mark(value),
        "revision_id": lambda: find_revision(strategy, value),
        "old": lambda: find_revision(strategy, value),
        "new": lambda: value == WORKING or find_revision(strategy, value),
    }
    finders[parameter]()
