"""Compute the digest of the governed content, a fingerprint that anyone can compute again.

The form is specified, with test vectors, on the page pages/digest.md; a change of it is a new version.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from functools import lru_cache

from strategi.model.governed import TEXT, GovernedPart, PartKind, governed_parts
from strategi.model.strategy import Strategy

VERSION = "v1"

_SECTIONS = {
    PartKind.SUBGOAL: "subgoals",
    PartKind.ROADMAP_SECTION: "roadmap",
    PartKind.INDICATOR: "indicators",
}
# Where a word may be divided, and marks of byte order: they say nothing, and nobody sees them.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
# What an item or a quotation begins with.
_MARKER = r"(?:(?:[-+*]|[0-9]{1,9}[.)])(?: +|$)|> *)"
_HEADING_FENCE_HTML_OR_RULE = r"#{1,6}(?: |$)|```|~~~|<|[-=*_ ]+$"
_BEGINS = re.compile(rf"{_MARKER}|{_HEADING_FENCE_HTML_OR_RULE}")
# Nothing goes on after these, nor after an empty item or a line of code.
_ALONE = re.compile(rf"{_MARKER}*(?:{_HEADING_FENCE_HTML_OR_RULE}|$| {{4}})")
_LEAD = re.compile(rf" *{_MARKER}*")


def digest(strategy: Strategy) -> str:
    """The digest of the governed content: `v1:sha256:` and 64 hexadecimal digits."""
    return f"{VERSION}:sha256:{hashlib.sha256(canonical(strategy).encode()).hexdigest()}"


def canonical(strategy: Strategy) -> str:
    """The governed content as JSON in one line, the same however the files are written."""
    parts = governed_parts(strategy)
    # A part that the strategy does not have is null.
    content: dict[str, object] = {PartKind.VISION.value: None, PartKind.PRINCIPLES.value: None}
    content |= {each.kind.value: canonical_facts(each) for each in parts if each.kind not in _SECTIONS}
    for kind, section in _SECTIONS.items():
        content[section] = [{"id": each.id, **canonical_facts(each)} for each in parts if each.kind is kind]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_facts(part: GovernedPart) -> dict[str, str | None]:
    """The facts of a part, the same however they are written."""
    return {
        name: None if fact is None else canonical_text(fact) if name == TEXT else canonical_line(fact)
        for name, fact in part.facts.items()
    }


def canonical_line(text: str) -> str:
    """Fold white space in text that has no structure."""
    return " ".join(_plain(text).split())


@lru_cache(maxsize=4096)  # the same text stands in many states of a history
def canonical_text(text: str) -> str:
    """Fold white space in Markdown: where a line is broken says nothing, where a block begins does.

    What comes out is Markdown that reads the same, so that texts with another structure never become equal.
    """
    lines = [_spaced(line) for line in _plain(text).split("\n")]
    paragraphs = re.split("\n\n+", "\n".join(lines).strip("\n"))
    return "\n\n".join(_joined(each) for each in paragraphs)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub("\r\n?", "\n", text).translate(_INVISIBLE))


def _spaced(line: str) -> str:
    """A line with ordinary spaces alone, and none at its end."""
    return re.sub(r"\s", " ", line.expandtabs(4)).rstrip()


def _joined(paragraph: str) -> str:
    """Lines without an empty one between them, those that go on joined to the one before."""
    # Rows of a table and definitions of links stand on lines of their own.
    is_foldable = "|" not in paragraph and "]:" not in paragraph
    blocks: list[list[str]] = []
    for line in paragraph.split("\n"):
        if blocks and is_foldable and _goes_on(blocks[-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return "\n".join(_folded(" ".join(each)) for each in blocks)


def _goes_on(block: list[str], line: str) -> bool:
    """Whether a line is more of the same block. Doubt keeps the lines apart."""
    first, last = block[0], block[-1]
    is_other = _BEGINS.match(line.lstrip()) or _ALONE.match(first.lstrip())
    return not is_other and not last.endswith("\\") and _indent(line) >= _indent(first)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _folded(block: str) -> str:
    """One space between words; those before them say what an item belongs to, and stay."""
    lead = re.match(_LEAD, block)
    assert lead is not None
    return lead.group() + " ".join(block[lead.end() :].split())
