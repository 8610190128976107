"""Generate names for new records, for use in file names and references."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

_LONGEST = 60


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: `protokoll-fullmaktige` for ”Protokoll, fullmäktige”; may be ""."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)
    while len("-".join(words)) > _LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST].strip("-")


def unused_id(words: str, taken: Iterable[str], *, otherwise: str = "kalla") -> str:
    """The slug of the words, or `otherwise` where they give none, with a number after it if it is taken."""
    held, stem = set(taken), slug(words) or otherwise
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(each for each in numbered if each not in held)
