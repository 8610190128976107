"""Mark sentences that have moved within a passage or to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from strategi.diff.redlines.moves import edited_elsewhere, equal_elsewhere, stretches
from strategi.diff.redlines.passages import MOVED_WORDS, Passage
from strategi.diff.redlines.sequences import Pair
from strategi.diff.redlines.similarity import bag
from strategi.diff.redlines.word_pairs import Words, equal_words
from strategi.diff.redlines.wordings import Rewording, Wording

Side = tuple[Wording, list[int], dict[int, int]]
"""A wording, its sentences that are free, and where it is kept which words moved."""


def mark_equal_elsewhere(rewordings: Sequence[Rewording], numbers: Iterator[int]) -> None:
    """Mark sentences that stand unchanged elsewhere; each move takes one of the numbers."""
    old, new = _Sentences(map(_old_side, rewordings)), _Sentences(map(_new_side, rewordings))

    def is_enough(stretch: Sequence[Pair]) -> bool:
        return sum(bag(old.words[place].tokens).count for place, _ in stretch) >= MOVED_WORDS

    here, there = ({place: words.tokens for place, words in side.words.items()} for side in (old, new))
    _mark(old, new, equal_elsewhere(here, there, is_enough), numbers)


def mark_edited_elsewhere(rewordings: Sequence[Rewording], numbers: Iterator[int]) -> None:
    """Mark what is the same in sentences that stand elsewhere, but with other words in them."""
    old, new = _Sentences(map(_old_side, rewordings)), _Sentences(map(_new_side, rewordings))
    _mark(old, new, edited_elsewhere(old.passages(), new.passages()), numbers)


class _Sentences:
    """Sentences of many passages, by their place in all of them together."""

    def __init__(self, sides: Iterable[Side]) -> None:
        self.words: dict[int, Words] = {}
        self.moves: dict[int, dict[int, int]] = {}
        start = 0
        for wording, sentences, moves in sides:
            self.words |= {start + each: Words(wording, wording.sentences[each]) for each in sentences}
            self.moves |= {start + each: moves for each in sentences}
            start += len(wording.sentences) + 1  # a sentence of another passage is no neighbour

    def passages(self) -> list[Passage]:
        return [Passage(place, words.tokens) for place, words in self.words.items()]


def _mark(old: _Sentences, new: _Sentences, pairs: Iterable[Pair], numbers: Iterator[int]) -> None:
    for stretch in stretches(pairs):
        number = next(numbers)
        for one, other in stretch:
            for here, there in equal_words(old.words[one], new.words[other]):
                old.moves[one][here] = number
                new.moves[other][there] = number


def _old_side(rewording: Rewording) -> Side:
    return rewording.old, rewording.free_old(), rewording.away


def _new_side(rewording: Rewording) -> Side:
    return rewording.new, rewording.free_new(), rewording.here
