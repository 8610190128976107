"""Run git: for one answer, for many fields, or in a conversation."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from strategi.history.repository import HistoryError

if TYPE_CHECKING:
    from git import Repo

_NO_GIT = "programmet git finns inte på den här datorn"
_SOME = 1 << 16


def ask(repository: Repo, *command: str) -> bytes:
    """Run git and give what it printed; empty when it found nothing to print. Raises `HistoryError`."""
    process = _start(repository, command)
    output, problem = process.communicate()
    # "fatal" is a fault of the repository; with "error", the revision is something else than a commit.
    if process.returncode and _fatal(problem):
        raise _trouble(problem)
    return b"" if process.returncode else bytes(output)


def fields(repository: Repo, *command: str) -> Iterator[bytes]:
    """Run git and give the fields that it prints, ended by NUL, as it prints them. Raises `HistoryError`."""
    process = _start(repository, command)
    rest = b""
    while some := process.stdout.read1(_SOME):
        *whole, rest = (rest + some).split(b"\0")
        yield from whole
    _, problem = process.communicate()
    if process.returncode:
        raise _trouble(problem)


class Conversation:
    """A process of git that answers each line it is given. It ends when nobody holds it."""

    def __init__(self, repository: Repo, *command: str) -> None:
        self._process = _start(repository, command)

    def say(self, lines: str) -> None:
        """Give git whole lines, no more than fit in a pipe. Raises `HistoryError`."""
        try:
            self._process.stdin.write(lines.encode())
            self._process.stdin.flush()
        except OSError as error:
            raise self._end() from error

    def line(self) -> bytes:
        """Take the next line of the answer, without its line feed. Raises `HistoryError`."""
        line: bytes = self._process.stdout.readline()
        if not line:
            raise self._end()
        return line[:-1]

    def data(self, size: int) -> bytes:
        """Take so many bytes, and the line feed after them. Raises `HistoryError`."""
        data: bytes = self._process.stdout.read(size + 1)
        if len(data) <= size:
            raise self._end()
        return data[:-1]

    def _end(self) -> HistoryError:
        return _trouble(self._process.stderr.read())


def _start(repository: Repo, command: tuple[str, ...]) -> Any:
    """Start git, with pipes to and from it. Typed Any, for GitPython's wrapper of a process."""
    from git import GitCommandNotFound

    try:
        return repository.git.execute(["git", *command], istream=subprocess.PIPE, as_process=True)
    except GitCommandNotFound as error:
        raise HistoryError(_NO_GIT) from error


def _trouble(problem: bytes) -> HistoryError:
    return HistoryError(f"git kunde inte läsa historiken: {_fatal(problem) or 'utan att säga varför'}")


def _fatal(problem: bytes) -> str:
    """Why git gave up, in its own words; warnings may stand around it. "" where it did not."""
    lines = problem.decode(errors="replace").splitlines()
    return next((line for line in lines if line.startswith("fatal: ")), "")
