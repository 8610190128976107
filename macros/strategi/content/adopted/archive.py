"""Check that a Word file is safe to open.

It is an archive, and an archive can be made to fill the memory.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from strategi.content.adopted.unreadable import UnreadableDocument

# Unpacked. An archive cannot give more than it says: what is longer is cut, and then fails its check sum.
_LARGEST_XML = 64 * 1024 * 1024
_LARGEST = 256 * 1024 * 1024
_MOST_FILES = 10_000
# What the library raises of a broken or encrypted archive.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)
_DOCUMENT = "word/document.xml"
_BROKEN = "Word-filen är trasig eller inte en .docx"


def check_archive(raw: bytes) -> None:
    """Raise UnreadableDocument where it is no Word file, or is made to do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            files = archive.infolist()
            _check_sizes(files)
            if all(each.filename != _DOCUMENT for each in files):
                raise UnreadableDocument("filen är ett arkiv, men inte ett Word-dokument (.docx)")
            for each in files:
                if each.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(each):
                    raise UnreadableDocument("Word-filen har en DOCTYPE, och sådana öppnas inte")
    except _FAULTS as error:
        raise UnreadableDocument(_BROKEN) from error


def _check_sizes(files: list[zipfile.ZipInfo]) -> None:
    xml = sum(each.file_size for each in files if each.filename.endswith((".xml", ".rels")))
    everything = sum(each.file_size for each in files)
    if xml > _LARGEST_XML or everything > _LARGEST or len(files) > _MOST_FILES:
        raise UnreadableDocument("Word-filen blir orimligt stor när den packas upp, och öppnas inte")
