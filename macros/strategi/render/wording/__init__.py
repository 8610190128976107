"""Describe changes in words."""
