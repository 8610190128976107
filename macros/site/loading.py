"""What do we publish, and is it sound? Read again only when a file has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from macros.content.reader import read_strategy
from macros.content.tree import WorkingTree
from macros.model.finding import Finding, Severity
from macros.model.strategy import Strategy
from macros.render.addresses import data_address
from macros.render.view import View
from macros.rules.checking import check_strategy
from macros.site.fingerprint import Fingerprint, fingerprint

CONTENT_FOLDERS = ("strategy", "indicators")


class UnsoundContent(Exception):
    """The strategy cannot be read. The text is Swedish and made for the editor."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that the pages are made of, and what is wrong with it."""

    root: Path
    today: date
    strategy: Strategy | None
    """None when so much is wrong that no strategy could be read."""
    findings: tuple[Finding, ...]
    broken_ids: frozenset[str]
    """Ids of records that could not be read, so that a page that names them is not at fault."""
    data_files: Mapping[str, Path]
    """The file of figures behind each address that it is published at."""
    file_sizes: Mapping[str, int]
    """Bytes, by the same addresses."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop publication."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    def view(self, page_url: str = "", *, forge: str = "") -> View:
        """The context of the fragments of one page. Raises `UnsoundContent` when there is no strategy."""
        if self.strategy is None:
            raise UnsoundContent("Strategin går inte att läsa. Kör strategi check för att se varför.")
        return View(
            strategy=self.strategy,
            today=self.today,
            page_url=page_url,
            forge=forge,
            file_sizes=self.file_sizes,
        )


def load_site(root: Path, today: date) -> Site:
    """Read the content below `root`, or take what was read before if no file has changed since."""
    return _load(root, today, fingerprint(root, CONTENT_FOLDERS))


@lru_cache(maxsize=1)
def _load(root: Path, today: date, _state: Fingerprint) -> Site:
    reading = read_strategy(WorkingTree(root), today=today)
    data_files = {
        data_address(path.name.partition("-")[0]): path
        for path in sorted((root / "indicators").glob("n*-*.csv"))
    }
    return Site(
        root=root,
        today=today,
        strategy=reading.strategy,
        findings=check_strategy(reading, today=today),
        broken_ids=reading.broken_ids,
        data_files=data_files,
        file_sizes={address: path.stat().st_size for address, path in data_files.items()},
    )
