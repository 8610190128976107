"""Which words of passages are the same, which are other ones, and which stand elsewhere?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from macros.diff.gaps import Unpaired, found_between, in_order, single_groups
from macros.diff.grouping import Group, lone_groups, similar_groups
from macros.diff.islands import without_islands
from macros.diff.moves import edited_elsewhere, equal_elsewhere, stretches
from macros.diff.passages import MOVED_WORDS, Passage
from macros.diff.sentences import may_end
from macros.diff.sequences import Pair, Part, match, trimmed
from macros.diff.similarity import bag
from macros.diff.wordings import Rewording, Wording
from macros.model.redline import Token

_FEW_WORDS = 3


class _Words(NamedTuple):
    """Some words of a wording."""

    wording: Wording
    places: Sequence[int]
    moves: dict[int, int]
    """Where it is kept which of the wording's words moved."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.wording.words_at(self.places)


# Sentences by their place in all passages together; what follows on each other in a passage does so here.
_Sentences = dict[int, _Words]


def weave(rewordings: Sequence[Rewording], numbers: Iterator[int]) -> None:
    """Pair the words of every passage, and find sentences that moved in them or between them.

    Each move takes one of the numbers.
    """
    wide = [each for each in rewordings if not _find_only_change(each)]
    equal = [_pair_equal_sentences(each) for each in wide]
    _move_sentences(wide, numbers, find=_equal_elsewhere)
    for each, groups in zip(wide, equal, strict=True):
        _pair_similar_sentences(each, groups)
    _move_sentences(wide, numbers, find=_edited_elsewhere)


def pair_words(rewording: Rewording) -> None:
    """Pair the words of one passage: whole sentences first, then the words of similar ones."""
    if not _find_only_change(rewording):
        _pair_similar_sentences(rewording, _pair_equal_sentences(rewording))


def _find_only_change(rewording: Rewording) -> bool:
    """Say whether it is plain to see that a few words within a sentence differ, and nothing else."""
    old, new = rewording.old_tokens, rewording.new_tokens
    part = trimmed(old, new, Part(0, len(old), 0, len(new)))
    changed = old[part.old_start : part.old_end], new[part.new_start : part.new_end]
    is_plain = all(len(tokens) < 2 * _FEW_WORDS and not any(map(may_end, tokens)) for tokens in changed)
    rewording.only_change = part if is_plain else None
    return is_plain


def _pair_equal_sentences(rewording: Rewording) -> list[Group]:
    old, new = rewording.old, rewording.new
    pairs = match(old.all_sentences(), new.all_sentences(), len)
    for here, there in pairs:
        rewording.pairs += zip(old.sentences[here], new.sentences[there], strict=True)
    return single_groups(pairs)


def _pair_similar_sentences(rewording: Rewording, groups: Sequence[Group]) -> None:
    unpaired = Unpaired(
        rewording.old.passages(rewording.free_old()), rewording.new.passages(rewording.free_new())
    )
    similar = found_between(groups, unpaired, find=similar_groups)
    known = in_order([*groups, *similar])
    lone = found_between(known, unpaired.without(similar), find=lone_groups)
    _pair_words_of([*similar, *lone], rewording)


def _pair_words_of(groups: Iterable[Group], rewording: Rewording) -> None:
    old, new = rewording.old, rewording.new
    for group in groups:
        here = _Words(old, [*chain.from_iterable(old.sentences[each] for each in group.old)], rewording.away)
        there = _Words(new, [*chain.from_iterable(new.sentences[each] for each in group.new)], rewording.here)
        rewording.pairs += _equal_words(here, there)
    rewording.pairs.sort()


def _equal_words(old: _Words, new: _Words) -> list[Pair]:
    here, there = old.tokens, new.tokens
    pairs = without_islands(match(here, there, _letters), here, there)
    return [(old.places[one], new.places[other]) for one, other in pairs]


def _letters(word: Token) -> float:
    return len(word.text) if word.text.isalnum() else 0.5


def _move_sentences(
    rewordings: Sequence[Rewording],
    numbers: Iterator[int],
    *,
    find: Callable[[_Sentences, _Sentences], list[Pair]],
) -> None:
    """Mark the words of free sentences that stand elsewhere."""
    old = _in_all((each.old, each.free_old(), each.away) for each in rewordings)
    new = _in_all((each.new, each.free_new(), each.here) for each in rewordings)
    for stretch in stretches(find(old, new)):
        number = next(numbers)
        for one, other in stretch:
            for here, there in _equal_words(old[one], new[other]):
                old[one].moves[here] = number
                new[other].moves[there] = number


def _in_all(sides: Iterable[tuple[Wording, list[int], dict[int, int]]]) -> _Sentences:
    found: _Sentences = {}
    start = 0
    for wording, sentences, moves in sides:
        found |= {start + each: _Words(wording, wording.sentences[each], moves) for each in sentences}
        start += len(wording.sentences) + 1  # what ends a passage and what begins the next are not neighbours
    return found


def _equal_elsewhere(old: _Sentences, new: _Sentences) -> list[Pair]:
    here, there = ({place: each.tokens for place, each in side.items()} for side in (old, new))

    def is_enough(stretch: Sequence[Pair]) -> bool:
        return sum(bag(here[place]).count for place, _ in stretch) >= MOVED_WORDS

    return equal_elsewhere(here, there, is_enough)


def _edited_elsewhere(old: _Sentences, new: _Sentences) -> list[Pair]:
    here, there = ([Passage(place, each.tokens) for place, each in side.items()] for side in (old, new))
    return edited_elsewhere(here, there)
