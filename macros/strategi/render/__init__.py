"""Model to HTML fragments, SVG and text. Jinja templates in `templates/`."""
