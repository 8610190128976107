"""Give the pages that every county shares, as the engine brings them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def shared_pages() -> Mapping[str, str]:
    """Markdown by path below `docs/`; a county's own page at the same place comes instead."""
    found = (file for file in (files("strategi") / "pages").iterdir() if file.name.endswith(".md"))
    return {file.name: file.read_text("utf-8") for file in sorted(found, key=lambda file: file.name)}
