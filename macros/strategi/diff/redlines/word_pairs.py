"""Pair the words of two passages that are the same, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from strategi.diff.redlines.islands import without_islands
from strategi.diff.redlines.sentences import may_end
from strategi.diff.redlines.sequences import Pair, Part, match, trimmed
from strategi.diff.redlines.wordings import Wording
from strategi.model.redline import Cell, Token

# So few tokens, words and the spaces between them, are no more than three words.
_FEW_TOKENS = 5


class Words(NamedTuple):
    """Some words of a wording, by their places in it."""

    wording: Wording
    places: Sequence[int]

    @property
    def tokens(self) -> Cell:
        """The words themselves."""
        return tuple(self.wording.words[place] for place in self.places)


def equal_words(old: Words, new: Words) -> list[Pair]:
    """Pair the places of equal words, but not where they stand alone among changes."""
    here, there = old.tokens, new.tokens
    pairs = without_islands(match(here, there, _weight), here, there)
    return [(old.places[one], new.places[other]) for one, other in pairs]


def only_change(old: Cell, new: Cell) -> Part | None:
    """The tokens that differ, if it is plain to see that they are a few words within a sentence."""
    part = trimmed(old, new, Part(0, len(old), 0, len(new)))
    changed = old[part.old_start : part.old_end], new[part.new_start : part.new_end]
    is_plain = all(len(tokens) <= _FEW_TOKENS and not any(map(may_end, tokens)) for tokens in changed)
    return part if is_plain else None


def _weight(word: Token) -> float:
    return len(word.text) if word.text.isalnum() else 0.5
