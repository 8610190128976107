"""Find the first word of a Markdown text that no reader would see.

The parser drops words without a sign: what is nested too deep, cells beyond a table's header, what is written
after the fence of a code block, a definition that no link uses. So each letter and digit of the text is
followed into what the parser made of it, in order. Only addresses of links, and their titles, stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from string import punctuation
from typing import Any, NamedTuple

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from strategi.diff.redlines.inline import markdown

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ADDRESS = re.compile(r"\]\(\s*")
_LABEL = re.compile(r"\]\[[^\]]*\]")
_AUTOLINK = re.compile(r"<[^<>]*>")
# What may stand between the parts of a link: its lines may lie in quotations.
_GAP = re.compile(r"[\s>]*")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_CODE = ("code_inline", "code_block", "fence")


class LostWord(NamedTuple):
    """A word that is not shown, with its line and column in the text, counted from 1."""

    line: int
    column: int
    word: str


def lost_word(text: str) -> LostWord | None:
    """The first word of the text that the site would not show; None where it shows all."""
    found = _first_lost(text)
    if found is None:
        return None
    word = _WORD.search(text, _beginning(text, found))
    line = text.count("\n", 0, found) + 1
    start = text.rfind("\n", 0, found) + 1
    return LostWord(line, found - start + 1, word[0] if word else text[found])


def _beginning(text: str, at: int) -> int:
    """Where the word begins that has a letter at the place."""
    while at and text[at - 1].isalnum():
        at -= 1
    return at


def _first_lost(text: str) -> int | None:
    env: dict[str, Any] = {}
    parser = markdown()
    parser.options["store_labels"] = True
    tokens = parser.parse(text, env)
    follower = _Follower(_without_definitions(text, env, tokens))
    try:
        _follow(follower, tokens)
        follower.end()
    except _Lost as lost:
        return lost.at
    return None


def _without_definitions(text: str, env: dict[str, Any], tokens: Iterable[Token]) -> str:
    """Blank out the definitions that links use; a second one of the same name is used by none."""
    used = {token.meta["label"] for token in _all_inline(tokens) if token.meta.get("label")}
    lines = text.split("\n")
    for label, definition in env.get("references", {}).items():
        if label in used:
            first, last = definition["map"]
            lines[first:last] = [" " * len(line) for line in lines[first:last]]
    return "\n".join(lines)


def _all_inline(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all_inline(token.children or ())


class _Lost(Exception):
    """A sign that nothing shows. `at` is its place in the text."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass
class _Follower:
    """How far into the text all has been shown."""

    text: str
    at: int = 0

    def shown(self, words: str, *, is_code: bool = False) -> None:
        """Meet the letters and digits of what is shown. Raises `_Lost` where the text has others."""
        for sign in words:
            if sign.isalnum():
                met = self._next(is_code=is_code)
                if met != sign:
                    raise _Lost(self._place(met))

    def skip(self, pattern: re.Pattern[str]) -> bool:
        """Pass by the next such place. False, and pass by nothing, where a word comes before it."""
        start = self.at
        while not (found := pattern.match(self.text, self.at)):
            if self.at >= len(self.text) or self._sign(is_code=False):
                self.at = start
                return False
        self.at = found.end()
        return True

    def skip_address(self) -> None:
        """Pass by the address of a link, and its title."""
        if not self.skip(_ADDRESS):
            self.skip(_LABEL)
            return
        address = parseLinkDestination(self.text, self.at, len(self.text))
        self.at = address.pos if address.ok else self.at
        self.at = _after_gap(self.text, self.at)
        title = parseLinkTitle(self.text, self.at, len(self.text))
        self.at = title.pos if title.ok else self.at

    def end(self) -> None:
        """Say that nothing more is shown. Raises `_Lost` where letters or digits are left."""
        met = self._next(is_code=False)
        if met:
            raise _Lost(self._place(met))

    def _place(self, met: str) -> int:
        """Where the sign that was met stands; at the end of the text where there was none."""
        return max(0, min(self.at - 1, len(self.text) - 1)) if met else max(0, len(self.text) - 1)

    def _next(self, *, is_code: bool) -> str:
        """The next letter or digit that the text holds; "" at its end."""
        while self.at < len(self.text):
            if sign := self._sign(is_code=is_code):
                return sign
        return ""

    def _sign(self, *, is_code: bool) -> str:
        """Pass by one sign, as it is written: the letter or digit that it stands for, "" for any other."""
        sign, self.at = self.text[self.at], self.at + 1
        if sign == "\\" and not is_code and self.text[self.at : self.at + 1] in tuple(punctuation):
            self.at += 1  # which stands for itself
        elif sign == "&" and not is_code:
            sign = self._entity()
        return sign if sign.isalnum() else ""

    def _entity(self) -> str:
        """What an entity stands for that begins just before; "&" where none does."""
        found = _ENTITY.match(self.text, self.at - 1)
        if found is None or (found[0][1] != "#" and found[0][1:] not in html5):
            return "&"
        self.at = found.end()
        return unescape(found[0])


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _follow(follower: _Follower, tokens: Iterable[Token]) -> None:
    links: list[Token] = []
    lists: list[_List] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append(_List(int(token.attrs.get("start", 1))))
        elif token.type == "bullet_list_open":
            lists.append(_List(None))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            lists[-1].item(follower, token.info)
        elif token.type == "link_open":
            links.append(token)
        elif token.type == "link_close":
            _link(follower, links.pop())
        else:
            _leaf(follower, token, is_auto=bool(links) and links[-1].info == "auto")


@dataclass
class _List:
    """A list, and the number that its next item is shown with; None where items have none."""

    next: int | None
    first: int | None = None
    """The number of its first item."""

    def item(self, follower: _Follower, number: str) -> None:
        """Meet an item's number. Raises `_Lost` where another is shown, unless every item has the first's."""
        if self.next is None:
            return
        follower.shown(number)
        self.first = int(number) if self.first is None else self.first
        if int(number) not in (self.next, self.first):
            raise _Lost(follower.at - 1)
        self.next += 1


def _link(follower: _Follower, link: Token) -> None:
    if link.info == "auto":
        follower.skip(_AUTOLINK)
    else:
        follower.skip_address()


def _leaf(follower: _Follower, token: Token, *, is_auto: bool) -> None:
    if token.type == "inline":
        _follow(follower, token.children or ())
    elif token.type == "image":
        follower.shown(_alternative(token))
        if any(each.type in ("image", "link_open") for each in token.children or ()):
            follower.skip(_ADDRESS)
            raise _Lost(follower.at)  # in words for a picture no link leads anywhere
        follower.skip_address()
    elif not is_auto:
        follower.shown(token.content, is_code=token.type in _CODE)


def _alternative(image: Token) -> str:
    """What stands for an image in text alone."""
    return "".join(
        _alternative(each) if each.type == "image" else each.content for each in image.children or ()
    )
