"""Set up what the fence is built of: the content of one commit, with the program and the pages of today."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-28"
# What a county decides and measures, and what is read from its history: never taken from today's files.
_CONTENT = ("strategy", "indicators")
# What is built, installed or another's, and so no part of the program or of the pages.
_LEFT_OUT = (*_CONTENT, ".git", ".venv", ".build", ".cache", ".hypothesis", "site", "node_modules", "tests")
_TIMEOUT = 600
"""Seconds. A build of this site takes a few; a busy machine may need some minutes."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and the code that it ended with."""

    code: int
    out: str


def stage(commit: str, folder: Path) -> Path:
    """Clone the repository at the commit, and lay the program and the pages of today over it."""
    run(["git", "clone", "--quiet", str(ROOT), str(folder)])
    run(["git", "-C", str(folder), "checkout", "--quiet", "-B", "main", commit])
    for path in folder.iterdir():
        if path.name not in (*_CONTENT, ".git"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in ROOT.iterdir():
        if path.name not in _LEFT_OUT:
            _copy(path, folder / path.name)
    _commit(folder)
    return folder


def _commit(folder: Path) -> None:
    """Keep it as one commit, so that a proposal differs from it in content alone."""
    day = f"{TODAY}T12:00:00+0000"
    dated = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    git = ["git", "-C", str(folder), "-c", "user.name=Fence", "-c", "user.email=fence@example.org"]
    run([*git, "add", "--all"])
    run([*git, "commit", "--quiet", "--allow-empty", "--message", "Stage"], dated)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"), symlinks=True)
    else:
        shutil.copyfile(source, target)


def strategi(folder: Path, *words: str) -> Said:
    """Run a command in the staged folder, with the day fixed and nothing of the caller's settings."""
    return said([str(Path(sys.executable).with_name("strategi")), *words], folder)


def said(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> Said:
    """Run a command and keep all that it prints: FOLDER for the staged folder, STAGED for its commit."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STRATEGI_")}
    settings = {**kept, "STRATEGI_TODAY": TODAY, "COLUMNS": "100", "PYTHONPATH": str(folder), **(more or {})}
    done = subprocess.run(
        command, cwd=folder, env=settings, capture_output=True, text=True, timeout=_TIMEOUT, check=False
    )
    printed = (done.stdout + done.stderr).replace(str(folder), "FOLDER")
    return Said(done.returncode, printed.replace(head(folder), "STAGED"))


def head(folder: Path) -> str:
    """The commit that is checked out."""
    command = ["git", "-C", str(folder), "rev-parse", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, check=True, capture_output=True, env=environment)
