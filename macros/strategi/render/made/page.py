"""Hold one page that the engine makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from strategi.render.addresses import INDICATORS, PRINCIPALS, ROADMAP, START, STRATEGY, SUBGOALS

_SOURCE = re.compile(r"^source: .*$", re.MULTILINE)
# Each is the page of a folder; the other pages are files beside their folders.
_OF_FOLDERS = (START, STRATEGY, SUBGOALS, ROADMAP, INDICATORS, PRINCIPALS)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page as Markdown, and where it stands."""

    address: str
    label: str
    """What it is, in Swedish: `Delmål D1`."""
    id: str = ""
    """The id of what it shows; "" where that has none."""
    markdown: str

    @property
    def path(self) -> str:
        """Its file below `docs/`."""
        return page_path(self.address)

    @property
    def as_own(self) -> str:
        """What it says as a file of the county's own: what shows no one thing is changed where it stands."""
        if self.id:
            return self.markdown
        return _SOURCE.sub(f'source: "docs/{self.path}"', self.markdown, count=1)


def page_path(address: str) -> str:
    """The file, below `docs/`, of the page that is to stand at the address."""
    return f"{address}index.md" if address in _OF_FOLDERS else f"{address.rstrip('/')}.md"
