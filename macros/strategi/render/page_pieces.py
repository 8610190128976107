"""Cut a page at its braces, into prose, macro calls with written values, and what a page may not say.

This is all that anyone who checks, builds or reviews a page knows of it: no page is ever given to a template
engine, so nothing on it can be computed, looped over or included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from strategi.render.calls import BrokenCall, Call, only_call

_OPENER = re.compile(r"\{[{%#]")
# Text within braces: quoted words on one line, else anything but a blank line or another opening brace.
# Longer than any call that could be meant, and possessive, so that no page takes long.
_LONGEST = 4000
_QUOTED = r""""(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'"""
_WITHIN = rf"(?:{_QUOTED}|(?!\{{[{{%#]|\n[ \t]*\n|[%}}]\}})[^\"']){{0,{_LONGEST}}}+"
_CLOSED = {
    "{{": re.compile(rf"\{{\{{{_WITHIN}\}}\}}"),
    "{%": re.compile(rf"\{{%{_WITHIN}%\}}"),
    "{#": re.compile(r"\{#(?:(?!\{#|#\}).)*+#\}", re.DOTALL),
}
_RAW = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?P<text>(?:(?!\{%-?\s*(?:end)?raw\b).)*+)\{%-?\s*endraw\s*-?%\}", re.DOTALL
)
_LINE = re.compile(r"[^\n]*")


class Refusal(Enum):
    """Why something in braces is not carried out."""

    OPEN = "it is never closed, or cannot be read"
    COMPUTED = "it is more than one macro call with written values"
    STATEMENT = "it is a statement"
    COMMENT = "it is a comment, which hides its text"


_REFUSALS = {"{{": Refusal.COMPUTED, "{%": Refusal.STATEMENT, "{#": Refusal.COMMENT}


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in braces that is not carried out, as written. `line` and `column` count from 1."""

    source: str
    refusal: Refusal
    line: int
    column: int


Piece = str | Call | Refused


def page_pieces(source: str) -> Iterator[Piece]:
    """Give the pieces of a page in order. Text between raw and endraw is prose. Raises nothing."""
    start = 0
    places = _Places(source)
    while opener := _OPENER.search(source, start):
        if opener.start() > start:
            yield source[start : opener.start()]
        piece, start = _braced(source, opener, places)
        yield piece
    if start < len(source):
        yield source[start:]


def _braced(source: str, opener: re.Match[str], places: _Places) -> tuple[Piece, int]:
    """The piece that begins with the brace, and where it ends."""
    start, kind = opener.start(), opener.group()
    raw = _RAW.match(source, start) if kind == "{%" else None
    if raw:
        return raw["text"], raw.end()
    closed = _CLOSED[kind].match(source, start)
    if closed is None:
        rest = _LINE.match(source, start)
        assert rest is not None  # it matches nothing at all, too
        refusal = Refusal.COMMENT if kind == "{#" else Refusal.OPEN
        return Refused(rest.group(), refusal, *places.of(start)), rest.end()
    return _closed(closed.group(), start, places), closed.end()


def _closed(written: str, start: int, places: _Places) -> Call | Refused:
    refusal = _REFUSALS[written[:2]]
    try:
        call = only_call(written) if refusal is Refusal.COMPUTED else None
    except BrokenCall:
        call, refusal = None, Refusal.OPEN
    if call is None:
        return Refused(written, refusal, *places.of(start))
    line, column = places.of(start + written.index(call.macro))
    return replace(call, line=line, column=column)


class _Places:
    """Lines and columns of places that are asked for in order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._seen, self._line, self._line_start = 0, 1, 0

    def of(self, place: int) -> tuple[int, int]:
        """Line and column, from 1."""
        self._line += self._source.count("\n", self._seen, place)
        self._line_start = max(self._line_start, self._source.rfind("\n", self._seen, place) + 1)
        self._seen = place
        return self._line, place - self._line_start + 1
