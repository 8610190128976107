"""Laws of redlines: nothing is lost, nothing is invented, and both directions tell the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser
from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.chunks import plain_text
from strategi.diff.redlines.markdown import parsed_blocks
from strategi.diff.redlines.mirror import mirror, mirror_runs
from strategi.diff.redlines.texts import compare_texts
from strategi.diff.redlines.tokens import tokens
from strategi.diff.redlines.words import compare_words
from strategi.model.redline import NEW_OPS, OLD_OPS, Block, BlockChange, Op, Redline, Run, Token
from strategi.render.prose import prose

from tests.engine.diff.redline_sides import new_side, old_side
from tests.engine.properties.redline_texts import any_pairs, documents, marks, pairs

often = settings(max_examples=150)
NUMBER = re.compile(r"(?<![\w.,–-])(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)*(?: %)?(?![\w–-])")
ONE_SIDED = {BlockChange.INSERTED, BlockChange.DELETED, BlockChange.MOVED_HERE, BlockChange.MOVED_AWAY}


@often
@given(pairs | any_pairs)
def test_without_what_was_inserted_it_is_the_old_text_and_without_what_was_deleted_the_new(
    texts: tuple[str, str],
) -> None:
    old, new = texts
    redline = compare_texts(old, new)
    assert old_side(redline) == parsed_blocks(plain_text(old))
    assert new_side(redline) == parsed_blocks(plain_text(new))


@often
@given(pairs | any_pairs)
def test_the_other_way_round_it_is_the_mirror(texts: tuple[str, str]) -> None:
    old, new = texts
    redline = compare_texts(old, new)
    assert compare_texts(new, old) == mirror(redline)
    assert mirror(mirror(redline)) == redline


@often
@given(documents | marks)
def test_equal_texts_differ_in_nothing(text: str) -> None:
    redline = compare_texts(text, text)
    assert redline.is_equal
    assert all(run.op is Op.EQUAL for run in runs_of(redline))


@often
@given(pairs)
def test_a_block_is_what_it_is_called(texts: tuple[str, str]) -> None:
    for block in compare_texts(*texts).blocks:
        ops = {run.op for cell in block.cells for run in cell}
        if block.change is BlockChange.EQUAL:
            assert ops <= {Op.EQUAL}
            assert block.old == block.new
        elif block.change is BlockChange.CHANGED:
            assert block.old != block.new
            assert ops - {Op.EQUAL} or shape(block.old) != shape(block.new)
        elif block.change in {BlockChange.INSERTED, BlockChange.DELETED}:
            assert ops <= (NEW_OPS if block.change is BlockChange.INSERTED else OLD_OPS) - {Op.EQUAL}


@often
@given(pairs)
def test_every_move_has_two_ends_and_its_number_follows_the_new_text(texts: tuple[str, str]) -> None:
    redline = compare_texts(*texts)
    here, away = ends(redline, Op.MOVED_HERE), ends(redline, Op.MOVED_AWAY)
    assert list(dict.fromkeys(here)) == list(range(1, len(set(here)) + 1))
    assert set(here) == set(away)
    blocks = Counter(block.move for block in redline.blocks if block.move)
    assert set(blocks.values()) <= {2}


@often
@given(pairs)
def test_what_moved_within_blocks_says_the_same_at_both_ends(texts: tuple[str, str]) -> None:
    redline = compare_texts(*texts)
    for move in {run.move for run in runs_of(redline) if run.op is Op.MOVED_HERE}:
        assert words_of(redline, Op.MOVED_HERE, move) == words_of(redline, Op.MOVED_AWAY, move)


@often
@given(pairs)
def test_no_number_is_cut(texts: tuple[str, str]) -> None:
    for block in [*old_side(compare_texts(*texts)), *new_side(compare_texts(*texts))]:
        for cell in block.cells:
            assert_numbers_whole(cell)


@often
@given(documents | marks)
def test_cutting_a_text_into_chunks_changes_nothing(text: str) -> None:
    assert text_blocks(text) == parsed_blocks(plain_text(text))


@often
@given(documents | marks)
def test_the_words_are_those_of_the_page(text: str) -> None:
    page = LexborHTMLParser(str(prose(plain_text(text)))).body
    shown = page.text(separator="") if page else ""
    words = "".join(token.text for block in text_blocks(text) for token in visible(block))
    assert letters(words) == letters(shown)


@often
@given(any_pairs)
def test_words_alone_are_told_apart_without_loss(texts: tuple[str, str]) -> None:
    old, new = texts
    runs = compare_words(old, new)
    assert side(runs, OLD_OPS) == tokens(plain_text(old))
    assert side(runs, NEW_OPS) == tokens(plain_text(new))
    assert compare_words(new, old) == mirror_runs(runs)


def runs_of(redline: Redline) -> Iterator[Run]:
    return (run for block in redline.blocks for cell in block.cells for run in cell)


def shape(block: Block | None) -> tuple[object, ...]:
    assert block is not None
    return block.kind, block.path, block.begins_item, block.level, block.language, len(block.cells)


def ends(redline: Redline, op: Op) -> list[int]:
    """The numbers of moves that have that end, in reading order."""
    found = []
    for block in redline.blocks:
        found += [block.move] if block.change.value == op.value else []
        found += [run.move for cell in block.cells for run in cell if run.op is op]
    return found


def words_of(redline: Redline, op: Op, move: int) -> list[Token]:
    held = [run for run in runs_of(redline) if run.op is op and run.move == move]
    return [token for run in held for token in run.tokens if not token.text.isspace()]


def assert_numbers_whole(cell: tuple[Token, ...]) -> None:
    """Every number in the text stands within one token, where its formatting is the same throughout."""
    text = "".join(token.text for token in cell)
    starts, at = {}, 0
    for token in cell:
        starts[at] = at + len(token.text)
        at += len(token.text)
    for number in NUMBER.finditer(text):
        assert any(start <= number.start() and number.end() <= end for start, end in starts.items()), text


def visible(block: Block) -> Iterator[Token]:
    """The tokens that a page shows as words: those of images are not."""
    return (
        token
        for cell in block.cells
        for token in cell
        if not any(mark.kind == "image" for mark in token.marks)
    )


def letters(text: str) -> str:
    return "".join(text.split())


def side(runs: tuple[Run, ...], ops: frozenset[Op]) -> tuple[Token, ...]:
    return tuple(token for run in runs if run.op in ops for token in run.tokens)
