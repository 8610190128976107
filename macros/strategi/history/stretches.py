"""Group the changes of files by day, and up to each revision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from strategi.history.files import definition_of, is_content, is_table
from strategi.history.line import Line
from strategi.history.texts import Cut
from strategi.history.trees import Blob


class FileChange(NamedTuple):
    """What a file was before a stretch and after it; None where there was, or is, none."""

    path: str
    before: Blob | None
    after: Blob | None
    definition: Blob | None = None
    """Of a table: the file that says which indicator it belongs to."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Commits of one day that follow on each other, as one change."""

    taken_on: date
    cut: Cut | None
    changes: tuple[FileChange, ...]
    """Those that did not cancel out, by path."""


def stretches(line: Line, cuts: Mapping[int, Cut]) -> Iterator[Stretch]:
    """Divide the line by days and by cuts. A stretch that changed nothing is left out."""
    files: dict[str, Blob] = {}
    before: dict[str, Blob | None] = {}
    last = len(line.commits) - 1
    for at, commit in enumerate(line.commits):
        for each in commit.changes:
            before.setdefault(each.path, files.get(each.path))
            if each.after:
                files[each.path] = each.after
            else:
                files.pop(each.path, None)
        if at == last or at in cuts or line.days[at + 1] != line.days[at]:
            changes = tuple(_net_changes(before, files))
            if changes:
                yield Stretch(line.days[at], cuts.get(at), changes)
            before = {}


def _net_changes(before: Mapping[str, Blob | None], files: Mapping[str, Blob]) -> Iterator[FileChange]:
    for path, blob in sorted(before.items()):
        after = files.get(path)
        if is_content(path) and not _is_same(blob, after):
            definition = definition_of(path) if is_table(path) else ""
            yield FileChange(path, blob, after, files.get(definition) or before.get(definition))


def _is_same(before: Blob | None, after: Blob | None) -> bool:
    """Whether nothing differs; that a file may be executed says nothing."""
    if before is None or after is None:
        return before is after
    return before.id == after.id and before.fault == after.fault
