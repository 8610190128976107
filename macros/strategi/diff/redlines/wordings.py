"""Model two wordings of the same passage and what is known of them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cached_property

from strategi.diff.redlines.passages import Passage
from strategi.diff.redlines.sentences import sentences
from strategi.diff.redlines.sequences import Pair, Part
from strategi.diff.redlines.tokens import BREAK
from strategi.model.redline import Cell, Token


class Wording:
    """The tokens of a passage; its words are those that are more than space."""

    def __init__(self, tokens: Cell) -> None:
        self.tokens = tokens
        self.places = [place for place, (text, _) in enumerate(tokens) if not text.isspace() or text == BREAK]
        """Where the words stand among the tokens."""
        self.words = [tokens[place] for place in self.places]

    @cached_property
    def sentences(self) -> list[range]:
        """The words of each sentence, by their places among the words."""
        after = [*self.places, len(self.tokens)][1:]
        is_spaced = [later > place + 1 for place, later in zip(self.places, after, strict=True)]
        return sentences(self.words, is_spaced)

    def sentence(self, number: int) -> tuple[Token, ...]:
        """The words of one sentence."""
        words = self.sentences[number]
        return tuple(self.words[words.start : words.stop])

    def all_sentences(self) -> list[tuple[Token, ...]]:
        """The words of every sentence."""
        return list(map(self.sentence, range(len(self.sentences))))

    def free_sentences(self, taken: Container[int]) -> list[int]:
        """The numbers of sentences that have no word among those taken."""
        return [
            number
            for number, words in enumerate(self.sentences)
            if not any(place in taken for place in words)
        ]

    def passages(self, numbers: Iterable[int]) -> list[Passage]:
        """These sentences as passages, each with its number as its place."""
        return [Passage(number, self.sentence(number)) for number in numbers]


class Rewording:
    """An old and a new wording, either of which may be empty. What is found out about them is filled in."""

    def __init__(self, old: Cell, new: Cell) -> None:
        self.old_tokens, self.new_tokens = old, new
        self.pairs: list[Pair] = []
        """Words that stand in both, in the same order."""
        self.away: dict[int, int] = {}
        """Old words that stand elsewhere now, with the number of the move."""
        self.here: dict[int, int] = {}
        """New words that stood elsewhere."""
        self.only_change: Part | None = None
        """The tokens that differ, where all others are plainly the same; nothing else is filled in then."""

    @cached_property
    def old(self) -> Wording:
        """The old wording."""
        return Wording(self.old_tokens)

    @cached_property
    def new(self) -> Wording:
        """The new wording."""
        return Wording(self.new_tokens)

    def free_old(self) -> list[int]:
        """The old sentences of which no word is known to stand in the new text."""
        return self.old.free_sentences({old for old, _ in self.pairs} | self.away.keys())

    def free_new(self) -> list[int]:
        """The new sentences of which no word is known to have stood in the old text."""
        return self.new.free_sentences({new for _, new in self.pairs} | self.here.keys())
