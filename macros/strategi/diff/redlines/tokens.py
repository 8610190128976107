"""Split text into the smallest units compared: words, whole numbers, characters and the space between."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from strategi.model.redline import Mark, Token

BREAK = "\n"
"""The text of a hard line break."""
BOUNDARY = "\0"
"""The text of what is put between blocks that are compared as one; it stands in no text."""

_KEPT = 1 << 15

_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_LETTERS = r"[\w\u0300-\u036f\u00ad]+"
_FIGURE = r"(?:\d{1,3}(?:\s\d{3})+(?!\d)|\d+)(?:[.,:/–-]\d+)*"

# The first way that fits is taken. The two first say nothing new, but find most of a text in half the time.
_WAYS = (
    r" (?=\S)",
    r"[A-Za-zÅÄÖåäöé]++(?=[ ,;)]|\.(?: [A-Za-zÅÄÖ]|\Z))",
    r"\s+",
    rf"\d{{1,2}}\s(?:{_MONTH})\b(?:\s\d{{4}}\b)?",
    # A number with what belongs to it: 6,0 %, −3, kap. 4, s. 21–23, 3 §, 2:a, 65-årsdagen, 1 250-tal.
    rf"(?:(?:kap\.|sid\.|s\.|§§?)\s?|(?<!\w)[-−+±])?{_FIGURE}(?:\s?(?:[%‰]|§§?)|(?:[-:’'.]?\w+)*)",
    r"(?:[^\W\d_]{1,3}\.){2,}(?!\w)",
    # A word with its hyphens and colons: hälso-, EU:s; a registry number, an address.
    rf"{_LETTERS}(?:(?:[-:.’']|(?<=\d)[/,](?=\d)){_LETTERS})*(?:://\S*[\w/]|-(?!\S))?",
    r"[.–—-]{2,}",
    r"\S",
)


def tokens(text: str, marks: tuple[Mark, ...] = ()) -> tuple[Token, ...]:
    """Cut a text without markup; any white space is one space, also within a number."""
    found = _pattern().findall(text)
    return tuple(map(plain_token, found)) if not marks else tuple(marked_token(each, marks) for each in found)


def code_tokens(text: str) -> tuple[Token, ...]:
    """Cut the text of a code block: line breaks, indents and other wide space stay as they are."""
    pieces = _wide_space().split(text)
    words = (_pattern().findall(each) if at % 2 == 0 else [each] for at, each in enumerate(pieces))
    return tuple(map(Token, chain.from_iterable(words)))


def is_space(token: Token) -> bool:
    """Whether it only keeps words apart."""
    return token.text.isspace() and token.text != BREAK


@cache
def _wide_space() -> re.Pattern[str]:
    return re.compile(r"(\n|^[^\S\n]+|[^\S\n]{2,})", re.MULTILINE)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(_WAYS))


# Most tokens of a text stand many times in it: they are made once.
@lru_cache(maxsize=_KEPT)
def plain_token(text: str) -> Token:
    """A token without formatting, its white space folded."""
    return Token(text if text.isalpha() else " ".join(text.split()) or " ")


@lru_cache(maxsize=_KEPT)
def marked_token(text: str, marks: tuple[Mark, ...]) -> Token:
    """A token with formatting."""
    return plain_token(text)._replace(marks=marks)
