"""Extract from each built page the title and the text that can be found in the search."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import nh3

_ARTICLE = re.compile(r"<article\b(?P<attributes>[^>]*)>(?P<body>.*?)</article>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_SPACE = re.compile(r"\s+")
_SOFT_HYPHEN = "\u00ad"
# What stands in these is no running text: figures, ways to other pages, and what is the same on every page.
# None of them has its like inside it.
_NOT_SEARCHED = re.compile(r"<(aside|figure|footer|nav|svg|table)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page as the search knows it. Title and text are plain."""

    address: str
    title: str
    text: str


def search_page(address: str, built: str) -> SearchPage | None:
    """Read a built page; None where it has no article with a heading, or asks to be left out."""
    article = _ARTICLE.search(built)
    title = _TITLE.search(article["body"]) if article else None
    if article is None or title is None or "data-search-exclude" in article["attributes"]:
        return None
    text = article["body"].replace(title[0], "", 1)
    return SearchPage(address=address, title=_plain(title[1]), text=_plain(text))


def _plain(marked_up: str) -> str:
    """Take the tags away, and the entities back; words in neighbouring elements stay apart."""
    searched = _NOT_SEARCHED.sub(" ", marked_up).replace("<", " <")
    text = html.unescape(nh3.clean(searched, tags=set())).replace(_SOFT_HYPHEN, "")
    return _SPACE.sub(" ", text).strip()
