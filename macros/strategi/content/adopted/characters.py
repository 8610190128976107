"""Decode the bytes of a document to text. Not every office writes UTF-8."""

from __future__ import annotations

import codecs
import re

from strategi.content.adopted.unreadable import UnreadableDocument

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Tab, line feed, form feed and carriage return are text; the rest is not.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with line feeds, and remarks on how it was read. Raise UnreadableDocument where it is none."""
    text, remarks = _decoded(raw)
    if _CONTROL.search(text):
        raise UnreadableDocument("filen är inte text: den innehåller styrtecken")
    return text.replace("\r\n", "\n").replace("\r", "\n"), remarks


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    if raw.startswith(_WIDE):
        return _strictly(raw, "utf-16"), ("Filen är läst som UTF-16.",)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        said = "Filen är inte UTF-8 och är läst som Windows-1252. Se efter att å, ä och ö är rätt."
        return _strictly(raw, "cp1252"), (said,)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            "filen är varken UTF-8, UTF-16 eller Windows-1252; spara den som UTF-8"
        ) from error
