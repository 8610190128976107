"""Reconstruct the files at every commit, and read the strategy as it then was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from strategi.content.assembly import assemble
from strategi.content.collection import Collection, Entry
from strategi.content.reader import read_strategy
from strategi.history.blobs import Blobs
from strategi.history.files import is_table, is_text
from strategi.history.line import Change, Commit
from strategi.history.trees import Blob, CommitTree
from strategi.model.digest import digest
from strategi.model.record import Record
from strategi.model.strategy import Strategy

Files: TypeAlias = Mapping[str, Blob]
"""By path. Tables of figures are left out: they are no part of what is decided."""


def states(commits: Iterable[Commit], known: Mapping[str, Files]) -> Iterator[Files]:
    """Give the files at every commit, those that it rests on first. Commits alike share one value.

    `known` holds the files of commits that others rest on, and have already been told.
    """
    told = dict(known)
    for commit in commits:
        files = told.get(commit.parents[0], {}) if commit.parents else {}
        changes = [each for each in commit.changes if not is_table(each.path)]
        told[commit.id] = _changed(files, changes) if changes else files
        yield told[commit.id]


def _changed(files: Files, changes: Iterable[Change]) -> Files:
    changed = dict(files)
    for each in changes:
        if each.after is None:
            changed.pop(each.path, None)
        else:
            changed[each.path] = each.after
    return changed


class PastReader:
    """Reads the strategies of past states, every version of a file once."""

    def __init__(self, blobs: Blobs, *, today: date) -> None:
        self._blobs = blobs
        self._today = today
        self._read: dict[tuple[str, Blob], list[tuple[type[Record], Entry[Record]]]] = {}

    def strategy(self, files: Files) -> Strategy | None:
        """The strategy without figures; None where what it cannot do without was missing or faulty."""
        self._read_new(files)
        found = Collection()
        for version in sorted(files.items()):
            for kind, entry in self._read[version]:
                found.entries.setdefault(kind, []).append(entry)
        return assemble(found, {}, files)

    def records(self, files: Files) -> tuple[Record, ...]:
        """The sound records in some files."""
        self._read_new(files)
        return tuple(entry.record for version in files.items() for _, entry in self._read[version])

    def digest(self, files: Files) -> str:
        """The digest of the governed content; "" where it could not be read."""
        strategy = self.strategy({path: blob for path, blob in files.items() if is_text(path)})
        return digest(strategy) if strategy else ""

    def _read_new(self, files: Files) -> None:
        new = {version: list[tuple[type[Record], Entry[Record]]]() for version in files.items()}
        new = {version: entries for version, entries in new.items() if version not in self._read}
        if not new:
            return
        reading = read_strategy(CommitTree(dict(tuple(new)), self._blobs), today=self._today)
        for kind, entries in reading.entries.items():
            for entry in entries:
                new[entry.path, files[entry.path]].append((kind, entry))
        self._read.update(new)
