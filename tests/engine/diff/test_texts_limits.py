"""Test that comparing any text, however long and monotonous, takes work in proportion to its length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.sequences import match
from strategi.diff.redlines.similarity import bag, likely_pairs
from strategi.diff.redlines.texts import compare_texts
from strategi.diff.redlines.tokens import tokens

from tests.engine.diff.redline_sides import new_side, old_side

LENGTH = 5_000


def invented(seed: int, words: int, kinds: int = 4_000) -> list[str]:
    random = Random(seed)
    return [f"ord{random.randrange(kinds):x}x" for _ in range(words)]


def in_blocks(words: Sequence[str]) -> str:
    return "\n\n".join(words)


LONG = {
    "one-word paragraphs and others": (in_blocks(invented(1, LENGTH)), in_blocks(invented(2, LENGTH))),
    "one-word items and others": (
        "- " + "\n- ".join(invented(1, LENGTH)),
        "- " + "\n- ".join(invented(2, LENGTH)),
    ),
    "the same paragraph over and over": (
        in_blocks(["Lika."] * LENGTH),
        in_blocks(["Lika."] * (LENGTH - 999)),
    ),
    "two paragraphs in any order": (in_blocks(invented(1, LENGTH, 2)), in_blocks(invented(2, LENGTH, 2))),
    "paragraphs in reverse": (in_blocks(invented(1, LENGTH)), in_blocks(invented(1, LENGTH)[::-1])),
    "one paragraph and another": (" ".join(invented(1, 13_000)), " ".join(invented(2, 13_000))),
    "one paragraph in reverse": (" ".join(invented(1, 13_000)), " ".join(invented(1, 13_000)[::-1])),
    "one paragraph of two words": (" ".join(invented(1, 13_000, 2)), " ".join(invented(2, 13_000, 2))),
    "one paragraph cut in a thousand": (
        ". ".join(map(str.title, invented(1, LENGTH))),
        ".\n\n".join(map(str.title, invented(1, LENGTH))),
    ),
    "the same sentence over and over": (
        "Vi möts ofta här. " * 3_000,
        "Vi möts ofta här. " * 2_500 + "Vi möts.",
    ),
    "deep quotations": (">" * 2_000 + " a", "> " * 1_000 + "b"),
    "unclosed formatting": ("*[" * 1_000, "[*" * 1_000),
}


@pytest.mark.parametrize("texts", LONG.values(), ids=LONG)
def test_a_long_text_is_compared_without_loss(texts: tuple[str, str]) -> None:
    old, new = texts
    redline = compare_texts(old, new)
    assert old_side(redline) == text_blocks(old)
    assert new_side(redline) == text_blocks(new)


@pytest.mark.parametrize("kinds", [1, 2, 10, 100, 10_000])
def test_matching_weighs_few_pairs_for_each_element(kinds: int) -> None:
    old, new = invented(1, LENGTH, kinds), invented(2, LENGTH, kinds)
    weigh = Counted(lambda _: 1.0)
    match(old, new, weigh)
    assert weigh.calls <= 100 * LENGTH


@pytest.mark.parametrize("kinds", [1, 2, 10, 100, 10_000])
def test_few_passages_are_compared_with_each_passage(kinds: int) -> None:
    bags = [[bag(tokens(word)) for word in invented(seed, LENGTH, kinds)] for seed in (1, 2)]
    assert len(list(likely_pairs(*bags))) <= 5 * LENGTH


class Counted:
    """A function that counts how often it is called."""

    def __init__(self, called: Callable[[str], float]) -> None:
        self.calls = 0
        self._called = called

    def __call__(self, value: str) -> float:
        self.calls += 1
        return self._called(value)
