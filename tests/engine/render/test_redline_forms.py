"""How a redline is shown: as its golden files say, in markup that is whole, and safe to follow."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser
from strategi.diff.redlines.texts import compare_texts
from strategi.model.redline import Mark, Op, Run, Token
from strategi.render.redlines.lines import Stretch, stretches
from strategi.render.redlines.shape_words import shape_note
from strategi.render.redlines.spans import Span, spans
from strategi.render.redlines.stretch_words import counted_blocks, stretch_words

from tests.engine.render.redline_examples import examples, shown

NAMES = sorted(examples())
TWO = "Ett ord till alla här. Ett annat till dem där."
DIVIDED = TWO.replace(". ", ".\n\n")
AROUND = "Här står ett stycke som är detsamma.\n\n{}\n\nOch här står ett annat som inte heller ändras."


@pytest.fixture(scope="module", params=NAMES)
def html(request: pytest.FixtureRequest) -> str:
    return shown(examples()[request.param])


def changed(old: str, new: str) -> Stretch:
    """The one passage that differs between two texts, which stand among others."""
    found = stretches(compare_texts(AROUND.format(old), AROUND.format(new)))
    (passage,) = (each for each in found if each.is_changed)
    return passage


@pytest.mark.parametrize("name", NAMES)
def test_is_as_its_golden_file(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"render/redline/{name}.html", shown(examples()[name]))


def test_every_tag_is_closed(html: str) -> None:
    ElementTree.fromstring(f"<root>{html}</root>")


def test_every_end_of_a_move_leads_to_the_other(html: str) -> None:
    page = LexborHTMLParser(html)
    ids = [each.attributes["id"] for each in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert sorted(f"#{id}" for id in ids) == sorted(each.attributes["href"] for each in page.css(".ls-move"))


def test_both_ends_of_what_was_moved_are_marked_in_both_forms() -> None:
    for name in ("moved-block", "moved-sentence"):
        assert len(LexborHTMLParser(shown(examples()[name])).css(".ls-move")) == 4


def test_what_differs_is_told_by_ear(html: str) -> None:
    for each in LexborHTMLParser(html).css("ins, del"):
        first, *_, last = each.css(".ls-hidden")
        assert last.text().strip() == f"slut på {first.text().strip(' [:')}]"


def test_only_what_is_safe_anywhere_is_a_link() -> None:
    safe = ["https://a.example/", "HTTP://a.example/", "mailto:a@example.org"]
    other = ["javascript:a", " javascript:a", "data:text/html,a", "//a.example", "../vision.md", "#del", ""]
    tokens = tuple(Token(target, (Mark("link", target),)) for target in safe + other)
    pieces = spans([Run(Op.EQUAL, tokens)])[0].pieces
    assert [piece.text for piece in pieces if piece.marks] == safe


def test_a_space_alone_gets_no_sign() -> None:
    assert [span.kind for span in spans([Run(Op.INSERTED, (Token(" "),))])] == ["equal"]
    assert [span.kind for span in spans([Run(Op.INSERTED, (Token("\n"),))])] == ["inserted"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("ord", "**ord**", "fetstil tillagd"),
        ("*ord*", "ord", "kursiv stil borttagen"),
        ("`ord`", "*ord*", "kursiv stil tillagd, kodstil borttagen"),
        ("ord", "[ord](https://b.example)", "länk till https://b.example tillagd"),
        ("[ord](https://b.example)", "ord", "länk till https://b.example borttagen"),
        (
            "[ord](https://b.example)",
            "[ord](https://c.example)",
            "länken leder till https://c.example, förut till https://b.example",
        ),
        ("![ord](b.png)", "![ord](c.png)", "bilden är en annan"),
        ('[ord](https://b.example "a")', '[ord](https://b.example "b")', "formateringen är ändrad"),
    ],
)
def test_formatting_is_told_in_words(old: str, new: str, words: str) -> None:
    passage = changed(f"Ett {old} till alla", f"Ett {new} till alla")
    assert [(span.kind, span.note) for span in _unequal(passage)] == [("reformatted", words)]
    assert _unequal(passage)[0].text == "ord"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- ett ord till alla", "ett ord till alla", "Var en punkt i en lista, är nu ett stycke."),
        ("ett ord till alla", "## ett ord till alla", "Var ett stycke, är nu en rubrik."),
        ("ett ord till alla", "> ett ord till alla", "Var ett stycke, är nu ett citat."),
        ("# ett ord till alla", "### ett ord till alla", "Rubriken har fått en annan nivå."),
        ("2. ett ord till alla", "4. ett ord till alla", "Listan börjar nu på 4."),
        ("- en punkt\n- ett ord till alla", "- en punkt\n  - ett ord till alla", "Står på en annan nivå."),
        ("- en punkt\n- ett ord till alla", "- en punkt\n\n  ett ord till alla",
         "Var en punkt i en lista, är nu ett stycke i en punkt."),
        ("ett ord\n\n***", "ett ord", "Linjen är borttagen."),
        (TWO, DIVIDED, "Stycket är delat i flera."),
        (DIVIDED, TWO, "Flera stycken har blivit ett."),
        ("ett ord till alla", "ett ord till andra", ""),
    ],
)  # fmt: skip
def test_the_form_of_a_block_is_told_in_words(old: str, new: str, words: str) -> None:
    notes = [shape_note(each) for each in changed(old, new).blocks]
    assert "".join(notes) == words


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "nytt", "nytt stycke"),
        ("", "ett nytt\n\nett annat", "nya stycken"),
        ("## Rubrik", "", "struken rubrik"),
        ("ett gammalt ord", "något annat som är helt nytt", "ändrade stycken"),
        ("| a |\n|---|\n| ett |", "| a |\n|---|\n| ett |\n| två |", "ny tabellrad"),
        ("- en punkt", "Något helt annat som inte liknar.", "ändrad text"),
        ("```\na\n```", "```\nb\n```", "ändrad text"),
        (TWO, DIVIDED, "delat stycke"),
    ],
)  # fmt: skip
def test_a_passage_is_named_after_what_happened_in_it(old: str, new: str, words: str) -> None:
    assert stretch_words(changed(old, new).blocks) == words


def test_what_is_the_same_is_counted() -> None:
    assert counted_blocks(compare_texts("a\n\nb", "a\n\nb").blocks) == (2, "stycken")
    assert counted_blocks(compare_texts("- a", "- a").blocks) == (1, "punkt")
    assert counted_blocks(compare_texts("a\n\n- b", "a\n\n- b").blocks) == (2, "stycken")


def test_a_table_stays_whole() -> None:
    passage = changed("| a |\n|---|\n| ett |\n| två |", "| a |\n|---|\n| ett |\n| tre |")
    assert [(len(pair.old), len(pair.new)) for pair in passage.pairs] == [(3, 3)]


def test_a_new_column_stands_only_beside_the_old_table() -> None:
    (pair,) = changed("| a |\n|---|\n| ett |", "| a | b |\n|---|---|\n| ett | två |").pairs
    assert [len(line.cells) for line in pair.old] == [1, 1]
    assert [len(line.cells) for line in pair.new] == [2, 2]


def test_what_is_new_as_a_whole_stands_together_in_its_column() -> None:
    passage = changed("Det första ordet.", "Det andra ordet.\n\nNytt.\n\nNyare.\n\nNyast.")
    assert [(len(pair.old), len(pair.new)) for pair in passage.pairs] == [(1, 1), (0, 3)]


def test_items_keep_the_numbers_they_had_and_have() -> None:
    found = stretches(compare_texts("1. ett\n2. två\n3. tre", "1. ett\n2. tre"))
    assert [line.number for stretch in found for line in stretch.inline] == [1, 2, 2]
    nested = stretches(compare_texts("1. a\n   1. b\n2. c\n   1. d\n   2. e", ""))
    assert [line.number for line in nested[0].inline] == [1, 1, 2, 1, 2]


def test_nothing_in_the_templates_adds_words_to_the_text() -> None:
    bare = re.sub(r'<span class="ls-(?:hidden|said)">.*?</span>', "", shown(compare_texts("a b d", "a c d")))
    sections = [re.sub(r"<[^>]+>", "", each).strip() for each in re.split(r"</section>|</div>", bare)]
    assert sections == ["a bc d", "a b d", "a c d", ""]


def _unequal(passage: Stretch) -> list[Span]:
    spans_of = (span for line in passage.inline for cell in line.cells for span in cell)
    return [span for span in spans_of if span.kind != "equal"]
