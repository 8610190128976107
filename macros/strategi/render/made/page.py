"""Hold one page that the engine makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from strategi.model.words import Words
from strategi.render import addresses

_SOURCE = re.compile(r"^source: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page as Markdown, and where it stands."""

    address: str
    label: str
    """What it is, in Swedish: `Delmål D1`."""
    id: str = ""
    """The id of what it shows; "" where that has none."""
    path: str
    """Its file below `docs/`."""
    markdown: str

    @property
    def as_own(self) -> str:
        """What it says as a file of the county's own: what shows no one thing is changed where it stands."""
        if self.id:
            return self.markdown
        return _SOURCE.sub(f'source: "docs/{self.path}"', self.markdown, count=1)


def page_path(address: str, words: Words) -> str:
    """The file, below `docs/`, of the page that is to stand at the address.

    Some are the page of a folder; the others are files beside their folders.
    """
    of_folders = (
        *(addresses.START, addresses.STRATEGY),
        *(addresses.subgoals_address(words), addresses.roadmap_address(words)),
        *(addresses.indicators_address(words), addresses.principals_address(words)),
    )
    return f"{address}index.md" if address in of_folders else f"{address.rstrip('/')}.md"
