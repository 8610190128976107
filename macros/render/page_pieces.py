"""What does a page consist of, in order: prose, macro calls, and what only the generator can work out?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError

from macros.render.calls import BrokenPage, Call, only_call

_BEGIN = ("variable_begin", "block_begin", "comment_begin")
_END = ("variable_end", "block_end", "comment_end")
_LEFT_OUT = ("raw_begin", "raw_end")


@dataclass(frozen=True, slots=True)
class Computed:
    """An expression or a statement that is more than one macro call with written values."""

    source: str


Piece = str | Call | Computed


def page_pieces(source: str) -> tuple[Piece, ...]:
    """Cut a page at its macro calls; comments are left out. Raises `BrokenPage`. Carries nothing out."""
    try:
        return tuple(_pieces(source))
    except TemplateSyntaxError as error:
        raise BrokenPage(error.lineno, error.message or "") from error


def _pieces(source: str) -> Iterator[Piece]:
    braced: list[str] = []
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    for _, kind, value in environment.lex(source):
        if kind in _BEGIN or braced:
            braced.append(value)
        elif kind not in _LEFT_OUT:
            yield value
        if kind in _END:
            if kind != "comment_end":
                yield _braced("".join(braced))
            braced = []
    if braced:
        raise BrokenPage(source.count("\n") + 1, "an opened brace is never closed")


def _braced(source: str) -> Call | Computed:
    call = only_call(source)
    is_written = call is not None and call.arguments is not None and call.options is not None
    return call if call is not None and is_written else Computed(source)
