"""Define the context that a fragment is drawn in: strategy, day and page."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from strategi.model.log import RevisionLog
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.overviews import absent_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The context of every fragment.

    `page_url` is the page's address relative to the site's root, without a leading slash: "nyckeltal/n05/",
    and "" for the start page.
    """

    strategy: Strategy
    today: date
    page_url: str = ""
    forge: str = ""
    """Address of the repository where changes are proposed; empty where none has been chosen."""
    file_sizes: Mapping[str, int] = field(default_factory=dict)
    """Size in bytes of each file that the site offers, by address."""
    log: RevisionLog = field(default_factory=RevisionLog)
    """What git history knows of the revisions."""
    proposal: Strategy | None = None
    """The strategy as the files stand, where its governed text is not the current revision's; None in a site
    that is published."""
    upcoming: Strategy | None = None
    """The strategy as the files stand, in a site that is published while the current wording is another."""
    successor: Strategy | None = None
    """The strategy that has succeeded the one shown, which then is historical."""
    site_url: str = ""
    """Where the site is published, with a slash at the end; "" where that is not known."""

    @property
    def words(self) -> Words:
        """What everything is called."""
        return self.strategy.words

    def link(self, address: str) -> str:
        """The way from this page to `address`, which has the same form as `page_url` and may end in #…."""
        path, hash_sign, fragment = address.partition("#")
        return f"{_way(self.page_url, path)}{hash_sign}{fragment}"

    def has(self, address: str) -> bool:
        """Whether the strategy has anything for the page of that address."""
        return address not in absent_pages(self.strategy)


def _way(start: str, target: str) -> str:
    """Lead from one address to another. The library's `relpath` asks for the working folder each time."""
    here, there = start.split("/")[:-1], target.split("/")
    shared = len(posixpath.commonprefix([here, there[:-1]]))
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
