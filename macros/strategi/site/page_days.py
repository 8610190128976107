"""Tell on which day each page last changed: the newest change, in the history, of what it is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

from strategi.content.county_macros import county_names
from strategi.content.layout import TABLE_SUFFIX, is_left_alone
from strategi.content.overlay import Overlay
from strategi.content.reading import Reading
from strategi.content.tree import UnreadableFile, WorkingTree
from strategi.model.indicator import Indicator
from strategi.model.log import LastChange
from strategi.model.parts import RoadmapSection, Subgoal
from strategi.model.words import Words
from strategi.render.page_sources import PageSources
from strategi.site.loading import CONTENT_FOLDERS, Site
from strategi.site.page_files import markdown_in, page_address, page_source, pages_in

_DOCS = "docs/"


def page_days(site: Site) -> Mapping[str, date]:
    """The day of each page's last change, by address.

    A page is left out where its day is not known: without the whole history, with a change that is not
    committed, or after a commit whose clock was wrong. The day of the build has no part in it.
    """
    if site.strategy is None or site.log.problem:
        return {}
    days = _Days(site.root, site.log.last_changes, site.strategy.words)
    sources = PageSources(site.strategy, files_by_id(site.reading), county_names(WorkingTree(site.root)))
    found = {
        page_address(Path(path.removeprefix(_DOCS))): days.of(_sources(site.pages, path, sources))
        for path in markdown_in(site.pages)
    }
    return {address: day for address, day in found.items() if day}


class _Days:
    """On which day each file of a folder was last changed; not known where it is not as it was committed."""

    def __init__(self, root: Path, changes: Mapping[str, LastChange], words: Words) -> None:
        tree = WorkingTree(root)
        there = {path for folder in CONTENT_FOLDERS for path in tree.paths(folder)} | set(pages_in(tree))
        paths = (path for path in there | changes.keys() if not is_left_alone(path))
        self._days = {path: _committed_on(tree, path, changes.get(path)) for path in paths}
        self._of = cache(self._newest)

    def of(self, sources: Iterable[str]) -> date | None:
        """The newest day of the sources; None where any is not known, or there is no file at all."""
        days = [day for source in sources for day in self._of(source)]
        return max((day for day in days if day), default=None) if None not in days else None

    def _newest(self, source: str) -> tuple[date | None, ...]:
        """One day of a source; none where there is, and was, no such file."""
        days = [self._days[path] for path in self._within(source)]
        known = [day for day in days if day]
        if len(known) < len(days):
            return (None,)
        return (max(known),) if known else ()

    def _within(self, source: str) -> list[str]:
        start, star, end = source.partition("*")
        if not star:
            return [source] if source in self._days else []
        return [path for path in self._days if path.startswith(start) and path.endswith(end)]


def _committed_on(tree: WorkingTree, path: str, change: LastChange | None) -> date | None:
    if change is None:
        return None
    return change.changed_on if _blob(tree, path, change.blob) == change.blob else None


def _blob(tree: WorkingTree, path: str, like: str) -> str:
    """Git's id of a file as it stands, by the function that made the other; "" where there is no file."""
    try:
        data = tree.read(path)
    except UnreadableFile:
        return ""
    function = hashlib.sha256 if len(like) == hashlib.sha256().digest_size * 2 else hashlib.sha1
    return function(b"blob %d\0" % len(data) + data).hexdigest()


def files_by_id(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The file of each part, and of each indicator with its figures."""
    subgoals = {each.record.id: (each.path,) for each in reading.of(Subgoal)}
    sections = {each.record.id: (each.path,) for each in reading.of(RoadmapSection)}
    indicators = {each.record.id: (each.path, _table(each.path)) for each in reading.of(Indicator)}
    return {**subgoals, **sections, **indicators}


def _table(definition: str) -> str:
    return PurePosixPath(definition).with_suffix(TABLE_SUFFIX).as_posix()


def _sources(pages: Overlay, path: str, sources: PageSources) -> frozenset[str]:
    """What a page is made from. One that the engine makes or brings says nothing of the county's own."""
    own = frozenset[str]() if path in pages.files else frozenset({path})
    return own | sources.of_page(page_source(pages, path))
