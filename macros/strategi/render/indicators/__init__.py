"""Describe and draw indicators."""
