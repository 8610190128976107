"""Render a review for those who propose, those who decide, and programs."""
