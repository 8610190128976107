"""Find the addresses in a Markdown text that a link may not lead to, or a picture be fetched from.

Engines read Markdown in different ways, and HTML may stand in a page. So every place is looked at where any
of them could find an address, however it is written; what none of them would take for a link does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from strategi.model.address import address_fault

_INLINE = re.compile(r"\]\(\s*(?P<address>(?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*)")
_DEFINITION = re.compile(r"^[ >]*\[[^\]\n]+\]:\s*(?P<address>\S+)", re.MULTILINE)
_AUTOLINK = re.compile(r"(?<!\]\()<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>")
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?P<name>(?:xlink:)?href|src|srcset|action|formaction|poster|background|ping)\s*=\s*"""
    r"""["']?(?P<address>(?<=")[^"]*|(?<=')[^']*|[^\s"'>]+)""",
    re.IGNORECASE,
)
_PLACES = (_INLINE, _DEFINITION, _AUTOLINK, _ATTRIBUTE)
_FETCHED = frozenset({"src", "srcset", "poster", "background"})
# Where the address of an inline link ends and its title begins.
_TITLE = re.compile(r"""\s+["'(]|>""")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# What browsers leave out of an address before they read it.
_LEFT_OUT = re.compile("[\x00-\x20]")
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"[/\\]{2}")


class WrittenAddress(NamedTuple):
    """An address, and its line and column in the text counted from 1."""

    line: int
    column: int
    address: str


class FaultyAddress(NamedTuple):
    """An address, its line and column in the text counted from 1, and in Swedish what is wrong with it."""

    line: int
    column: int
    address: str
    fault: str
    is_picture: bool


def faulty_addresses(text: str) -> Iterator[FaultyAddress]:
    """Every address in the text that may not stand there, in reading order."""
    pictures = _pictures(text) if "![" in text else frozenset()
    for at, match in _found(text):
        address = _written(match["address"])
        is_picture = address in pictures or match.groupdict().get("name", "").lower() in _FETCHED
        fault = _fault(address, is_picture=is_picture)
        if fault:
            yield FaultyAddress(*_place(text, at), address, fault, is_picture)


def addresses_in(text: str) -> Iterator[WrittenAddress]:
    """Every address in the text, in reading order."""
    for at, match in _found(text):
        yield WrittenAddress(*_place(text, at), _written(match["address"]))


def _found(text: str) -> list[tuple[int, re.Match[str]]]:
    """Where each address begins, and how it is written."""
    found = {found.start("address"): found for pattern in _PLACES for found in pattern.finditer(text)}
    return sorted(found.items())


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _written(raw: str) -> str:
    """An address without its title, and with its escapes and entities read."""
    address = _TITLE.split(raw.strip().removeprefix("<"), maxsplit=1)[0]
    return _ESCAPED.sub(r"\1", unescape(address)).strip()


def _fault(address: str, *, is_picture: bool) -> str:
    """What is wrong with an address; nothing with one that leads to a place within the site."""
    read = _LEFT_OUT.sub("", address)
    is_elsewhere = bool(_SCHEME.match(read) or _HOST.match(read))
    if is_picture:
        return "bilden hämtas från ett annat håll" if is_elsewhere else ""
    if _HOST.match(read):
        return "adressen börjar med två snedstreck i stället för https://"
    return (address_fault(address) or address_fault(read)) if is_elsewhere else ""


def _pictures(text: str) -> frozenset[str]:
    """The addresses of pictures, also of those that are defined elsewhere in the text."""
    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return frozenset(str(token.attrs["src"]) for token in _images(parser.parse(text)))


def _images(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "image":
            yield token
        yield from _images(token.children or ())
