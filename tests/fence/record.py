"""Keep a text as its digest, and whole where it is short enough to be read in a difference."""

from __future__ import annotations

import hashlib

# A line or two: longer texts would fill the record without being read there.
_SHORT = 160


def summary(data: bytes) -> str:
    """`sha256 …` of the bytes, or the text itself where it is short."""
    if len(data) <= _SHORT:
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
    return f"sha256 {hashlib.sha256(data).hexdigest()}"
