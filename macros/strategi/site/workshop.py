"""Give each build a room of its own, and clean up after those that were killed."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":  # where nothing is swept, since who uses a room cannot be known
    import fcntl

_WORKSHOP = ".build"
_ROOMS = "site-"
_SITE = "site"
# Where the site that stood waits in the room, while the new one takes its place.
_ASIDE = "aside"


@contextmanager
def room(root: Path) -> Iterator[Path]:
    """Give an empty folder that is removed afterwards, whatever happens.

    What was left by builds that were killed is removed, and a site that one of them had moved aside is put
    back. Builds that run at the same time are left alone. Raises `OSError`.
    """
    workshop, standing = root / _WORKSHOP, root / _SITE
    if standing.exists() and not standing.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(standing))
    workshop.mkdir(exist_ok=True)
    with _held(workshop):
        _sweep(workshop, standing)
        own = Path(tempfile.mkdtemp(prefix=_ROOMS, dir=workshop))
        in_use = _lock(own, wait=False)
    try:
        yield own
    finally:
        with _held(workshop):
            _clear(own, standing)
        _unlock(in_use)


def take_place(own: Path, fresh: Path, root: Path) -> Path:
    """Let a folder in the room be the site. By renaming, so that there is hardly a moment without one."""
    standing = root / _SITE
    with _held(root / _WORKSHOP):  # two builds that change places at once would trip over each other
        if standing.exists():
            standing.rename(own / _ASIDE)
        fresh.rename(standing)
    return standing


def _sweep(workshop: Path, standing: Path) -> None:
    for left in sorted(workshop.glob(f"{_ROOMS}*")):
        if left.is_dir() and not left.is_symlink() and not _is_in_use(left):
            _clear(left, standing)


def _clear(own: Path, standing: Path) -> None:
    """Remove a room. A site that was moved aside, and that no other took the place of, is put back."""
    if (own / _ASIDE).exists() and not os.path.lexists(standing):
        (own / _ASIDE).rename(standing)
    shutil.rmtree(own, ignore_errors=True)


def _is_in_use(own: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        _unlock(_lock(own, wait=False))
    except BlockingIOError:
        return True
    return False


def _lock(folder: Path, *, wait: bool) -> int | None:
    """Lock a folder until `_unlock`, and no longer than this process lives. None where that cannot be done.

    Raises `BlockingIOError` where another process holds the lock and is not to be waited for.
    """
    if sys.platform == "win32":
        return None
    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(number)
        raise
    return number


def _unlock(number: int | None) -> None:
    if number is not None:
        os.close(number)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Wait until nobody else holds the folder, and hold it."""
    number = _lock(folder, wait=True)
    try:
        yield
    finally:
        _unlock(number)
