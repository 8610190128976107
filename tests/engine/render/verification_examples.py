"""An invented strategy with words enough to deviate from, and documents that adopt it in Word."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from docx import Document
from docx.document import Document as WordDocument
from strategi.content.adopted.reading import read_document
from strategi.diff.verification.documents import verify_document
from strategi.model.governed import governed_parts
from strategi.model.strategy import Strategy
from strategi.model.verification import Verification
from strategi.model.words import swedish
from strategi.render.terminal.differences import Snapshot, SnapshotKind
from strategi.render.terminal.verified import Verified
from strategi.render.wording.fact_words import fact_value

from tests.engine.rules.county import county

HOME = """Vården finns nära hemmet. Du möts av någon som känner dig, och den hälso- och sjukvård \
som du behöver finns där du bor.

Det betyder att

- vården kommer till dig när det går
- du slipper berätta din historia flera gånger
- ”hemma” är där du själv säger att det är."""
PRINCIPLES = "Vi möts som jämlikar. [Målbilden](vision.md) går *alltid* före den egna organisationen."
INTRODUCTION = "Färdplanen visar vägen 2022–2030 till målbilden."
FOLLOW_UP = "Nyckeltalen följs upp varje år – utan undantag.\n\nResultatet redovisas öppet för invånarna."


def strategy() -> Strategy:
    """The invented county with longer texts. The words of D2 and some facts of N02 are not known."""
    return county(
        {
            "strategy/vision.md": {"Vård där du är": "Vård där du är – hela livet"},
            "strategy/subgoals/d1-nara-hem.md": {"Vården finns nära hemmet.": HOME},
            "strategy/principles.md": {
                "text_evidence: not-found": "text_evidence: documented",
                "page: not-found\n---\n": f"page: not-found\n---\n\n{PRINCIPLES}\n",
            },
            "strategy/roadmap/inledning.md": {
                "Färdplanen visar vägen till [målbilden](../vision.md).": INTRODUCTION
            },
            "strategy/roadmap/uppfoljning.md": {"Nyckeltalen följs upp varje år.": FOLLOW_UP},
        }
    )


def verified(name: str, raw: bytes, *, only: tuple[str, ...] = ()) -> Verified:
    """A document against the invented strategy."""
    document = read_document(name, raw)
    parts = governed_parts(strategy())
    found = verify_document(document, parts, partial(fact_value, words=swedish()), swedish(), only=only)
    snapshot = Snapshot(kind=SnapshotKind.REVISION, name="2022-12-01", strategy=strategy(), is_whole=False)
    return Verified(name=name, document=document, snapshot=snapshot, found=found, is_whole=not only)


def found_in(raw: bytes, name: str = "antagen.docx") -> Verification:
    """What was found out of it."""
    return verified(name, raw).found


def word_file(*changes: Callable[[WordDocument], object]) -> bytes:
    """The whole strategy as a Word document with a cover, numbered headings and a table, and then changed."""
    document = Document()
    document.add_paragraph("Strategi för nära vård i Fjällhavet", style="Title")
    document.add_paragraph("Antagen av kommunfullmäktige den 13 februari 2023")
    document.add_heading("Målbild", 1)
    document.add_paragraph("Vård där du är – hela livet")
    document.add_heading("Delmål 1. Nära hem", 1)
    _add(document, HOME)
    document.add_heading("Delmål 2. Nära varandra", 1)
    document.add_paragraph("Vi hjälps åt.")
    document.add_heading("Principer för samverkan", 1)
    document.add_paragraph("Vi möts som jämlikar. Målbilden går alltid före den egna organisationen.")
    document.add_heading("Färdplan", 1)
    document.add_heading("Inledning", 2)
    document.add_paragraph(INTRODUCTION)
    document.add_heading("Uppföljning", 2)
    _add(document, FOLLOW_UP)
    document.add_heading("Bilaga. Nyckeltal", 1)
    _add_indicators(document)
    for change in changes:
        change(document)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    """The bytes of a Word file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def replaced(before: str, after: str) -> Callable[[WordDocument], None]:
    """Change words in the one paragraph that has them."""

    def change(document: WordDocument) -> None:
        (paragraph,) = (each for each in document.paragraphs if before in each.text)
        paragraph.text = paragraph.text.replace(before, after)

    return change


def _add(document: WordDocument, text: str) -> None:
    for line in filter(None, text.split("\n")):
        is_item = line.startswith("- ")
        document.add_paragraph(line.removeprefix("- "), style="List Bullet" if is_item else None)


def _add_indicators(document: WordDocument) -> None:
    table = document.add_table(rows=0, cols=5)
    for row in (
        ("Nyckeltal", "Definition", "Enhet", "Delmål", "Källa"),
        (
            "N01. Trygghet i hemmet",
            "Andelen som känner sig trygga hemma.",
            "Procent",
            "1",
            "Enkäten om vården",
        ),
        ("N02. Besök per invånare", "", "besök", "Delmål 2", ""),
    ):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
