"""Laws of showing a redline: no word of either text is lost, and the markup is whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as some
from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.texts import compare_texts
from strategi.model.redline import BlockChange
from strategi.render.redlines.lines import Line, Pair, stretches

from tests.engine.render.redline_examples import shown

# What Markdown means something by, and words that often come again.
PIECES = some.sampled_from(
    [
        *("vård", "nära hemmet", "*stöd*", "**6,0 %**", "`kod`", "<b>", "&"),
        *("[se](https://a.example/)", "[se](../b.md)", ". ", " ", "\n", "\\\n", "\n\n"),
        *("\n- ", "\n  - ", "\n2. ", "\n> ", "\n\n## ", "\n\n***\n\n"),
        *("\n\n| a | b |\n|---|---|\n| c | d |\n", "\n\n```\nrad\n\n  rad\n```\n"),
    ]
)
TEXTS = some.lists(PIECES, max_size=14).map("".join)
often = settings(max_examples=200)


@given(TEXTS, TEXTS)
@often
def test_both_texts_can_be_read_whole(old: str, new: str) -> None:
    found = stretches(compare_texts(old, new))
    olds = [line for each in found for line in (_old(each.pairs) if each.is_changed else each.inline)]
    news = [line for each in found for line in (_new(each.pairs) if each.is_changed else each.inline)]
    assert [_text(line) for line in olds] == [block.text for block in text_blocks(old)]
    assert [_text(line) for line in news] == [block.text for block in text_blocks(new)]
    assert [line.shape.kind for line in news] == [block.kind for block in text_blocks(new)]


@given(TEXTS, TEXTS)
@often
def test_the_markup_is_whole_and_every_end_of_a_move_has_its_other(old: str, new: str) -> None:
    page = ElementTree.fromstring(f"<root>{shown(compare_texts(old, new))}</root>")
    ids = Counter(each.attrib["id"] for each in page.iter() if "id" in each.attrib)
    targets = Counter(each.attrib["href"].removeprefix("#") for each in page.iter("a") if "id" in each.attrib)
    assert ids == targets and set(ids.values()) <= {1}


@given(TEXTS)
@often
def test_a_text_compared_with_itself_is_one_passage_without_signs(text: str) -> None:
    found = stretches(compare_texts(text, text))
    assert [each.is_changed for each in found] == [False] * bool(text_blocks(text))
    assert "<ins" not in shown(compare_texts(text, text))


@given(TEXTS, TEXTS)
@often
def test_every_block_stands_in_exactly_one_passage(old: str, new: str) -> None:
    redline = compare_texts(old, new)
    found = stretches(redline)
    assert sum(len(each.blocks) for each in found) == len(redline.blocks)
    assert sum(each.places for each in found) == len(list(redline.passages()))
    assert all(
        block.change is BlockChange.EQUAL for each in found if not each.is_changed for block in each.blocks
    )


def _old(pairs: Iterable[Pair]) -> Iterable[Line]:
    return (line for pair in pairs for line in pair.old)


def _new(pairs: Iterable[Pair]) -> Iterable[Line]:
    return (line for pair in pairs for line in pair.new)


def _text(line: Line) -> str:
    return "\t".join("".join(span.text for span in cell) for cell in line.cells)
