"""Render the revisions and the differences between them for readers."""
