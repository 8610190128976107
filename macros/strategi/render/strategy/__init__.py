"""Render the strategy, its standing and the decisions on it for readers."""
