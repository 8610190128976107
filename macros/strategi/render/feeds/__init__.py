"""Render what machines read: feeds and data."""
