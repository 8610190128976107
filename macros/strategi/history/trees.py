"""Read the files of a past commit."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from strategi.content.tree import FILE_SUFFIXES, NOT_A_FILE, SYMBOLIC_LINK, UnreadableFile
from strategi.history.blobs import Blobs
from strategi.history.commands import ask
from strategi.history.repository import HistoryError, open_repository, prefix_of

__all__ = ["Blob", "CommitTree", "HistoryError", "tree_at"]

_FOLDER = "040000"
# What is neither a link nor another repository is a file with content.
_FAULTS = {"120000": SYMBOLIC_LINK, "160000": NOT_A_FILE, _FOLDER: NOT_A_FILE}


class Blob(NamedTuple):
    """What git keeps for a path: mode and object id."""

    mode: str
    id: str

    @property
    def fault(self) -> str:
        """Why it is not a file with content, in Swedish; "" when it is."""
        return _FAULTS.get(self.mode, "")


@dataclass(frozen=True, slots=True)
class CommitTree:
    """The files of one commit."""

    _files: Mapping[str, Blob]
    _blobs: Blobs

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted; empty when there is no such folder."""
        below = f"{folder}/"
        return tuple(sorted(path for path in self._files if path == folder or path.startswith(below)))

    def fault(self, path: str) -> str:
        """Why it is no file with content, in Swedish; "" when it is."""
        blob = self._files.get(path)
        return blob.fault if blob else ""

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""
        blob = self._files.get(path)
        if blob is not None and blob.fault:
            raise UnreadableFile(blob.fault)
        try:
            found = dict(self._blobs.read([blob.id] if blob else []))
        except HistoryError as error:
            raise UnreadableFile(str(error)) from error
        if not found:
            raise UnreadableFile("filen finns inte i denna kopia av historiken")
        return next(iter(found.values()))


def tree_at(root: Path, revision: str) -> CommitTree:
    """Give the files below `root` as they stood in a commit. Raises `HistoryError`.

    `root` is a working tree, a folder in one, or a bare repository; `revision` is a name that git knows.
    """
    repository = open_repository(root)
    commit = ask(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise HistoryError(f"ingen version ”{revision}” finns i historiken")
    listing = ask(repository, "ls-tree", "-r", "-z", "--full-tree", os.fsdecode(commit.strip()))
    return CommitTree(_files(listing, prefix_of(repository, root)), Blobs(repository))


def _files(listing: bytes, prefix: str) -> dict[str, Blob]:
    """Mode and object id by path below the prefix."""
    files: dict[str, Blob] = {}
    for line in listing.split(b"\0"):
        facts, _, name = line.partition(b"\t")
        path = os.fsdecode(name)
        if path and path.startswith(prefix):
            mode, _, object_id = os.fsdecode(facts).split(" ")
            below = path.removeprefix(prefix)
            folder = _named_as_a_file(below)
            files[folder or below] = Blob(_FOLDER if folder else mode, object_id)
    return files


def _named_as_a_file(path: str) -> str:
    """The first folder on the way that is named as a file is; "" where none is."""
    *folders, _ = path.split("/")
    for number, name in enumerate(folders, 1):
        if name.endswith(FILE_SUFFIXES):
            return "/".join(folders[:number])
    return ""
