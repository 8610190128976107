"""Suggest the known word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like `word`, or "" when none is alike."""
    by_folded = {each.casefold(): each for each in sorted(known)}
    padded = word.strip().zfill(4)
    if word.strip().isdigit() and padded in by_folded:
        return by_folded[padded]
    matches = get_close_matches(word.strip().casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ " – menade du ”x”?" to put after a message, or ""."""
    suggestion = closest(word[:200], known)
    return f" – menade du ”{suggestion}”?" if suggestion else ""
