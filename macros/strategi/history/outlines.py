"""Read the outline, the entries at the top level, of every version of files other than tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from strategi.content.outline import Outline, is_only_reworded, read_outline
from strategi.content.replacements import replaced_in
from strategi.history.blobs import Blobs
from strategi.history.line import Commit
from strategi.history.repository import HistoryError
from strategi.history.trees import Blob

MISSING = "innehållet i äldre filer finns inte här"


class Outlines:
    """The outlines by version and by how the file is read; None for one that cannot be read."""

    def __init__(self) -> None:
        self._shapes: dict[str, set[str]] = {}
        self._found: dict[tuple[str, str], Outline | None] = {}

    def of(self, path: str, blob: Blob | None) -> Outline | None:
        """The outline of a version; None where there is none. Raises `HistoryError` where it is missing."""
        shape = _shape(path)
        if blob is None or not shape or blob.fault:
            return None
        try:
            return self._found[blob.id, shape]
        except KeyError as error:
            raise HistoryError(MISSING) from error

    def is_only_reworded(self, path: str, before: Blob | None, after: Blob | None) -> bool:
        """Whether two versions say the same, one of them in words that have been replaced."""
        old, new = self.of(path, before), self.of(path, after)
        return old is not None and new is not None and is_only_reworded(old, new)

    def read(self, commits: Iterable[Commit], blobs: Blobs) -> list[Commit]:
        """Read every version that the commits made, and give the commits back. Raises `HistoryError`.

        Commits are taken as they come, so that git tells of them while versions are read.
        """
        kept: list[Commit] = []
        for object_id, data in blobs.read(self._wanted(commits, kept)):
            for shape in self._shapes[object_id]:
                self._found[object_id, shape] = read_outline(data, shape)
        return kept

    def _wanted(self, commits: Iterable[Commit], kept: list[Commit]) -> Iterator[str]:
        for commit in commits:
            kept.append(commit)
            for path, _, blob in commit.changes:
                shape = _shape(path)
                if blob and shape and not blob.fault:
                    shapes = self._shapes.setdefault(blob.id, set())
                    if shape not in shapes:
                        shapes.add(shape)
                        yield blob.id


@cache
def _shape(path: str) -> str:
    """A path that stands for all that are read as this one is: no more of it than that takes; "" for none."""
    folder, slash, name = path.rpartition("/")
    suffix = name[name.rfind(".") :]
    if suffix not in (".md", ".yml", ".yaml"):
        return ""
    if not replaced_in(path):
        return suffix
    alike = f"{folder}{slash}{suffix}"
    return alike if replaced_in(alike) else path
