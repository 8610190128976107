"""Extract the title from a line of a document, without the number and the label before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from strategi.diff.verification.spelling import words_of
from strategi.model.words import Words

LONGEST = 16
"""No title has more words."""

_LABELS = ("avsnittet", "avsnitt", "indikator", "kapitel", r"kap\.?", "del", "steg", "§")
_NUMBER = r"(?:[a-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivx]{1,5}(?=[.):]))[.):]?"


def title_key(title: str) -> str:
    """A title as titles are compared: without case, and without a sign at the end."""
    return " ".join(words_of(title)).casefold().rstrip(" .:")


def title_keys(line: str, words: Words) -> Iterator[str]:
    """Every title that a line may carry: the whole, and what follows on a number or a label."""
    before = _before(words)
    if len(line) > 300 or len(line.split()) > LONGEST:
        return
    yield title_key(line)
    found = before.match(line.strip())
    if found:
        yield title_key(line.strip()[found.end() :])
        again = before.match(line.strip(), found.end())
        if again:
            yield title_key(line.strip()[again.end() :])


def without_number(line: str, words: Words) -> str:
    """A heading as a title: without the number and the label before it."""
    found = _before(words).match(line.strip())
    return " ".join((line.strip()[found.end() :] if found else line).split())


def _before(words: Words) -> re.Pattern[str]:
    """What may stand before a title: a label, with or without a number, or a number alone."""
    return _pattern(words.goal.singular, words.indicator.singular, words.appendix.singular)


@cache
def _pattern(*own: str) -> re.Pattern[str]:
    # A longer label is tried before a shorter that it begins with.
    labels = sorted((*map(re.escape, own), *_LABELS), key=len, reverse=True)
    label = f"(?:{'|'.join(labels)})"
    return re.compile(rf"(?:{label}\s+{_NUMBER}|{label}|{_NUMBER})[\s:.–—-]+(?=\S)", re.I)
