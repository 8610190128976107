"""How does Markdown from `strategy/` become HTML that is safe to publish?"""

from __future__ import annotations

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_LOWEST_HEADING = 6
_SCHEMES = {"http", "https", "mailto"}


def prose(text: str, *, deeper: int = 0) -> Markup:
    """Render Markdown; raw HTML in it is shown as text. `deeper` moves its headings that many levels down."""
    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        _move_heading(token, deeper)
    html = parser.renderer.render(tokens, parser.options, {})
    return Markup(nh3.clean(html, link_rel=None, url_schemes=_SCHEMES))


def line_or_prose(text: str) -> Markup:
    """Render Markdown; a lone paragraph as one line without `<p>`, to stand in a heading or a sentence."""
    html = prose(text).strip()
    line = html.removeprefix("<p>").removesuffix("</p>")
    return Markup(line.replace("\n", " ")) if html == f"<p>{line}</p>" and "<p>" not in line else html


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _move_heading(token: Token, deeper: int) -> None:
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(_LOWEST_HEADING, int(token.tag[1]) + deeper)}"
