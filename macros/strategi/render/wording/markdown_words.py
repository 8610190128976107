"""Write words so that Markdown shows exactly them, bold, struck or plain."""

from __future__ import annotations

import re
from html import escape

from strategi.render.printable import printable

# Signs that mean something wherever they stand.
_SIGNS = re.compile(r"([\\`*_\[\]{}~|$])")
# Takes no room. Markdown does not always see that bold text begins, if it is with a sign; with this it does.
_JOINER = "\u2060"


def plain_words(text: str) -> str:
    """Words as they are."""
    return _SIGNS.sub(r"\\\1", escape(printable(text), quote=False))


def bold_words(text: str) -> str:
    """Words in bold; they must not begin or end with white space."""
    return f"**{_joined(text)}**"


def struck_words(text: str) -> str:
    """Struck words; they must not begin or end with white space."""
    return f"~~{_joined(text)}~~"


def line_of(words: str) -> str:
    """Written words as a line of their own, so that they do not begin a heading, a list or a rule."""
    number = re.match(r"\d{1,9}(?=[.)])", words)
    if number:
        return f"{number[0]}\\{words[number.end() :]}"
    return f"\\{words}" if words[:1] in tuple("#-+=") else words


def _joined(text: str) -> str:
    before = "" if text[:1].isalnum() else _JOINER
    after = "" if text[-1:].isalnum() else _JOINER
    return f"{before}{plain_words(text)}{after}"
