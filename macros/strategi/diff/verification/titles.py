"""Which title does a line of a document carry, without the number and the label before it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategi.diff.verification.spelling import words_of

LONGEST = 16
"""No title has more words."""

_LABEL = r"(?:delmål|avsnittet|avsnitt|nyckeltal|indikator|kapitel|kap\.?|del|bilaga|steg|§)"
_NUMBER = r"(?:[a-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3})*|[ivx]{1,5}(?=[.):]))[.):]?"
_BEFORE = re.compile(rf"(?:{_LABEL}\s+{_NUMBER}|{_LABEL}|{_NUMBER})[\s:.–—-]+(?=\S)", re.I)


def title_key(title: str) -> str:
    """A title as titles are compared: without case, and without a sign at the end."""
    return " ".join(words_of(title)).casefold().rstrip(" .:")


def title_keys(line: str) -> Iterator[str]:
    """Every title that a line may carry: the whole, and what follows on a number or a label."""
    if len(line) > 300 or len(line.split()) > LONGEST:
        return
    yield title_key(line)
    found = _BEFORE.match(line.strip())
    if found:
        yield title_key(line.strip()[found.end() :])
        again = _BEFORE.match(line.strip(), found.end())
        if again:
            yield title_key(line.strip()[again.end() :])


def without_number(line: str) -> str:
    """A heading as a title: without the number and the label before it."""
    found = _BEFORE.match(line.strip())
    return " ".join((line.strip()[found.end() :] if found else line).split())
