"""Check that all that a page in `docs/` says in braces can be carried out."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from strategi.content.county_macros import CountyMacros
from strategi.model.finding import Finding
from strategi.model.rule import RuleDescription
from strategi.render.addresses import WORKING
from strategi.render.calls import Call, call_text
from strategi.render.errors import UnknownName
from strategi.render.history.revision_record import find_revision
from strategi.render.names import find_name, find_part
from strategi.render.page_pieces import Refusal, Refused, page_pieces
from strategi.render.registry.page_claims import page_claims
from strategi.render.registry.vocabulary import macros
from strategi.render.revisions.former_part import find_former
from strategi.render.strategy.about import find_mark
from strategi.render.strategy.called import find_counted, find_form, find_linked, find_term
from strategi.render.strategy.parts import find_section
from strategi.render.strategy.statement import find_part_of_statement
from strategi.render.subject import (
    find_area,
    find_gender,
    find_indicator,
    find_principal,
    find_series,
    find_subgoal_id,
)
from strategi.render.view import View
from strategi.rules import page_faults
from strategi.rules.texts import link_findings

# Nothing but what a statement began can be ended, save for what is no text between raw and endraw.
_GOING_ON = re.compile(r"\{%[-+]?\s*(?:else|elif|end(?!raw))")
NO_MACROS: CountyMacros = {}
_HEADING = re.compile(r"#{1,6} ")
_REFUSALS: Mapping[Refusal, tuple[RuleDescription, str]] = {
    Refusal.OPEN: (page_faults.PAGE_SYNTAX, "anropet går inte att läsa"),
    Refusal.COMPUTED: (page_faults.PAGE_COMPUTES, "det som står i klamrarna är inte bara ett anrop"),
    Refusal.STATEMENT: (page_faults.PAGE_STATEMENT, "en sida kan inte innehålla kommandon"),
    Refusal.COMMENT: (page_faults.PAGE_COMMENT, "texten syns inte för den som läser sidan"),
}


def check_page(
    path: str,
    source: str,
    view: View,
    *,
    broken: frozenset[str] = frozenset(),
    county: CountyMacros = NO_MACROS,
) -> Iterator[Finding]:
    """Every fault in what the page says in braces. `path` is relative to the project's root.

    Names in `broken` exist, but what they name could not be read; that is reported where it stands. What is
    given to a county's own macros is only counted, since what they take is known to them alone.
    """
    yield from check_braces(path, source, county)
    yield from link_findings(path, source)
    yield from page_claims(path, source, view)
    known = macros()
    for piece in page_pieces(source):
        if isinstance(piece, Call) and piece.macro in county:
            yield from _check_count(path, piece, county[piece.macro])
        elif isinstance(piece, Call) and piece.macro in known:
            yield from _check_call(path, piece, view, broken)


def check_braces(path: str, source: str, county: CountyMacros = NO_MACROS) -> Iterator[Finding]:
    """What the page says in braces that is no call of a macro, whatever the strategy holds."""
    known = {**macros(), **county}
    for piece in page_pieces(source):
        if isinstance(piece, Refused) and not _goes_on(piece):
            yield _refused(path, source, piece, known)
        elif isinstance(piece, Call) and piece.macro not in known:
            yield _unknown(path, piece.macro, piece.line, piece.column, known)


def _goes_on(piece: Refused) -> bool:
    """Whether it belongs to a statement before it, which is reported."""
    return piece.refusal is Refusal.STATEMENT and bool(_GOING_ON.match(piece.source))


def refusal_words(refused: Refused) -> str:
    """Why it is not carried out, in Swedish."""
    return _REFUSALS[refused.refusal][1]


def _refused(path: str, source: str, piece: Refused, known: Mapping[str, object]) -> Finding:
    written = source.split("\n")[piece.line - 1]
    if piece.source.startswith("{#") and _HEADING.match(written):
        message = "rubrikens namn läses som en kommentar"
        return page_faults.SWALLOWED_HEADING.at(path, piece.line, piece.column, message, value=written)
    name = _only_name(piece)
    if name and name not in known:
        return _unknown(path, name, piece.line, piece.column + piece.source.index(name), known)
    rule, message = _REFUSALS[piece.refusal]
    advice = f"Skriv {name}() med parenteser." if name else ""
    return rule.at(path, piece.line, piece.column, message, value=piece.source, advice=advice)


def _only_name(piece: Refused) -> str:
    """The name in braces, where nothing else stands there; else ""."""
    within = piece.source.removeprefix("{{").removesuffix("}}").strip()
    return within if piece.refusal is Refusal.COMPUTED and within.isidentifier() else ""


def _unknown(path: str, name: str, line: int, column: int, known: Mapping[str, object]) -> Finding:
    message = str(UnknownName("inget som heter", name, known))
    return page_faults.UNKNOWN_MACRO.at(path, line, column, message, value=name)


def _check_call(path: str, call: Call, view: View, broken: frozenset[str]) -> Iterator[Finding]:
    shown = call_text(call.macro, call.arguments, call.options)
    try:
        given = _bind(call, view)
    except TypeError:
        yield _miscounted(path, call, inspect.signature(macros()[call.macro]), own=1)
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


def _check_count(path: str, call: Call, signature: inspect.Signature) -> Iterator[Finding]:
    try:
        signature.bind(*call.arguments, **call.options)
    except TypeError:
        yield _miscounted(path, call, signature)


def _miscounted(path: str, call: Call, signature: inspect.Signature, *, own: int = 0) -> Finding:
    """A call with other values than the macro takes, whose first `own` parameters are no editor's."""
    message = f"{call.macro} tar {_expected(list(signature.parameters.values())[own:])}"
    shown = call_text(call.macro, call.arguments, call.options)
    return page_faults.WRONG_ARGUMENTS.at(path, call.line, call.column, message, value=shown)


def _bind(call: Call, view: View) -> list[tuple[str, Any]]:
    """Pairs of parameter and value; a list of values gives one pair for each. Raises TypeError."""
    bound = inspect.signature(macros()[call.macro]).bind(view, *call.arguments, **call.options)
    values = {name: value for name, value in bound.arguments.items() if name != "view"}
    lists = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return [(name, each) for name, several in lists.items() for each in several]


def _expected(parameters: Sequence[inspect.Parameter]) -> str:
    """The parameters of a macro as an editor may give them, in Swedish."""
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
        "former_id": lambda: find_former(view, value),
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
        "statement_part": lambda: find_part_of_statement(value),
        "what": lambda: find_term(view.words, value),
        "form": lambda: find_form(value),
        "counted": lambda: find_counted(value),
        "linked": lambda: find_linked(value),
        "revision_id": lambda: find_revision(strategy, value),
        "old": lambda: find_revision(strategy, value),
        "new": lambda: value == WORKING or find_revision(strategy, value),
    }
    finders[parameter]()
