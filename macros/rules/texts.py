"""Is the text of the strategy plain Markdown, with links that lead somewhere?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from macros.content.document import Document
from macros.content.layout import whole_files
from macros.content.reading import Reading
from macros.model.finding import Finding
from macros.rules.markdown import Piece, pieces
from macros.rules.rule import Rule

_DATA = "CONTRIBUTING.md, innehåll är data"


class RawHtml(Rule):
    """Content is never passed on as HTML."""

    id = "TXT601"
    name = "raw-html"
    title = "Strategins text innehåller ingen HTML"
    reference = _DATA

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv med Markdown i stället. Ett tecken < som ska synas skrivs \\<."""
        for document in _texts(reading):
            for piece in pieces(document, "html_inline", "html_block"):
                yield self._at(document, piece)

    def _at(self, document: Document, piece: Piece) -> Finding:
        first = piece.text.strip().split("\n", 1)[0]
        return self.describe().at(
            document.path, piece.line, piece.column, "texten innehåller HTML", value=first
        )


class TemplateSyntax(Rule):
    """The site generator would take it for code, and a comment would swallow the text after it."""

    id = "TXT602"
    name = "template-syntax"
    title = "Strategins text innehåller inga mallkommandon"
    reference = _DATA

    _SIGNS = re.compile(r"\{[{%#]")

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ta bort klammern. Ett namn på en rubrik skrivs { #namn } med mellanslag."""
        for path, document in reading.documents.items():
            if not path.startswith("strategy/"):
                continue
            for number, line in enumerate(document.text.split("\n"), 1):
                for sign in self._SIGNS.finditer(line):
                    message = f"texten innehåller {sign.group()}, som är ett mallkommando"
                    yield self.describe().at(path, number, sign.start() + 1, message, value=line.strip())


class BrokenLink(Rule):
    """A reader who follows a link must come somewhere."""

    id = "TXT603"
    name = "broken-link"
    title = "En länk inom strategin leder till en fil som finns"
    reference = _DATA

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta länken. Den skrivs från den egna filens mapp, till exempel ../vision.md."""
        # A file that the strategy cannot do without is reported as missing already.
        known = reading.paths | {posixpath.dirname(path) for path in reading.paths} | set(whole_files())
        for document in _texts(reading):
            for piece in pieces(document, "link_open", "image"):
                target = _target(document.path, piece.text)
                if target and target not in known:
                    message = f"länken leder till {target}, som inte finns"
                    yield self.describe().at(
                        document.path, piece.line, piece.column, message, value=piece.text
                    )


def _texts(reading: Reading) -> Iterator[Document]:
    return (each for each in reading.documents.values() if each.body)


def _target(path: str, address: str) -> str:
    """The file that a relative address means; "" for an address elsewhere or on the same page."""
    way = unquote(re.split("[?#]", address, maxsplit=1)[0])
    if not way or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", way):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
