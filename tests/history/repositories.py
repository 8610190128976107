"""Real git repositories with fixed author and dates, so that hashes are the same on each run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

WHO = {"NAME": "Åsa Öberg", "EMAIL": "asa@fjallhavet.example", "DATE": "2023-01-02T03:04:05+01:00"}
AUTHOR = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()}
# No settings of the machine: line feeds, hooks and names of branches would differ.
SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *command: str) -> str:
    """Run git and give what it printed."""
    return subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *command],
        cwd=folder,
        env=os.environ | AUTHOR | SETTINGS,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def new_repository(folder: Path) -> Path:
    """Make an empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


def commit(folder: Path, files: Mapping[str, bytes], message: str = "Ändring") -> str:
    """Write the files and commit all; gives the commit's hash."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")
