"""A document that a principal adopted against the governed parts of a revision; pure."""
