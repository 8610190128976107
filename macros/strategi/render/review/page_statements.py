"""Extract the statements of a page, sentence by sentence, and cell by cell in its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from strategi.diff.redlines.sentences import sentences
from strategi.diff.redlines.tokens import is_space, tokens
from strategi.model.effects import Statement

# What stands before one of these, and after it, is not the same sentence.
_SECTIONS = frozenset(
    {"address", "article", "aside", "details", "figure", "footer", "header", "main", "section", "summary"}
)
_LISTS_AND_TABLES = frozenset({"dl", "li", "ol", "table", "tbody", "thead", "tr", "ul"})
_BLOCKS = _SECTIONS | _LISTS_AND_TABLES | {"blockquote", "br", "div", "figcaption", "hr", "p", "pre"}
# What is read as a whole, however it is divided.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HOLDERS = frozenset({"caption", "dd", "dt", "td", "th"}) | _HEADINGS
# Ways to other pages, choices to make, and what is no text.
_LEFT_OUT = frozenset({"form", "nav", "script", "style", "template"})
# What a picture says in words.
_PICTURE_WORDS = frozenset({"desc", "title"})
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_SOFT_HYPHEN = "\u00ad"
_MOST_COLUMNS = 1000

_Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page."""

    title: str
    """The first heading of the highest level; "" where there is none."""
    statements: tuple[Statement, ...]


def page_words(html: str) -> PageWords:
    """Read a page as a reader does. The drawing of charts, and what is hidden from everyone, is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return PageWords(reader.title, tuple(reader.statements))


def plain_sentences(text: str) -> Iterator[str]:
    """Cut a text without markup into sentences, with its white space folded."""
    found = tokens(text.replace(_SOFT_HYPHEN, ""))
    places = [place for place, each in enumerate(found) if not is_space(each)]
    is_spaced = [place + 1 < len(found) and is_space(found[place + 1]) for place in places]
    for words in sentences([found[place] for place in places], is_spaced):
        first, last = places[words.start], places[words.stop - 1]
        yield "".join(each.text for each in found[first : last + 1])


@dataclass(slots=True)
class _Cell:
    """A cell as it has been read so far."""

    tag: str
    width: int
    text: str = ""


@dataclass(slots=True)
class _Table:
    """A table as far as it has been read."""

    caption: str = ""
    columns: list[str] = field(default_factory=list)
    row: list[_Cell] = field(default_factory=list)

    def end_row(self) -> Iterator[Statement]:
        """Say what each cell of the row holds; a row of headings names the columns."""
        row, self.row = self.row, []
        if all(cell.tag == "th" for cell in row):
            self.columns = [name for cell in row for name in [cell.text] * cell.width] or self.columns
            return
        head = next((cell for cell in row if cell.tag == "th"), row[0])
        column = 0
        for cell in row:
            if cell is not head and cell.text:
                yield Statement(cell.text, self._label(head.text, column), self.caption)
            column += cell.width

    def _label(self, head: str, column: int) -> str:
        name = self.columns[column] if column < len(self.columns) else ""
        return ", ".join(filter(None, (head, name)))


class _Reader(HTMLParser):
    """Gathers text until something ends, and then says what it was part of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.statements: list[Statement] = []
        self._text: list[str] = []
        self._hidden: list[str] = []  # the element that is left out, once for each of its kind that is open
        self._picture_words: bool | None = None  # None outside pictures
        self._holders: list[tuple[_Cell, list[str]]] = []
        self._table = _Table()
        self._term = ""

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        """Begin something."""
        if self._hidden:
            self._hidden += [tag] * (tag == self._hidden[0])
        elif tag not in _EMPTY and (tag in _LEFT_OUT or _is_hidden(dict(attrs))):
            self._hidden = [tag]
        elif tag == "svg":
            self._picture_words = False
        elif self._picture_words is not None:
            self._picture_words = tag in _PICTURE_WORDS
        else:
            self._begin(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        """An element without content says nothing, but ends a sentence where it is a block."""
        if tag in _BLOCKS and not self._hidden:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        """End something."""
        if self._hidden:
            if tag == self._hidden[0]:
                self._hidden.pop()
        elif tag == "svg":
            self._picture_words = None
        elif self._picture_words is not None:
            if self._picture_words and tag in _PICTURE_WORDS:
                self._picture_words = False
                self.end_block()
        else:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        """Keep text that is read."""
        if not self._hidden and self._picture_words is not False:
            (self._holders[-1][1] if self._holders else self._text).append(data)

    def end_block(self) -> None:
        """What has been gathered is whole; within a cell it is not, but the words are kept apart."""
        if self._holders:
            self._holders[-1][1].append(" ")
            return
        self.statements += map(Statement, plain_sentences("".join(self._text)))
        self._text = []

    def _begin(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag in _BLOCKS or tag in _HOLDERS:
            self.end_block()
        if tag == "table":
            self._table = _Table()
        if tag in _HOLDERS:
            self._holders.append((_Cell(tag, _width(attributes.get("colspan"))), []))

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag == "tr" and self._table.row:
            self.statements += self._table.end_row()
        if self._holders and self._holders[-1][0].tag == tag:
            cell, texts = self._holders.pop()
            self._keep(cell, " ".join("".join(texts).replace(_SOFT_HYPHEN, "").split()))

    def _keep(self, cell: _Cell, text: str) -> None:
        match cell.tag:
            case "caption":
                self._table.caption = text
            case "dt":
                self._term = text
            case "dd":
                self.statements += (Statement(each, self._term) for each in plain_sentences(text))
            case tag if tag in _HEADINGS:
                self.title = self.title or (text if tag == "h1" else "")
                self.statements += [Statement(text)] if text else []
            case _:
                cell.text = text
                self._table.row.append(cell)


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"


def _width(colspan: str | None) -> int:
    is_number = colspan is not None and colspan.isdecimal() and len(colspan) < len(str(_MOST_COLUMNS))
    return max(1, int(colspan)) if colspan and is_number else 1
