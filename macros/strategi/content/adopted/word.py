"""Read a Word document as blocks of plain text. The only module that knows Word's format.

The library's own paragraphs leave out text in content controls, in text boxes and what was inserted as a
tracked change. So the document is walked through element by element.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from strategi.content.adopted.archive import check_archive
from strategi.content.adopted.unreadable import UnreadableDocument
from strategi.model.adopted import AdoptedBlock, AdoptedDocument, AdoptedKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INSTALL = (
    "för att läsa Word-filer behövs biblioteket python-docx; installera det med make word i projektets "
    "mapp, eller spara dokumentet som text (.txt)"
)
# What a reader does not see: text that was taken away, and what stands in for elements of newer programs.
_UNSEEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_COMPATIBLE}Fallback"})
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_HEADING_WORDS = 12


def word_document(raw: bytes) -> AdoptedDocument:
    """The document as a reader sees it with every tracked change accepted. Raise UnreadableDocument."""
    try:
        import docx
    except ImportError as error:
        raise UnreadableDocument(_INSTALL) from error
    check_archive(raw)
    try:
        return _Reading(docx.Document(io.BytesIO(raw))).document()
    except Exception as error:
        # A broken file fails anywhere in the library, each time in another way.
        raise UnreadableDocument("Word-filen går inte att läsa: den är trasig") from error


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    level: int
    """Of a heading, 1–9; else 0."""
    is_list: bool


@dataclass(slots=True)
class _Reading:
    """Walks through one document."""

    source: Any
    styles: dict[str, _Style] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def document(self) -> AdoptedDocument:
        self.styles = {each.get(f"{_W}styleId"): _style(each) for each in self._all("style", of_styles=True)}
        blocks = tuple(self._blocks())
        return AdoptedDocument(blocks=blocks, left_out=tuple(self.left_out), remarks=tuple(self._remarks()))

    def _all(self, name: str, *, of_styles: bool = False) -> Iterator[Any]:
        root = self.source.styles.element if of_styles else self.source.element
        return iter(root.iter(f"{_W}{name}"))

    def _remarks(self) -> Iterator[str]:
        yield "Sidhuvuden och sidfötter är inte lästa."
        if any(True for name in ("ins", "del", "moveTo") for _ in self._all(name)):
            yield "Dokumentet har spårade ändringar. De är lästa som om de hade godkänts."
        if any(True for name in ("footnoteReference", "endnoteReference") for _ in self._all(name)):
            yield "Dokumentet har fotnoter. De är inte lästa."

    def _blocks(self) -> Iterator[AdoptedBlock]:
        table = 0
        for element in _walk(self.source.element.body, into=lambda tag: tag not in (f"{_W}tbl", f"{_W}p")):
            if element.tag == f"{_W}tbl":
                table += 1
                yield from self._rows(element, table)
            elif element.tag == f"{_W}p":
                yield from self._paragraph(element)
                yield from self._boxes(element)

    def _rows(self, table: Any, number: int) -> Iterator[AdoptedBlock]:
        for row in _walk(table, into=lambda tag: tag != f"{_W}tr"):
            if row.tag != f"{_W}tr":
                continue
            cells = [each for each in _walk(row, into=lambda tag: tag != f"{_W}tc") if each.tag == f"{_W}tc"]
            if len(cells) == 1:
                # A frame around text, as many documents have.
                for paragraph in cells[0].iter(f"{_W}p"):
                    yield from self._paragraph(paragraph)
            else:
                yield AdoptedBlock(kind=AdoptedKind.ROW, cells=tuple(map(_cell, cells)), table=number)

    def _boxes(self, paragraph: Any) -> Iterator[AdoptedBlock]:
        """Paragraphs in text boxes that are anchored in this one."""
        for element in _walk(paragraph, into=lambda tag: tag != f"{_W}txbxContent"):
            if element.tag == f"{_W}txbxContent":
                for inner in element.iter(f"{_W}p"):
                    yield from self._paragraph(inner)

    def _paragraph(self, element: Any) -> Iterator[AdoptedBlock]:
        text = _text(element).strip()
        if not text:
            return
        style = self._style_of(element)
        if re.match("toc( |$)", style.name) or "table of figures" in style.name:
            self.left_out.append(" ".join(text.split()))
            return
        level = _outline_level(element) or style.level
        is_item = style.is_list or element.find(f"{_W}pPr/{_W}numPr") is not None
        if level or _is_bold(element, text):
            yield AdoptedBlock(kind=AdoptedKind.HEADING, cells=(text,), level=level)
        else:
            kind = AdoptedKind.ITEM if is_item else AdoptedKind.PARAGRAPH
            yield AdoptedBlock(kind=kind, cells=(re.sub(r"\A(?:[•‣◦▪●○·–-]|[0-9]{1,2}[.)])\s+", "", text),))

    def _style_of(self, element: Any) -> _Style:
        given = element.find(f"{_W}pPr/{_W}pStyle")
        name = "" if given is None else given.get(f"{_W}val")
        return self.styles.get(name, _Style("", 0, False))


def _style(element: Any) -> _Style:
    given = element.find(f"{_W}name")
    name = "" if given is None else str(given.get(f"{_W}val")).lower()
    heading = re.fullmatch("(?:heading|rubrik) ([1-9])", name)
    level = int(heading[1]) if heading else 1 if name in ("title", "rubrik") else _outline_level(element)
    return _Style(name, level, name.startswith(("list ", "lista", "punktlista")))


def _outline_level(element: Any) -> int:
    """1–9 where the element says so itself; else 0. Word counts from 0, and 9 is body text."""
    given = element.find(f"{_W}pPr/{_W}outlineLvl")
    value = "9" if given is None else str(given.get(f"{_W}val"))
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def _is_bold(paragraph: Any, text: str) -> bool:
    """Whether a short paragraph is bold as a whole, which in many documents is how headings are made."""
    runs = [each for each in paragraph.iter(f"{_W}r") if _text(each).strip()]
    is_short = len(text.split()) <= _HEADING_WORDS and text[-1] not in ".,;!?"
    return is_short and bool(runs) and all(_has_bold(each) for each in runs)


def _has_bold(run: Any) -> bool:
    found = run.find(f"{_W}rPr/{_W}b")
    return found is not None and found.get(f"{_W}val") not in ("0", "false")


def _cell(cell: Any) -> str:
    return "\n".join(filter(None, (_text(each).strip() for each in cell.iter(f"{_W}p"))))


def _text(element: Any) -> str:
    """The words that a reader sees, without those of text boxes, which are paragraphs of their own."""
    found = []
    for each in _walk(element, into=lambda tag: tag not in (f"{_W}txbxContent", f"{_W}pPr")):
        if each.tag == f"{_W}t":
            found.append(each.text or "")
        elif each.tag in _SIGNS:
            found.append(_SIGNS[each.tag])
    return "".join(found)


def _walk(element: Any, *, into: Any) -> Iterator[Any]:
    """Every seen element below this one, in reading order; `into` says which are walked into themselves."""
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        if each.tag in _UNSEEN or not isinstance(each.tag, str):
            continue
        yield each
        if into(each.tag):
            waiting.extend(reversed(each))
