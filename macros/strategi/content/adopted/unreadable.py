"""Define the error for a document that cannot be read."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """The document cannot be read as text. The message says why and what to do, in Swedish."""
