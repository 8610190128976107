"""Test that an adopted document is read whatever form it has, and that every bad file is reported."""

from __future__ import annotations

import io
import sys
import zipfile
from contextlib import suppress

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from strategi.content.adopted import archive
from strategi.content.adopted.reading import read_document
from strategi.content.adopted.unreadable import UnreadableDocument
from strategi.model.adopted import AdoptedDocument, AdoptedKind

from tests.engine.render.verification_examples import saved, word_file

WHOLE = word_file()
SWEDISH = "Målbild\n\nVård där du är – hela livet"


def texts(document: AdoptedDocument) -> list[str]:
    return [each.text for each in document.blocks]


@pytest.mark.parametrize(
    ("encoding", "remark"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_text_is_read_in_the_encodings_that_offices_write(encoding: str, remark: str) -> None:
    found = read_document("a.txt", SWEDISH.encode(encoding))
    assert texts(found) == ["Målbild", "Vård där du är – hela livet"]
    assert any(remark in each for each in found.remarks) if remark else not found.remarks


def test_line_ends_of_windows_are_line_ends() -> None:
    assert texts(read_document("a.txt", SWEDISH.replace("\n", "\r\n").encode())) == SWEDISH.split("\n\n")


def package(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return file.getvalue()


def word_with(document: bytes) -> bytes:
    """A Word file whose text is other XML."""
    with zipfile.ZipFile(io.BytesIO(word_file())) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    return package(files | {"word/document.xml": document})


XXE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&y;</w:t>
</w:r></w:p></w:body></w:document>"""


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.txt", b"", "tom"),
        ("a.txt", b" \n\t\n", "tom"),
        ("a.md", b"---\n", "ingen text"),
        ("a.txt", b"\x00\x01\x02", "styrtecken"),
        ("a.txt", b"\x81\x8d\xff", "varken UTF-8"),
        ("a.txt", b"\xff\xfeA", "varken UTF-8"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1", "äldre format"),
        ("a.rtf", b"{\\rtf1 text}", "RTF"),
        ("a.docx", b"inte ett arkiv", "trasig"),
        ("a.docx", word_file()[:4000], "trasig"),
        ("a.docx", package({"word/document.xml": b"<trasig"}), "trasig"),
        ("a.docx", package({"content.xml": b"<a/>"}), "inte ett Word-dokument"),
        ("a.docx", word_with(b"<w:document/>"), "trasig"),
        ("a.docx", word_with(b""), "trasig"),
        ("a.docx", word_with(XXE), "DOCTYPE"),
        ("a.docx", saved(Document()), "ingen text"),
        ("a.docx", package({f"{number}.txt": b"" for number in range(10_001)}), "orimligt stor"),
    ],
)
def test_a_bad_file_is_told(name: str, raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=why):
        read_document(name, raw)


@settings(max_examples=150)
@given(changes=st.lists(st.tuples(st.integers(0, 50_000), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_file_that_was_damaged_is_read_or_told(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(WHOLE)
    for place, byte in changes:
        raw[place % len(raw)] = byte
    with suppress(UnreadableDocument):
        assert texts(read_document("a.docx", bytes(raw)))


def test_an_archive_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = word_with(b" " * (65 * 1024 * 1024))
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableDocument, match="orimligt stor"):
        read_document("a.docx", bomb)
    monkeypatch.setattr(archive, "_LARGEST", 1)
    with pytest.raises(UnreadableDocument, match="orimligt stor"):
        read_document("a.docx", word_file())


def test_an_entity_in_another_encoding_is_not_followed() -> None:
    wide = XXE.decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")
    try:
        found = texts(read_document("a.docx", word_with(wide)))
    except UnreadableDocument:
        return
    assert not any("root:" in each for each in found)


def test_without_the_library_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UnreadableDocument, match="python-docx; installera det med make word"):
        read_document("a.docx", word_file())
    assert texts(read_document("a.txt", SWEDISH.encode()))


def test_markdown_is_blocks_without_its_signs() -> None:
    found = read_document(
        "a.md", "# En *rubrik*\n\nEtt [ord](x)\n\n- en\n- två\n\n|a|b|\n|-|-|\n|1|2|\n".encode()
    )
    assert [(each.kind, each.text) for each in found.blocks] == [
        (AdoptedKind.HEADING, "En rubrik"),
        (AdoptedKind.PARAGRAPH, "Ett ord"),
        (AdoptedKind.ITEM, "en"),
        (AdoptedKind.ITEM, "två"),
        (AdoptedKind.ROW, "a\tb"),
        (AdoptedKind.ROW, "1\t2"),
    ]


def test_numbers_and_heads_of_pages_are_set_apart_but_not_lost() -> None:
    said = ["Först kommer detta.", "Sedan kommer det.", "Därefter något annat.", "Sist ingenting."]
    pages = (f"Strategi för vård\n\n{each}\n\n{number}\n\f" for number, each in enumerate(said, start=1))
    found = read_document("a.txt", "".join(pages).encode())
    assert texts(found) == said
    assert sorted(found.left_out) == ["1", "2", "3", "4", *["Strategi för vård"] * 4]


def test_headings_with_numbers_are_no_heads_of_pages() -> None:
    text = "".join(f"Delmål {number}\n\nText som hör till målet.\n\n" for number in range(1, 6))
    found = read_document("a.txt", text.encode())
    assert not found.left_out and texts(found).count("Delmål 3") == 1
