"""A small county where something is wrong with the disk, and commands that are run there, bound by rights."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import traceback
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple, TextIO

from strategi.cli import main

from tests.engine.cli.county_history import first_text
from tests.engine.history.repositories import commit, new_repository
from tests.engine.site.county import COUNTY
from tests.engine.site.effects_cases import base_files

# The version of the kernel's interface, and in it: to write any file, and to read any.
_CAPABILITIES, _ANY_FILE = 0x20080522, 1 << 1 | 1 << 2
TODAY = "2024-06-01"
# Longer than any of the commands takes; one that waits for a named pipe would wait for ever.
LONGEST = 60


class Ended(NamedTuple):
    """How a command ended, and all that it said."""

    code: int
    said: str


def new_county(root: Path) -> Path:
    """A county with pages and settings, in a repository of its own."""
    settings = {"mkdocs.yml": (COUNTY / "mkdocs.yml").read_bytes().split(b"\nnav:")[0] + b"\n"}
    commit(new_repository(root), first_text() | base_files() | settings)
    (root / "docs" / "includes").mkdir()
    (root / "docs" / "includes" / ".gitkeep").touch()
    (root / "antaget.md").write_text("# Målbild\n\nNära.\n", "utf-8")
    return root


def run(root: Path, *command: str) -> Ended:
    """Run the command in a process of its own, whom rights bind, also where we are root."""
    said = root.parent / f"said-{os.getpid()}"
    process = os.fork()
    if process == 0:
        _run_bound(root, command, said)
    _, status = os.waitpid(process, 0)
    return Ended(os.waitstatus_to_exitcode(status), said.read_text("utf-8", errors="replace"))


def _run_bound(root: Path, command: tuple[str, ...], said: Path) -> None:
    code = 99
    with said.open("w", encoding="utf-8", errors="backslashreplace") as stream:
        try:
            code = _ended(root, command, stream)
        except BaseException:
            traceback.print_exc(file=stream)
        stream.flush()
    os._exit(code)


def _ended(root: Path, command: tuple[str, ...], stream: TextIO) -> int:
    signal.alarm(LONGEST)
    os.chdir(root.parent)
    _give_up_rights()
    os.environ.update(HOME=str(root.parent), STRATEGI_TODAY=TODAY, NO_MKDOCS_2_WARNING="1")
    with redirect_stdout(stream), redirect_stderr(stream):
        try:
            main([*command, "--root", str(root)])
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def _give_up_rights() -> None:
    """Take from root what reads and writes any file whatever its permissions; others never had it."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted and inheritable, twice
    assert libc.capget(header, held) == 0
    for number in range(2):
        held[number] &= ~_ANY_FILE
    assert libc.capset(header, held) == 0


def _replaced(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        make(path)

    return damage


def _socket(path: Path) -> None:
    # The name of a socket may be no longer than a hundred signs.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


DAMAGES: Mapping[str, Callable[[Path], None]] = {
    "a dead link": _replaced(lambda path: path.symlink_to("finns-inte")),
    "a link to itself": _replaced(lambda path: path.symlink_to(path.name)),
    "a link out of the project": _replaced(lambda path: path.symlink_to("/etc/passwd")),
    "an empty folder": _replaced(lambda path: path.mkdir()),
    "a folder with a file": _replaced(lambda path: (path.mkdir(), (path / "x").touch())),
    "a file": _replaced(lambda path: path.write_text("x")),
    "a named pipe": _replaced(os.mkfifo),
    "a socket": _replaced(_socket),
    "no rights": lambda path: path.chmod(0),
    "nothing may be written": lambda path: path.chmod(0o555),
    "a name that is no text beside it": lambda path: (path.parent / os.fsdecode(b"\xff.md")).write_text("x"),
}
