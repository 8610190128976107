"""What stood at the top of every version of every file but tables?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from strategi.content.outline import Outline, read_outline
from strategi.history.blobs import Blobs
from strategi.history.line import Commit
from strategi.history.repository import HistoryError
from strategi.history.trees import Blob

MISSING = "innehållet i äldre filer finns inte här"


class Outlines:
    """The outlines by version and by how the file is read; None for one that cannot be read."""

    def __init__(self) -> None:
        self._suffixes: dict[str, set[str]] = {}
        self._found: dict[tuple[str, str], Outline | None] = {}

    def of(self, path: str, blob: Blob | None) -> Outline | None:
        """The outline of a version; None where there is none. Raises `HistoryError` where it is missing."""
        suffix = _suffix(path)
        if blob is None or not suffix or blob.fault:
            return None
        try:
            return self._found[blob.id, suffix]
        except KeyError as error:
            raise HistoryError(MISSING) from error

    def read(self, commits: Iterable[Commit], blobs: Blobs) -> list[Commit]:
        """Read every version that the commits made, and give the commits back. Raises `HistoryError`.

        Commits are taken as they come, so that git tells of them while versions are read.
        """
        kept: list[Commit] = []
        for object_id, data in blobs.read(self._wanted(commits, kept)):
            for suffix in self._suffixes[object_id]:
                self._found[object_id, suffix] = read_outline(data, suffix)
        return kept

    def _wanted(self, commits: Iterable[Commit], kept: list[Commit]) -> Iterator[str]:
        for commit in commits:
            kept.append(commit)
            for path, _, blob in commit.changes:
                suffix = _suffix(path)
                if blob and suffix and not blob.fault:
                    suffixes = self._suffixes.setdefault(blob.id, set())
                    if suffix not in suffixes:
                        suffixes.add(suffix)
                        yield blob.id


@cache
def _suffix(path: str) -> str:
    """How a file is read; "" for one that is not."""
    suffix = path[path.rfind(".") :]
    return suffix if suffix in (".md", ".yml", ".yaml") else ""
