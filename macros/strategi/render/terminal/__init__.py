"""Render what the commands print."""
