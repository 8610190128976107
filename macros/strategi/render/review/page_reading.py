"""Render a page to HTML by carrying out its macro calls and nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from strategi.render.calls import Call, call_text
from strategi.render.errors import UnknownName
from strategi.render.page_pieces import Piece, Refusal, Refused, page_pieces
from strategi.render.prose import prose
from strategi.render.registry.page_check import refusal_words
from strategi.render.registry.vocabulary import macros
from strategi.render.view import View

_FRONT_MATTER = re.compile(r"\A---\n.*?^---$\n?", re.DOTALL | re.MULTILINE)
# A name of a place, after a heading: `{ #namn }`.
_PLACE_NAME = re.compile(r"(?<![ \t])[ \t]*\{:?[ \t]*[#.][^}\n]{0,200}\}[ \t]*$", re.MULTILINE)
# Stand around the number of a fragment while the Markdown around it is read; no page has them of its own.
_OPEN, _CLOSE = "\ue000", "\ue001"
_NUMBERED = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_FOLDED = 100


def page_html(source: str, view: View, county: Collection[str] = ()) -> str:
    """The article of a page as HTML, frame left out. Raises nothing: what cannot be carried out says so.

    The macros in `county` are the county's own program, which is run by nothing but a build.
    """
    written = _FRONT_MATTER.sub("", source).replace(_OPEN, "").replace(_CLOSE, "")
    fragments: list[str] = []
    markdown = "".join(_carried_out(piece, view, fragments, county) for piece in page_pieces(written))
    html = prose(_PLACE_NAME.sub("", markdown))
    return _NUMBERED.sub(lambda found: fragments[int(found[1])], html)


def _carried_out(piece: Piece, view: View, fragments: list[str], county: Collection[str]) -> str:
    """Give Markdown: prose as it is, or the number of a fragment that is kept."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Refused):
        return _not_shown(piece)
    if piece.macro in county:
        return _note(f"Vad {_named(piece)} visar vet bara den byggda webbplatsen.")
    try:
        made = _call(piece, view)
    except Exception as error:  # a page of long ago, or of a stranger, may ask for anything
        reason = f" {error}" if isinstance(error, UnknownName) else ""
        return _note(f"Anropet {_named(piece)} går inte att utföra.{reason}")
    fragments.append(made)
    return f"{_OPEN}{len(fragments) - 1}{_CLOSE}"


def _not_shown(refused: Refused) -> str:
    """Say what stops the page. A comment, which older pages may hold, is read by nobody."""
    if refused.refusal is Refusal.COMMENT:
        return ""
    return _note(f"Går inte att visa, {refusal_words(refused)}: {_short(refused.source)}")


def _call(call: Call, view: View) -> str:
    macro = macros().get(call.macro)
    if macro is None:
        raise UnknownName("inget som heter", call.macro, macros())
    return macro(view, *call.arguments, **call.options)


def _named(call: Call) -> str:
    return _short(call_text(call.macro, call.arguments, call.options))


def _note(words: str) -> str:
    """Words that the page does not say itself, so that Markdown shows every sign of them."""
    return re.sub(r"([\\`*_\[\]{}<>~|])", r"\\\1", f"[{' '.join(words.split())}]")


def _short(text: str) -> str:
    return text if len(text) <= _FOLDED else f"{text[:_FOLDED]} …"
