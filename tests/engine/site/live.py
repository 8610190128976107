"""Find what lives in built files: elements, attributes and addresses that a planted mark has come into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser

# Attributes that hold words and nothing else; in any other the mark would do something.
_WORDS = frozenset({"content", "aria-label", "alt", "title", "placeholder", "value", "data-pages", "cite"})
_RUNS = re.compile(r"on[a-z]+|srcdoc|style")


def live_in(file: Path, mark: str) -> Iterator[str]:
    """Say every live place in an HTML, XML or SVG file."""
    text = file.read_text("utf-8")
    found = _in_html(text, mark) if file.suffix == ".html" else _in_xml(text, mark)
    yield from (f"{file.name}: {each}" for each in found)


def _in_html(text: str, mark: str) -> Iterator[str]:
    for node in LexborHTMLParser(text).css("*"):
        for name, value in node.attributes.items():
            if name == "id" or (value or "").startswith("#"):
                continue  # a heading's name, which holds letters and hyphens only
            is_live = mark in name or (mark in (value or "") and name not in _WORDS) or _RUNS.fullmatch(name)
            if is_live:
                yield f"<{node.tag} {name}={value!r}>"
        if node.tag in ("script", "style") and mark in (node.text() or ""):
            is_data = node.attributes.get("type") == "application/ld+json"
            if not is_data:
                yield f"<{node.tag}>{node.text()}"


def _in_xml(text: str, mark: str) -> Iterator[str]:
    for element in ElementTree.fromstring(text).iter():
        attributes = {**element.attrib, element.tag: ""}
        yield from (
            f"<{element.tag} {key}={value!r}>" for key, value in attributes.items() if mark in key + value
        )
