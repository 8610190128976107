"""A tree of files in memory, and the invented county that the cases change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from strategi.content.tree import UnreadableFile

COUNTY = Path(__file__).parents[1] / "cases" / "county"


@dataclass(frozen=True)
class MemoryTree:
    """Files by path. A path in `unreadable` is listed, but cannot be read."""

    files: Mapping[str, bytes]
    unreadable: frozenset[str] = frozenset()

    def paths(self, folder: str) -> tuple[str, ...]:
        return tuple(
            sorted(path for path in (*self.files, *self.unreadable) if path.startswith(f"{folder}/"))
        )

    def fault(self, path: str) -> str:
        return "filen är låst" if path in self.unreadable else ""

    def read(self, path: str) -> bytes:
        if path in self.unreadable:
            raise UnreadableFile("filen är låst")
        return self.files[path]


def county_files() -> dict[str, bytes]:
    """The files of the invented county, by path."""
    return {
        path.relative_to(COUNTY).as_posix(): path.read_bytes() for path in COUNTY.rglob("*") if path.is_file()
    }
