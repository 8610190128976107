"""Render Markdown from `strategy/` as HTML that is safe to publish."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_LOWEST_HEADING = 6
_LONE_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
_SCHEMES = {"http", "https", "mailto"}


def prose(text: str, *, deeper: int = 0) -> Markup:
    """Render Markdown; raw HTML in it is shown as text. `deeper` moves its headings that many levels down."""
    tokens = _parser().parse(text)
    for token in tokens:
        _move_heading(token, deeper)
    return _html(tokens)


def line_or_prose(text: str) -> Markup:
    """Render Markdown; a lone paragraph as one line without its tag, to stand in a heading or a sentence."""
    tokens = _parser().parse(text)
    if [token.type for token in tokens] != _LONE_PARAGRAPH:
        return _html(tokens)
    for token in tokens:
        token.hidden = token.type != "inline"
    return Markup(_html(tokens).replace("\n", " "))


def _html(tokens: Sequence[Token]) -> Markup:
    parser = _parser()
    html = parser.renderer.render(tokens, parser.options, {})
    return Markup(nh3.clean(html, link_rel=None, url_schemes=_SCHEMES))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _move_heading(token: Token, deeper: int) -> None:
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(_LOWEST_HEADING, int(token.tag[1]) + deeper)}"
