"""Overlay new or changed files on a tree without writing them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from strategi.content.tree import Tree


@dataclass(frozen=True, slots=True)
class Overlay:
    """A tree with other or more files laid over it."""

    below: Tree
    files: Mapping[str, bytes]
    """By path."""

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted."""
        over = (path for path in self.files if path.startswith(f"{folder}/"))
        return tuple(sorted({*self.below.paths(folder), *over}))

    def fault(self, path: str) -> str:
        """Why it is no file with content, in Swedish; "" when it is."""
        return "" if path in self.files else self.below.fault(path)

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""
        return self.files[path] if path in self.files else self.below.read(path)
