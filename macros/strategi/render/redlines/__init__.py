"""Texts with what differs between them, as lines and spans for people to read."""
