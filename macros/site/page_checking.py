"""Is every page in `docs/` sound, before an engine reads it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.content.tree import Tree, UnreadableFile, WorkingTree
from macros.model.finding import Finding
from macros.render.page_check import check_page
from macros.render.view import View
from macros.rules import page_faults
from macros.site.loading import Site
from macros.site.preparing import GENERATED_FOLDERS
from macros.site.sharing import share

# Folders below docs/ that are no pages: generated ones, theme and images.
NO_PAGES = (*GENERATED_FOLDERS, "overrides", "includes", "assets")

# Where the file that a page comes from may lie.
_SOURCES = ("strategy", "indicators", "docs")

_DESCRIPTION = re.compile(r'^description: "[^"\n]+"$', re.MULTILINE)
_SOURCE = re.compile(r'^source: "(?P<path>[^"\n]+)"$', re.MULTILINE)


def check_pages(site: Site) -> tuple[Finding, ...]:
    """Every fault in the pages that editors write, sorted. Without a strategy to compare with, none."""
    if site.strategy is None:
        return ()
    shown = site.view()
    # Pages are written for the files as they stand, also where the public is shown another wording.
    view = replace(shown, strategy=site.upcoming or shown.strategy, upcoming=None)
    return check_pages_in(WorkingTree(site.root), view, broken=site.reading.broken_ids)


def check_pages_in(tree: Tree, view: View, *, broken: frozenset[str]) -> tuple[Finding, ...]:
    """Every fault in the pages of a tree, sorted; `broken`: ids of what could not be read."""
    files = frozenset(path for folder in _SOURCES for path in tree.paths(folder))

    def check(path: str) -> list[Finding]:
        source = page_source(tree, path)
        return [*check_page(path, source, view, broken=broken), *_front_matter(files, path, source)]

    found = share(check, pages_in(tree))
    return tuple(sorted(finding for findings in found for finding in findings))


def pages_in(tree: Tree) -> tuple[str, ...]:
    """The paths of the pages that editors write."""
    return tuple(
        path
        for path in tree.paths("docs")
        if path.endswith(".md") and path.removeprefix("docs/").split("/")[0] not in NO_PAGES
    )


def page_source(tree: Tree, path: str) -> str:
    """What a page says; "" for one that cannot be read, which the generator reports."""
    try:
        return tree.read(path).decode("utf-8", errors="replace").replace("\r\n", "\n")
    except UnreadableFile:
        return ""


def _front_matter(files: frozenset[str], path: str, source: str) -> Iterator[Finding]:
    head = source.split("\n---", 1)[0] if source.startswith("---\n") else ""
    if not _DESCRIPTION.search(head):
        message = "beskrivningen saknas eller står inte inom citattecken"
        yield page_faults.PAGE_DESCRIPTION.at(path, 1, 1, message)
    named = _SOURCE.search(head)
    if named and named["path"] not in files:
        line = head.count("\n", 0, named.start()) + 1
        yield page_faults.PAGE_SOURCE.at(path, line, 1, "filen finns inte", value=named["path"])
