"""Check that the strategy's text is plain Markdown, with links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from strategi.content.collection import Entry
from strategi.content.document import Document
from strategi.content.layout import whole_files
from strategi.content.reading import Reading
from strategi.model.finding import Finding
from strategi.model.governance import AdoptionLedger
from strategi.model.governed import TEXT
from strategi.rules.link_addresses import faulty_addresses
from strategi.rules.lost_words import lost_word
from strategi.rules.markdown import Piece, pieces
from strategi.rules.rule import Rule

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


class LinkAddress(Rule):
    """A link is followed by whoever trusts the publisher: it never leads to what a browser would run."""

    id = "TXT604"
    name = "link-address"
    title = "En länk leder inom webbplatsen eller till en hel adress på webben"
    reference = _DATA

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv en väg inom webbplatsen, eller en hel adress som börjar med https:// eller mailto:."""
        for text in _markdown(reading):
            yield from (each for each in link_findings(*text) if each.rule_id == self.id)


class ForeignPicture(Rule):
    """A picture from elsewhere tells its owner who reads, and may be another tomorrow."""

    id = "TXT605"
    name = "picture-elsewhere"
    title = "En bild ligger bland webbplatsens egna filer"
    reference = _DATA

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Lägg bilden i docs/assets/ och skriv vägen dit. Kontrollera att den får användas."""
        for text in _markdown(reading):
            yield from (each for each in link_findings(*text) if each.rule_id == self.id)


class LostWordInText(Rule):
    """What is decided is shown, every word of it, on the page and in comparisons."""

    id = "TXT606"
    name = "word-lost"
    title = "Varje ord i texten syns på sidan"
    reference = _DATA

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv enklare: färre nivåer, punkter numrerade i ordning, lika många celler i varje rad."""
        for path, text, line, column in _markdown(reading):
            lost = lost_word(text)
            if lost:
                at = _in_file(lost.line, lost.column, line, column)
                message = f"ordet ”{lost.word}” skulle försvinna från sidan"
                yield self.describe().at(path, *at, message, value=lost.word)


def link_findings(path: str, text: str, line: int = 1, column: int = 1) -> Iterator[Finding]:
    """Every address in a text that may not stand there; the text begins at that place of the file."""
    link, picture = LinkAddress().describe(), ForeignPicture().describe()
    for each in faulty_addresses(text):
        rule = picture if each.is_picture else link
        at = _in_file(each.line, each.column, line, column)
        yield rule.at(path, *at, each.fault, value=each.address)


def _in_file(line: int, column: int, first_line: int, first_column: int) -> tuple[int, int]:
    return line + first_line - 1, column + (first_column - 1 if line == 1 else 0)


def _markdown(reading: Reading) -> Iterator[tuple[str, str, int, int]]:
    """Every text that is shown as Markdown: its file, what it says, and where it begins in the file."""
    for document in _texts(reading):
        yield document.path, document.body or "", document.body_line, 1
    for entry in reading.of(AdoptionLedger):
        yield from _deviating(reading, entry)


def _deviating(reading: Reading, entry: Entry[AdoptionLedger]) -> Iterator[tuple[str, str, int, int]]:
    """The texts that principals adopted instead of the recommended ones."""
    for number, adoption in enumerate(entry.record.adoptions):
        for at, deviation in enumerate(adoption.deviations):
            if deviation.fact == TEXT and isinstance(deviation.wording, str):
                place = reading.place(entry, "adoptions", number, "deviations", at, "wording")
                yield entry.path, deviation.wording, place.line, place.column


def _texts(reading: Reading) -> Iterator[Document]:
    return (each for each in reading.documents.values() if each.body)


def _target(path: str, address: str) -> str:
    """The file that a relative address means; "" for an address elsewhere or on the same page."""
    way = unquote(re.split("[?#]", address, maxsplit=1)[0])
    if not way or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", way):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
