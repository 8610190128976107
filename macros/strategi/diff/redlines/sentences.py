"""Find where one sentence ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategi.diff.redlines.tokens import BOUNDARY, BREAK
from strategi.model.redline import Token

_BETWEEN = frozenset({BREAK, BOUNDARY})
_ENDS = frozenset(".!?…")
_CLOSES = frozenset("”\"’')»]")
_LAST_SIGNS = _ENDS | _CLOSES | _BETWEEN
_OPENS = frozenset("”\"“’'(»«[–—•")
# Abbreviations that may stand last in a sentence, and those that have something after them.
_LAST = frozenset({"m.m.", "m.fl.", "o.s.v.", "o.d.", "e.d.", "d.d."})
_NOT_LAST = re.compile(
    "art|bil|bl|ca|dnr|dr|dvs|ex|fig|fr|jfr|kap|kl|kr|mom|nr|nuv|obs|prof|prop|resp|s|sid|st|tab|tel|to"
)


def sentences(words: Sequence[Token], is_spaced: Sequence[bool]) -> list[range]:
    """The places of each sentence's words, without line breaks; `is_spaced` says which have a space after."""
    return [found for found in _cut(words, is_spaced) if found]


def may_end(word: Token) -> bool:
    """Whether a sentence may end with the word, or with what stands beside it."""
    return word.text[-1:] in _LAST_SIGNS


def _cut(words: Sequence[Token], is_spaced: Sequence[bool]) -> Iterator[range]:
    start = 0
    for place, word in enumerate(words):
        if word.text in _BETWEEN:
            yield range(start, place)
            start = place + 1
        elif may_end(word) and is_spaced[place] and _is_last(words, place) and _may_begin(words, place + 1):
            yield range(start, place + 1)
            start = place + 1
    yield range(start, len(words))


def _is_last(words: Sequence[Token], place: int) -> bool:
    while place and words[place].text in _CLOSES:
        place -= 1
    text = words[place].text
    if text == "." and place:
        return not _is_short_for_something(words[place - 1].text)
    return text in _ENDS or text in _LAST or text.startswith("..")


def _is_short_for_something(text: str) -> bool:
    return bool(_NOT_LAST.fullmatch(text.lower())) or (len(text) == 1 and text.isupper())


def _may_begin(words: Sequence[Token], place: int) -> bool:
    first = words[place].text[:1] if place < len(words) else ""
    return first.isupper() or first.isdigit() or first in _OPENS
