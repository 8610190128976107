"""Escape unprintable characters in text for a reader's terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """Show what cannot be printed as `\\x1b`: content must not steer the terminal."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape", "surrogatepass").decode("ascii")
        for each in text
    )
