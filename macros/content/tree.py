"""From where are files read: a folder now, or a commit then?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class UnreadableFile(Exception):
    """A file that is listed but cannot be read. The text says why, in Swedish."""


class Tree(Protocol):
    """Files by POSIX path relative to the root. Symbolic links are listed, but never followed."""

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted; empty when there is no such folder."""

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""


SYMBOLIC_LINK = "filen är en symbolisk länk, och sådana följs inte"


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """The files as they stand in a folder."""

    root: Path

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted. A folder that cannot be opened is listed as a file."""
        start = self.root / folder
        if start.is_symlink() or not start.is_dir():
            return ()
        found: list[str] = []
        for parent, folders, files in os.walk(start, onerror=lambda error: found.append(str(error.filename))):
            links = [name for name in folders if os.path.islink(os.path.join(parent, name))]  # noqa: PTH114, PTH118 - speed
            found.extend(f"{parent}/{name}" for name in files + links)
        return tuple(sorted(Path(each).relative_to(self.root).as_posix() for each in found))

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""
        file = self.root / path
        if file.is_symlink():
            raise UnreadableFile(SYMBOLIC_LINK)
        if not file.is_file():
            raise UnreadableFile("det är inte en vanlig fil")
        try:
            return file.read_bytes()
        except OSError as error:
            raise UnreadableFile(f"operativsystemet svarar: {error.strerror}") from error
