"""Neutralize Markdown from others, so that it can be read in a comment but does nothing."""

from __future__ import annotations

import re

from strategi.content.unseen import UNSEEN

# Takes no room, and parts what the forge would act on. It works in code and in plain text alike, whether the
# forge looks at the Markdown or at the HTML made of it.
PARTED = "\u200b"
LONGEST = 60_000
"""Characters; a forge takes some more, and our own marker needs room."""

_SHORTENED = "\n\n*Texten var för lång för en kommentar och är avkortad här.*\n"
# Without attributes these only give form.
_TAGS = re.compile(r"</?(?:br|del|details|ins|sub|summary|sup)>")
_REFERENCES = re.compile(r"&(?:amp|gt|lt|nbsp|quot);")
_SCHEMES = "https?|ftp|mailto|javascript|vbscript|data|file|tel|sms"
# What the forge acts on, by the sign after which it is parted. Markdown drops a backslash before a sign.
_ACTS = re.compile(
    rf"""
    @                                        # calls on someone, or makes an address a link
    | \#(?=\\*[0-9]) | (?i:\bgh-)(?=[0-9])   # refers to another issue, and leaves a trace there
    | !(?=\\*\[)                             # shows an image
    | /(?=\\*/)                              # leads to another host
    | (?i:{_SCHEMES})(?=\\*:)                 # leads elsewhere
    | (?i:www)(?=\\*\.)                      # is made a link
    | <(?=\\*[!?/a-zA-Z])                    # HTML, and comments that hide
    | &(?=\\*[\#a-zA-Z])                     # any of the above, written otherwise
    """,
    re.VERBOSE,
)


def harmless(markdown: str, *, forge: str = "") -> str:
    """The text with everything parted that calls on someone, loads, leads to another host or hides.

    Links below `forge`, the address of the repository, are left as they are.
    """
    text = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", markdown.replace("\r\n", "\n"))
    kept = [_TAGS, _REFERENCES, *([_address(forge)] if forge else [])]
    return _apart("|".join(f"(?:{each.pattern})" for each in kept), text)


def shortened(markdown: str, *, longest: int = LONGEST) -> str:
    """The text, cut at the end of a line where it is too long for a comment."""
    if len(markdown) <= longest:
        return markdown
    return markdown[: longest - len(_SHORTENED)].rpartition("\n")[0] + _SHORTENED


def _apart(kept: str, text: str) -> str:
    """Part the text between what is kept."""
    ready, done = [], 0
    for each in re.finditer(kept, text):
        ready += [_parted(text[done : each.start()], text[each.start()]), each.group()]
        done = each.end()
    return "".join([*ready, _parted(text[done:], "")])


def _parted(text: str, following: str) -> str:
    """`following` is the sign after the text, which may decide whether its last sign acts."""
    return _ACTS.sub(rf"\g<0>{PARTED}", text + following)[: -len(following) or None]


def _address(forge: str) -> re.Pattern[str]:
    """A whole address below the forge, of plain signs alone and with no way up."""
    segment = r"/[\w#?=-][\w.#?=-]*"
    return re.compile(rf"(?<![\w/.:@%-]){re.escape(forge.rstrip('/'))}(?:{segment})*/?(?![^)\s])")
