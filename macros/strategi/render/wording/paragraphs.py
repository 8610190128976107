"""Lay out text in a terminal: wrapped, indented, with styles where there is colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from strategi.render.printable import printable

_NARROWEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Text with what stands before its first row and before the others."""

    text: Text
    first: str = ""
    rest: str = ""
    is_tight: bool = False
    """Whether no blank line stands before it."""


def paragraph(text: str, style: str = "", *, indent: int = 0, is_tight: bool = False) -> Paragraph:
    """A paragraph in one style, indented as a whole."""
    room = " " * indent
    return Paragraph(text=Text(printable(text), style=style), first=room, rest=room, is_tight=is_tight)


def laid_out(paragraphs: Iterable[Paragraph], *, width: int) -> Text:
    """Wrap every paragraph, with a blank line between those that are not tight."""
    measure = Console(width=width)
    result = Text()
    for each in paragraphs:
        if result and not each.is_tight:
            result.append("\n")
        room = max(width - max(len(each.first), len(each.rest)), _NARROWEST)
        for place, row in enumerate(each.text.wrap(measure, room)):
            row.rstrip()
            result.append(each.rest if place else each.first).append_text(row).append("\n")
    return result
