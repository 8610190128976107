"""Align the words of many passages: find which are equal, which differ and which have moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from strategi.diff.redlines.gaps import Unpaired, found_between, in_order, single_groups
from strategi.diff.redlines.grouping import Group, lone_groups, similar_groups
from strategi.diff.redlines.moved_sentences import mark_edited_elsewhere, mark_equal_elsewhere
from strategi.diff.redlines.sequences import match
from strategi.diff.redlines.word_pairs import Words, equal_words, only_change
from strategi.diff.redlines.wordings import Rewording, Wording


def weave(rewordings: Iterable[Rewording], numbers: Iterator[int]) -> None:
    """Pair the words of every passage, and find sentences that moved in them or between them.

    Each move takes one of the numbers.
    """
    wide = [each for each in rewordings if not _is_settled(each)]
    equal = [_pair_equal_sentences(each) for each in wide]
    mark_equal_elsewhere(wide, numbers)
    for each, groups in zip(wide, equal, strict=True):
        _pair_similar_sentences(each, groups)
    mark_edited_elsewhere(wide, numbers)


def pair_words(rewording: Rewording) -> None:
    """Pair the words of one passage: whole sentences first, then the words of similar ones."""
    if not _is_settled(rewording):
        _pair_similar_sentences(rewording, _pair_equal_sentences(rewording))


def _is_settled(rewording: Rewording) -> bool:
    rewording.only_change = only_change(rewording.old_tokens, rewording.new_tokens)
    return rewording.only_change is not None


def _pair_equal_sentences(rewording: Rewording) -> list[Group]:
    old, new = rewording.old, rewording.new
    pairs = match(old.all_sentences(), new.all_sentences(), len)
    for here, there in pairs:
        rewording.pairs += zip(old.sentences[here], new.sentences[there], strict=True)
    return single_groups(pairs)


def _pair_similar_sentences(rewording: Rewording, groups: Sequence[Group]) -> None:
    """Pair the words of what is left between sentences that have a pair."""
    old, new = rewording.old, rewording.new
    unpaired = Unpaired(old.passages(rewording.free_old()), new.passages(rewording.free_new()))
    similar = found_between(groups, unpaired, find=similar_groups)
    known = in_order([*groups, *similar])
    lone = found_between(known, unpaired.without(similar), find=lone_groups)
    for group in (*similar, *lone):
        rewording.pairs += equal_words(_words(old, group.old), _words(new, group.new))
    rewording.pairs.sort()


def _words(wording: Wording, sentences: range) -> Words:
    return Words(wording, list(chain.from_iterable(wording.sentences[each] for each in sentences)))
