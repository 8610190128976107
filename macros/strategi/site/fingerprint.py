"""Tell whether a file has changed since it was last read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# Path, time of change in nanoseconds and size of every file.
Fingerprint = tuple[tuple[str, int, int], ...]


def fingerprint(root: Path, folders: Iterable[str]) -> Fingerprint:
    """Tell the state of every file below the folders, without opening any."""
    return tuple(sorted(entry for folder in folders for entry in _entries(str(root / folder))))


def _entries(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except FileNotFoundError:
        return
    except OSError as error:  # a state of its own; the reader says what is wrong
        yield folder, 0, error.errno or 0
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)
        else:
            yield _state(entry)


def _state(entry: os.DirEntry[str]) -> tuple[str, int, int]:
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # removed since it was listed
        return entry.path, 0, 0
    return entry.path, status.st_mtime_ns, status.st_size
