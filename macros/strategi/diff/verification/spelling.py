"""Normalise words so that they compare equal however they are typeset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from strategi.model.verification import Typography

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_QUOTES = '”“„‟«»″〝〞"'
_APOSTROPHES = "’‘‚‛′`´'"
_HYPHENS = "‐‑−\u00ad-"
_DASHES = "–—―‒"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000\t"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "..."}
_HIDDEN = dict.fromkeys(map(ord, _INVISIBLE))
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE, ""),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_HYPHENS.replace("\u00ad", ""), "-"),
        **dict.fromkeys(_DASHES, "-"),
        **_LIGATURES,
    }
)
# A dash stands between words whether or not there is space around it; between figures it belongs to them.
_DASH_BETWEEN_WORDS = re.compile(rf"(?<![0-9])([{_DASHES}])|([{_DASHES}])(?![0-9])")
_DASH_BETWEEN_FIGURES = re.compile(rf"(?<=[0-9])\s*[{_DASHES}{_HYPHENS}]\s*(?=[0-9])")
_KINDS = {
    Typography.SPACE: re.compile(f"[{_SPACES}]"),
    Typography.QUOTES: re.compile(f"[{_QUOTES}{_APOSTROPHES}]"),
    Typography.DASHES: re.compile(f"(?:[{_DASHES}‐‑−]|(?<=\\s)-(?=\\s))"),
    Typography.HYPHENATION: re.compile(f"[{_INVISIBLE}]"),
    Typography.LETTERS: re.compile(f"[{''.join(_LIGATURES)}\u0300-\u036f]"),
}


def written_words(text: str) -> list[str]:
    """The words as they are written; a dash between words is one."""
    closed = _DASH_BETWEEN_FIGURES.sub(lambda found: found[0].strip(), text)
    return _DASH_BETWEEN_WORDS.sub(lambda found: f" {found[0]} ", closed).split()


@lru_cache(maxsize=1 << 15)
def spelled(word: str) -> str:
    """The word as it is compared. "" for what nobody sees."""
    return unicodedata.normalize("NFC", word).translate(_TABLE)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word for word in map(spelled, written_words(text)) if word]


def joined_words(text: str, known: Collection[str]) -> tuple[list[str], bool]:
    """The same of a document, where a known word that is divided at the end of a line is put together.

    The second value says whether any was.
    """
    found = list(_joined(words_of(text), known))
    return [word for word, _ in found], any(was_divided for _, was_divided in found)


def _joined(words: list[str], known: Collection[str]) -> Iterator[tuple[str, bool]]:
    at = 0
    while at < len(words):
        word = words[at]
        if word.endswith("-") and len(word) > 1 and word not in known and at + 1 < len(words):
            whole = [each for each in (word[:-1] + words[at + 1], word + words[at + 1]) if each in known]
            if whole:
                yield whole[0], True
                at += 2
                continue
        yield word, False
        at += 1


def typography(expected: str, adopted: str) -> Iterator[Typography]:
    """How two texts with the same words are typeset differently. Where lines are broken says nothing."""
    for kind, signs in _KINDS.items():
        if signs.findall(expected) != signs.findall(adopted):
            yield kind


def as_written(text: str) -> Mapping[str, str]:
    """How each word of a text is written, by how it is compared. What nobody sees is left out."""
    return {spelled(word): _visible(word) for word in reversed(written_words(text))}


def _visible(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_HIDDEN)
