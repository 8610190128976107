"""Read a text without markup as blocks, and set apart the lines that are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from strategi.model.adopted import AdoptedBlock, AdoptedDocument, AdoptedKind

# A line longer than this was never wrapped: each line is then a paragraph.
_WRAPPED = 140
_SHORT = 120
_HEADING_WORDS = 12
_REPEATED = 3
_PAGE = re.compile(r"(?:(?:sida|sidan|sid\.?|s\.)\s*)?[0-9]{1,4}(?:\s*(?:av|/|\()\s*[0-9]{1,4}\)?)?", re.I)
_LEADS_TO_PAGE = re.compile(r"(?:\.{3,}|…|\t|(?:\. ){3,})\s*[0-9]{1,4}$")
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?:?", re.I)
_ENTRY = re.compile(r"\S.*\s[0-9]{1,3}$")
_BULLET = re.compile(r"\s*(?:[•‣◦▪●○·*–—-]|o(?=\s))\s+")
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*\.?\s+[A-ZÅÄÖ]")
_ITEM_NUMBER = re.compile(r"[0-9]{1,2}[.)]\s+")
_PAGE_BREAK = "\f"


def plain_document(text: str, remarks: tuple[str, ...] = ()) -> AdoptedDocument:
    """The blocks of a text; numbers and heads of pages, and the table of contents, are set apart."""
    lines = [line.rstrip(" \t") for line in text.replace(_PAGE_BREAK, f"\n{_PAGE_BREAK}\n").split("\n")]
    dropped = _page_lines(lines) | _contents_lines(lines)
    left_out = tuple(lines[at].strip() for at in sorted(dropped) if lines[at].strip())
    kept = ["" if at in dropped else line for at, line in enumerate(lines)]
    return AdoptedDocument(blocks=tuple(_blocks(kept)), left_out=left_out, remarks=remarks)


def looks_like_heading(words: str) -> bool:
    """Whether a line that stands alone can be a heading: short, with a capital, not ended as a sentence."""
    text = words.strip()
    is_short = len(text) <= _SHORT and "\n" not in text and len(text.split()) <= _HEADING_WORDS
    return is_short and text[:1].isalnum() and not text[:1].islower() and text[-1:] not in ".,;!?"


def _page_lines(lines: Sequence[str]) -> set[int]:
    """Places of page breaks, numbers of pages that stand alone, and heads that are the same on every page."""
    breaks = {at for at, line in enumerate(lines) if line == _PAGE_BREAK}
    short = [(at, line.strip()) for at, line in enumerate(lines) if 0 < len(line) <= _SHORT]
    numbers = {at for at, line in short if _PAGE.fullmatch(line) and _stands_alone(lines, at)}
    edges = {0, *(at + step for at in breaks | numbers for step in (-2, -1, 1, 2))}
    heads = Counter(_without_digits(line) for at, line in short if at in edges or _has_page_number(line))
    repeated = {key for key, count in heads.items() if count >= _REPEATED and key.strip("# ")}
    return (
        breaks
        | numbers
        | {
            at
            for at, line in short
            if _without_digits(line) in repeated and (at in edges or _has_page_number(line))
        }
    )


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    around = (lines[place] for place in (at - 1, at + 1) if 0 <= place < len(lines))
    return all(not each or each == _PAGE_BREAK for each in around)


def _has_page_number(line: str) -> bool:
    """Whether it ends as the head of a page does. `Delmål 3` does not: so do headings."""
    return bool(
        re.search(r"(?:\s[0-9]{1,4}\s?\([0-9]{1,4}\)|\bsida [0-9]{1,4}(?: av [0-9]{1,4})?)$", line, re.I)
    )


def _without_digits(line: str) -> str:
    return re.sub("[0-9]+", "#", line)


def _contents_lines(lines: Sequence[str]) -> set[int]:
    """Places of the lines of a table of contents: those that lead to a page, and those below its heading."""
    found = {at for at, line in enumerate(lines) if len(line) <= _SHORT and _LEADS_TO_PAGE.search(line)}
    for at, line in enumerate(lines):
        if len(line) <= _SHORT and _CONTENTS.fullmatch(line.strip()):
            found |= _entries(lines, at)
    return found


def _entries(lines: Sequence[str], heading: int) -> set[int]:
    """The lines below the heading, as long as each ends with the number of a page."""
    entries: set[int] = set()
    for at in range(heading + 1, len(lines)):
        line = lines[at].strip()
        if line and not (len(line) <= _SHORT and _ENTRY.fullmatch(line)):
            break
        if line:
            entries.add(at)
    return entries | {heading} if entries else set()


def _blocks(lines: Sequence[str]) -> Iterator[AdoptedBlock]:
    is_wrapped = all(len(line) <= _WRAPPED for line in lines)
    for is_text, group in groupby(lines, key=bool):
        if is_text:
            held = [line.strip() if not _BULLET.match(line) else line for line in group]
            yield from map(_block, _pieces(held) if is_wrapped else ([line] for line in held))


def _pieces(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that belong together: a new piece begins with each item and each numbered heading."""
    piece: list[str] = []
    for line in lines:
        is_new = _BULLET.match(line) or _ITEM_NUMBER.match(line) or _is_numbered(line)
        if piece and (is_new or _is_numbered(piece[-1])):
            yield piece
            piece = []
        piece.append(line)
    if piece:
        yield piece


def _is_numbered(line: str) -> bool:
    return bool(_NUMBERED.match(line)) and looks_like_heading(line)


def _block(lines: Sequence[str]) -> AdoptedBlock:
    text = "\n".join(lines)
    bullet = _BULLET.match(text)
    if bullet:
        return AdoptedBlock(kind=AdoptedKind.ITEM, cells=(text[bullet.end() :],))
    number = _ITEM_NUMBER.match(text)
    if number and not looks_like_heading(text):
        # As in Markdown, the number of an item is no word of it.
        return AdoptedBlock(kind=AdoptedKind.ITEM, cells=(text[number.end() :],))
    if "\t" in text and len(lines) == 1:
        return AdoptedBlock(kind=AdoptedKind.ROW, cells=tuple(each.strip() for each in text.split("\t")))
    kind = AdoptedKind.HEADING if looks_like_heading(text) else AdoptedKind.PARAGRAPH
    return AdoptedBlock(kind=kind, cells=(text,))
