"""Test that each part of a document is reported as identically worded exactly when it is.

Each case in cases/verification/ is a document against the strategy of verification_examples.py, with
the whole text printed.
"""

from __future__ import annotations

import copy
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import yaml
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from strategi.content.adopted.reading import read_document
from strategi.diff.verification.documents import verify_document
from strategi.model.adopted import AdoptedDocument
from strategi.model.governed import GovernedPart, governed_parts
from strategi.model.redline import Op
from strategi.model.verification import Position, Verdict, Verification
from strategi.model.words import swedish
from strategi.render.terminal.verification_text import verification_text
from strategi.render.wording.fact_words import fact_value

from tests.engine.render.verification_examples import HOME, found_in, replaced, strategy, verified, word_file

Change = Callable[[WordDocument], object]

CASES = Path(__file__).parents[1] / "cases" / "verification"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = verified(case["name"], case["document"].encode(), only=tuple(case.get("only", ())))
    printed = verification_text(found, width=100).plain
    if request.config.getoption("--accept"):
        before = path.read_text(encoding="utf-8").partition("\nprinted:")[0]
        block = "".join(f"  {line}\n" if line else "\n" for line in printed.splitlines())
        path.write_text(f"{before}\nprinted: |\n{block}", encoding="utf-8")
    else:
        assert printed == case["printed"]
        assert found.found.is_identical == path.stem.endswith("-är-likalydande")


def verify(document: AdoptedDocument, part: GovernedPart) -> Verification:
    return verify_document(document, [part], partial(fact_value, words=swedish()), swedish())


def verdicts(found: Verification) -> dict[str, str]:
    return {each.part.id: each.verdict.value for each in found.parts}


SAME = {
    "vision": "identical",
    "D1": "identical",
    "D2": "unknown",
    "principles": "identical",
    "inledning": "identical",
    "uppfoljning": "identical",
    "N01": "identical",
    "N02": "identical",
}


def test_a_word_document_that_is_the_same() -> None:
    found = found_in(word_file())
    assert verdicts(found) == SAME
    assert found.is_identical and not found.is_known_in_full
    assert [each.position for each in found.foreign] == [
        Position.BEFORE,
        Position.BEFORE,
        Position.HEADING,
        Position.HEADING,
    ]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (replaced("hela livet", "hela dagen"), "vision"),
        (replaced("flera gånger", "fler än en gång"), "D1"),
        (replaced("Resultatet", "Inget resultat"), "uppfoljning"),
        (replaced("Principer för samverkan", "Principer för samarbete"), "principles"),
        (lambda document: setattr(document.tables[0].cell(1, 1), "text", "Andelen som är nöjda."), "N01"),
    ],
)
def test_a_word_document_with_one_change_deviates_there_alone(change: Change, part: str) -> None:
    found = found_in(word_file(change))
    assert verdicts(found) == SAME | {part: "deviating"}
    assert not found.is_identical


def test_deviating_words_in_word_are_shown_as_words() -> None:
    (part,) = found_in(word_file(replaced("flera gånger", "igen"))).having(Verdict.DEVIATING)
    assert part.change and part.change.new
    assert part.change.new.text == HOME.replace("flera gånger", "igen")
    words = [
        run.text for block in part.change.redline.blocks for run in block.cells[0] if run.op is not Op.EQUAL
    ]
    assert " ".join(words).split() == ["flera", "gånger", "igen"]


def test_what_nobody_sees_is_not_in_the_wording() -> None:
    (part,) = found_in(word_file(replaced("flera gånger", "ige\u00adn o\u200bch i\u0067en"))).having(
        Verdict.DEVIATING
    )
    assert part.change and part.change.new
    assert part.change.new.text == HOME.replace("flera gånger", "igen och igen")


def test_how_word_sets_text_is_typography() -> None:
    found = found_in(
        word_file(
            replaced("Vård där du är – hela", "Vård\u00a0där du är - hela"),
            replaced("slipper berätta", "slip\u00adper berätta"),
            replaced("”hemma”", '"hemma"'),
            replaced("Principer för samverkan", "4.1 PRINCIPER FÖR SAMVERKAN"),
            replaced("Resultatet redovisas öppet", "\tResultatet  redovisas\nöppet"),
        )
    )
    assert found.is_identical
    kinds = {
        each.part.id: {kind.value for kind in each.typography} for each in found.parts if each.typography
    }
    assert kinds == {
        "vision": {"space", "dashes"},
        "D1": {"quotes", "hyphenation"},
        "principles": {"capitals"},
        "N01": {"capitals"},
    }


def test_headings_without_styles_are_found() -> None:
    def bold(document: WordDocument) -> None:
        for each in document.paragraphs:
            if each.style and each.style.name and each.style.name.startswith("Heading"):
                each.style = document.styles["Normal"]
                for run in each.runs:
                    run.bold = True

    assert verdicts(found_in(word_file(bold))) == SAME


def test_a_table_of_contents_and_heads_of_pages_are_no_text() -> None:
    def contents(document: WordDocument) -> None:
        document.styles.add_style("TOC 1", WD_STYLE_TYPE.PARAGRAPH)
        for title in ("Målbild", "Delmål 1. Nära hem", "Inledning"):
            document.paragraphs[1].insert_paragraph_before(f"{title}\t3", style="TOC 1")
        document.sections[0].header.paragraphs[0].text = "Målbild"
        document.sections[0].footer.paragraphs[0].text = "3 (24)"

    read = verified("antagen.docx", word_file(contents))
    assert verdicts(read.found) == SAME
    assert len(read.document.left_out) == 3
    assert "Sidhuvuden och sidfötter är inte lästa." in read.document.remarks


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    def track(document: WordDocument) -> None:
        (paragraph,) = (each for each in document.paragraphs if each.text.startswith("Resultatet"))
        run = paragraph.runs[0]._r
        for tag, words in (("ins", " Varje år."), ("del", " Aldrig.")):
            change = OxmlElement(f"w:{tag}")
            change.set(qn("w:author"), "A")
            inner = copy.deepcopy(run)
            inner[0].tag = qn("w:t" if tag == "ins" else "w:delText")
            inner[0].text = words
            change.append(inner)
            run.addnext(change)

    read = verified("antagen.docx", word_file(track))
    assert verdicts(read.found) == SAME | {"uppfoljning": "deviating"}
    (part,) = read.found.having(Verdict.DEVIATING)
    assert part.change and part.change.new and str(part.change.new.text).endswith("invånarna. Varje år.")
    assert any("spårade ändringar" in each for each in read.document.remarks)


def test_text_in_content_controls_and_text_boxes_is_read() -> None:
    def wrap(document: WordDocument) -> None:
        (paragraph,) = (each for each in document.paragraphs if each.text.startswith("Vård där"))
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        paragraph._p.addprevious(control)
        control.append(content)
        content.append(paragraph._p)
        box = OxmlElement("w:txbxContent")
        inner = copy.deepcopy(document.paragraphs[-1]._p)
        box.append(inner)
        holder = document.paragraphs[1].add_run()._r
        holder.append(box)
        Paragraph(inner, document.paragraphs[1]._parent).text = "Ett löfte i en ruta"

    found = found_in(word_file(wrap))
    assert verdicts(found) == SAME
    assert "Ett löfte i en ruta" in [each.text for each in found.foreign]


def test_text_in_a_frame_is_text() -> None:
    def frame(document: WordDocument) -> None:
        heading, vision = document.paragraphs[2:4]
        table = document.add_table(rows=1, cols=1)
        heading._p.addprevious(table._tbl)
        cell = table.cell(0, 0)
        for each in (heading, vision):
            cell._tc.append(each._p)

    assert verdicts(found_in(word_file(frame))) == SAME


@given(place=st.integers(0, 10_000), word=st.sampled_from(["inte", "Vården", "2030", "–", "kommunen"]))
def test_one_word_more_is_never_said_to_be_identical(place: int, word: str) -> None:
    part = next(each for each in governed_parts(strategy()) if each.id == "D1")
    words = HOME.split(" ")
    at = 1 + place % (len(words) - 1)
    if words[at].endswith(("-", "\n")) or word in words[at - 1 : at + 1]:
        return
    text = " ".join([*words[:at], word, *words[at:]])
    document = read_document("d1.md", f"# {part.title}\n\n{text}\n".encode())
    found = verify(document, part)
    assert not found.is_identical


@given(place=st.integers(0, 10_000))
def test_one_word_less_is_never_said_to_be_identical(place: int) -> None:
    part = next(each for each in governed_parts(strategy()) if each.id == "D1")
    words = HOME.split(" ")
    at = place % len(words)
    if not any(letter.isalnum() for letter in words[at]):
        return
    text = " ".join([*words[:at], *words[at + 1 :]])
    document = read_document("d1.md", f"# {part.title}\n\n{text}\n".encode())
    assert not verify(document, part).is_identical


TYPOGRAPHY = [(" ", "\u00a0"), ("”", '"'), ("–", "-"), (" ", "\n"), ("å", "a\u030a"), ("tt", "t\u00adt")]


@given(changes=st.lists(st.tuples(st.sampled_from(TYPOGRAPHY), st.integers(0, 10_000)), max_size=12))
def test_typography_alone_is_always_identical(changes: list[tuple[tuple[str, str], int]]) -> None:
    part = next(each for each in governed_parts(strategy()) if each.id == "D1")
    text = HOME.replace("- v", "• v").replace("- d", "• d").replace("- ”", "• ”")
    for (before, after), place in changes:
        # The space after a bullet is not one between words.
        found = [each.start() for each in re.finditer(before, text) if text[each.start() - 1] != "•"]
        if found:
            at = found[place % len(found)]
            text = text[:at] + after + text[at + len(before) :]
    document = read_document("d1.txt", f"{part.title}\n\n{text}\n".encode())
    assert verify(document, part).is_identical, text


@pytest.mark.parametrize("name", ["antagen.md", "antagen.txt"])
def test_a_huge_text_takes_no_longer_than_its_length(name: str) -> None:
    lines = [
        f"Stycke {number} om vården nära hemmet och en del annat som sägs ofta." for number in range(4000)
    ]
    seconds = []
    for times in (1, 4):
        raw = (
            "# Målbild\n\nVård där du är – hela livet\n\n# Nära hem\n\n" + "\n\n".join(lines * times)
        ).encode()
        begun = time.perf_counter()
        found = found_in(raw, name)
        seconds.append(time.perf_counter() - begun)
        assert not found.is_identical
    assert seconds[1] < 10 * max(seconds[0], 0.05)
