"""Text to model: YAML, front matter and CSV, with the place of every value."""
