"""Read a file that a principal adopted, by its content and name."""

from __future__ import annotations

from strategi.content.adopted.characters import decoded
from strategi.content.adopted.markdown import markdown_blocks
from strategi.content.adopted.plain import plain_document
from strategi.content.adopted.unreadable import UnreadableDocument
from strategi.content.adopted.word import word_document
from strategi.model.adopted import AdoptedDocument

_LARGEST = 64 * 1024 * 1024
_MARKDOWN = (".md", ".markdown")
# What a file begins with, and what to do with it.
_OTHERS = {
    b"%PDF": "det är en PDF; spara den som text (.txt) eller Word (.docx)",
    b"\xd0\xcf\x11\xe0": "det är Words äldre format; spara den som .docx",
    b"{\\rtf": "det är RTF; spara den som .docx eller .txt",
}
_ZIP = b"PK"


def read_document(name: str, raw: bytes) -> AdoptedDocument:
    """Read a file by its content and name. Raise UnreadableDocument where that cannot be done."""
    if len(raw) > _LARGEST:
        raise UnreadableDocument("filen är större än 64 MB")
    if not raw.strip():
        raise UnreadableDocument("filen är tom")
    for start, message in _OTHERS.items():
        if raw.startswith(start):
            raise UnreadableDocument(message)
    document = _document(name.lower(), raw)
    if not any(each.text.strip() for each in document.blocks):
        raise UnreadableDocument("det finns ingen text i filen")
    return document


def _document(name: str, raw: bytes) -> AdoptedDocument:
    if raw.startswith(_ZIP) or name.endswith(".docx"):
        return word_document(raw)
    text, remarks = decoded(raw)
    if name.endswith(_MARKDOWN):
        return AdoptedDocument(blocks=markdown_blocks(text), remarks=remarks)
    return plain_document(text, remarks)
