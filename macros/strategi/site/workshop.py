"""Give each build a room of its own, and clean up after those that were killed."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from strategi.content.file_system import sentence
from strategi.site.deferral import Deferral, deferred
from strategi.site.sharing import end_begun

if sys.platform != "win32":  # where nothing is swept, since who uses a room cannot be known
    import fcntl

log = logging.getLogger("strategi")

_WORKSHOP = ".build"
_ROOMS = "site-"
_SITE = "site"
# Where the site that stood waits in the room, while the new one takes its place.
_ASIDE = "aside"


class Room(NamedTuple):
    """A folder of one's own, and the signals that wait until they are let through."""

    folder: Path
    signals: Deferral


@contextmanager
def room(root: Path) -> Iterator[Room]:
    """Give an empty folder that is removed afterwards, when the processes that write in it have been ended.

    What was left by builds that were killed is removed, and a site that one of them had moved aside is put
    back. Builds that run at the same time are left alone. Raises `OSError`.
    """
    workshop, standing = root / _WORKSHOP, root / _SITE
    if standing.exists() and not standing.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(standing))
    workshop.mkdir(exist_ok=True)
    with deferred() as signals:  # one that was answered on the way in or out would leave the folder behind
        with _held(workshop):
            _sweep(workshop, standing)
            own = Path(tempfile.mkdtemp(prefix=_ROOMS, dir=workshop))
            in_use = _lock(own, wait=False)
        try:
            yield Room(own, signals)
        finally:
            end_begun()
            with _held(workshop):
                _clear(own, standing)
            _unlock(in_use)


def beside(own: Path) -> Path:
    """Where a file of the build may stand that an engine wants in the project's own folder."""
    return own.parent.with_name(f".{own.name}.yml")


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
    beside(own).unlink(missing_ok=True)
    shutil.rmtree(own, ignore_errors=True)  # all that can be
    try:
        with suppress(FileNotFoundError):
            shutil.rmtree(own)
    except OSError as error:  # the site stands all the same; the next build tries again
        log.warning("%s", sentence(error))


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
