"""Write text so that it stands on a page as it is, whatever an engine's Markdown takes its signs for."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# A tag, whose attributes may hold any sign but a double quote, or the text between two tags.
_TAG_OR_TEXT = re.compile(r'(?P<open></?[a-z][a-z0-9]*)(?P<attributes>(?:[^">]|"[^"]*")*>)|(?P<text>[^<]+)')
# Signs that mean something to Markdown, to its extensions or to a template, wherever they stand.
_SIGNS = re.compile(r"[\\`*_\[\]{}|~!^$]|(?<!&)#")
# What makes a list, a rule, a definition or the underline of a heading of a line that begins with it.
_BEGINNING = re.compile(r"\A([0-9]*)([-+=:.)])")
_ANGLES = re.compile("[<>]")
_LINES = re.compile(r"\s*\n\s*")
_QUOTED = re.compile(r'"[^"]*"')


def engine_text(text: str | Markup) -> str:
    """Write plain text, or HTML without blank lines, with every sign that could mean something as an entity.

    A backslash will not do: engines differ in which signs it protects. Plain text becomes one line.
    """
    html = text if isinstance(text, Markup) else escape(_LINES.sub(" ", text.strip()))
    written = _TAG_OR_TEXT.sub(_without_meaning, html)
    return _BEGINNING.sub(lambda found: f"{found[1]}{_entity(found[2])}", written)


def _without_meaning(found: re.Match[str]) -> str:
    if found["text"]:
        return _SIGNS.sub(_entity_of, found["text"])
    return found["open"] + _QUOTED.sub(lambda value: _attribute(value[0]), found["attributes"])


def _attribute(quoted: str) -> str:
    return f'"{_ANGLES.sub(_entity_of, _SIGNS.sub(_entity_of, quoted[1:-1]))}"'


def _entity_of(found: re.Match[str]) -> str:
    return _entity(found[0])


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"
