"""Is every page in `docs/` sound, before an engine reads it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros.model.finding import Finding
from macros.render.page_check import check_page
from macros.rules import page_faults
from macros.site.loading import Site
from macros.site.preparing import GENERATED_FOLDERS
from macros.site.sharing import share

# Folders below docs/ that are no pages: generated ones, theme and images.
NO_PAGES = (*GENERATED_FOLDERS, "overrides", "includes", "assets")

_DESCRIPTION = re.compile(r'^description: "[^"\n]+"$', re.MULTILINE)
_SOURCE = re.compile(r'^source: "(?P<path>[^"\n]+)"$', re.MULTILINE)


def check_pages(site: Site) -> tuple[Finding, ...]:
    """Every fault in the pages that editors write, sorted. Without a strategy to compare with, none."""
    if site.strategy is None:
        return ()
    shown = site.view()
    # Pages are written for the files as they stand, also where the public is shown another wording.
    view = replace(shown, strategy=site.upcoming or shown.strategy, upcoming=None)

    def check(file: Path) -> list[Finding]:
        path, source = file.relative_to(site.root).as_posix(), file.read_text("utf-8", errors="replace")
        return [
            *check_page(path, source, view, broken=site.broken_ids),
            *_front_matter(site.root, path, source),
        ]

    found = share(check, list(_pages(site.root / "docs")))
    return tuple(sorted(finding for findings in found for finding in findings))


def _pages(docs: Path) -> Iterator[Path]:
    for file in sorted(docs.rglob("*.md")):
        if file.relative_to(docs).parts[0] not in NO_PAGES:
            yield file


def _front_matter(root: Path, path: str, source: str) -> Iterator[Finding]:
    head = source.split("\n---", 1)[0] if source.startswith("---\n") else ""
    if not _DESCRIPTION.search(head):
        message = "beskrivningen saknas eller står inte inom citattecken"
        yield page_faults.PAGE_DESCRIPTION.at(path, 1, 1, message)
    named = _SOURCE.search(head)
    if named and not (root / named["path"]).is_file():
        line = head.count("\n", 0, named.start()) + 1
        yield page_faults.PAGE_SOURCE.at(path, line, 1, "filen finns inte", value=named["path"])
