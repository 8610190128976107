"""Mark a comment so that it can be found again, and be replaced instead of repeated."""

from __future__ import annotations

from strategi.render.comments.harmless import harmless, shortened


def marked_comment(markdown: str, *, marker: str, forge: str = "") -> str:
    """A comment that begins with a marker, which a text from others cannot imitate."""
    return f"<!-- strategi: {marker} -->\n{shortened(harmless(markdown, forge=forge))}"
