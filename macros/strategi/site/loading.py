"""Load and check what is published. Read it again only when a file or the history has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from strategi.content.overlay import Overlay
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.content.tree import WorkingTree
from strategi.history.chronicle import head, read_log
from strategi.model.digest import digest
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.log import RevisionLog
from strategi.model.strategy import Strategy
from strategi.render.addresses import data_address
from strategi.render.view import View
from strategi.rules.checking import check_strategy
from strategi.rules.former_words import check_former_words
from strategi.rules.history import check_log
from strategi.rules.publication import published
from strategi.rules.site_facts import check_site_facts
from strategi.rules.standing import standing
from strategi.site.fingerprint import Fingerprint, fingerprint
from strategi.site.made_pages import with_made_pages

_TABLE = re.compile(r"indicators/[a-z][^/]*-[^/]*\.csv")
CONTENT_FOLDERS = ("strategy", "indicators")


class UnsoundContent(Exception):
    """The strategy cannot be read. The text is Swedish and made for the editor."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that the pages are made of, and what is wrong with it."""

    root: Path
    today: date
    is_publishing: bool
    """Whether the site is made for the public: then what is not decided is not shown."""
    strategy: Strategy | None
    """What the pages show; None when so much is wrong that no strategy could be read."""
    proposal: Strategy | None
    """The strategy as the files stand, in a preview where its governed text is not the current revision's."""
    upcoming: Strategy | None
    """The same, in a site made for the public, where the pages show the current revision's text instead."""
    log: RevisionLog
    findings: tuple[Finding, ...]
    reading: Reading
    """The files as they stand, sound or not."""
    data_files: Mapping[str, Path]
    """The file of figures behind each address that it is published at."""
    file_sizes: Mapping[str, int]
    """Bytes, by the same addresses."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop publication."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    @cached_property
    def pages(self) -> Overlay:
        """The files of `docs/`, with all that the engine makes and brings. Raises `UnsoundContent`."""
        return with_made_pages(WorkingTree(self.root), self.view())

    def view(self, page_url: str = "", *, forge: str = "", site_url: str = "") -> View:
        """The context of the fragments of one page. Raises `UnsoundContent` when there is no strategy."""
        if self.strategy is None:
            raise UnsoundContent("Strategin går inte att läsa. Kör strategi check för att se varför.")
        return View(
            strategy=self.strategy,
            today=self.today,
            page_url=page_url,
            forge=forge,
            file_sizes=self.file_sizes,
            log=self.log,
            proposal=self.proposal,
            upcoming=self.upcoming,
            site_url=site_url,
        )


def load_site(root: Path, today: date, *, is_publishing: bool = False) -> Site:
    """Read the content below `root`, or take what was read before if nothing has changed since.

    A site made for the public shows the wording of the current revision; a preview, the files as they stand.
    """
    return _load(root, today, is_publishing, fingerprint(root, CONTENT_FOLDERS), head(root))


@lru_cache(maxsize=1)
def _load(root: Path, today: date, is_publishing: bool, _state: Fingerprint, _head: str) -> Site:
    reading = read_strategy(WorkingTree(root), today=today)
    files, log = reading.strategy, RevisionLog()
    findings = tuple(sorted([*check_strategy(reading, today=today), *check_former_words(reading)]))
    if files:
        log = read_log(root, files, today=today)
        facts = check_site_facts(files) if is_publishing else ()
        of_log = check_log(log, reading, is_publishing=is_publishing)
        findings = tuple(sorted({*findings, *of_log, *facts}))
    other = None if files is None or _is_current(files, today) else files
    shown = published(files, log, today) if files and is_publishing else files
    data_files = _data_files(root)
    return Site(
        root=root,
        today=today,
        is_publishing=is_publishing,
        strategy=shown,
        proposal=None if is_publishing else other,
        upcoming=other if is_publishing else None,
        log=log,
        findings=findings,
        reading=reading,
        data_files=data_files,
        file_sizes={address: path.stat().st_size for address, path in data_files.items()},
    )


def _data_files(root: Path) -> Mapping[str, Path]:
    tree = WorkingTree(root)
    tables = (
        root / path for path in tree.paths("indicators") if _TABLE.fullmatch(path) and not tree.fault(path)
    )
    return {data_address(path.name.partition("-")[0]): path for path in tables}


def _is_current(strategy: Strategy, today: date) -> bool:
    """Whether the governed text is that of the current revision, as far as its digest is known."""
    current = standing(strategy, today).revision
    if current is Evidence.NOT_FOUND or not current.digests:
        return True
    return digest(strategy) in current.digests
