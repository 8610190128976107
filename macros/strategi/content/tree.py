"""Define the interface for reading files from a folder or a commit, and implement it for a folder."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from strategi.content.file_system import answer_of


class UnreadableFile(Exception):
    """A file that is listed but cannot be read. The text says why, in Swedish."""


class Tree(Protocol):
    """Files by POSIX path relative to the root. Symbolic links are listed, but never followed."""

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted; empty when there is no such folder.

        What stands in the place of the folder is listed by the folder's own name; a folder that is named as a
        file is, is listed as one.
        """

    def fault(self, path: str) -> str:
        """Why a path that is listed is no file with content, in Swedish; "" when it is. Opens nothing."""

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""


SYMBOLIC_LINK = "filen är en symbolisk länk, och sådana följs inte"
NOT_A_FILE = "det är inte en vanlig fil"
# What is named so is meant to be read as a file.
FILE_SUFFIXES = (".yml", ".yaml", ".csv", ".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """The files as they stand in a folder."""

    root: Path

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted. A folder that cannot be opened is listed as a file.

        Raises `OSError` where the root itself cannot be looked into.
        """
        try:
            mode = (self.root / folder).lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return ()
        if not stat.S_ISDIR(mode):
            return (folder,)
        found = (Path(path).relative_to(self.root).as_posix() for path in _files_below(self.root / folder))
        return tuple(sorted(found))

    def fault(self, path: str) -> str:
        """Why it is no file with content, in Swedish; "" when it is."""
        try:
            mode = (self.root / path).lstat().st_mode
        except OSError as error:
            return answer_of(error).reason
        if stat.S_ISLNK(mode):
            return SYMBOLIC_LINK
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            return NOT_A_FILE
        if not os.access(self.root / path, os.R_OK):
            return "du har inte rätt att läsa den"
        return "" if stat.S_ISREG(mode) else NOT_A_FILE

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""
        fault = self.fault(path)
        if fault:
            raise UnreadableFile(fault)
        try:
            return (self.root / path).read_bytes()
        except OSError as error:
            raise UnreadableFile(answer_of(error).reason) from error


def _files_below(folder: Path) -> list[str]:
    found: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: found.append(str(error.filename))):
        as_files = [name for name in folders if _is_as_a_file(parent, name)]
        found.extend(f"{parent}/{name}" for name in files + as_files)
        folders[:] = [name for name in folders if name not in as_files]
    return found


def _is_as_a_file(parent: str, folder: str) -> bool:
    return folder.endswith(FILE_SUFFIXES) or os.path.islink(os.path.join(parent, folder))  # noqa: PTH114, PTH118 - speed
