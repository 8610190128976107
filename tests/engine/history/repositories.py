"""Real git repositories with fixed author and dates, so that hashes are the same on each run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

FIRST_DAY = "2023-01-02"
WHO = {"NAME": "Åsa Öberg", "EMAIL": "asa@fjallhavet.example"}
AUTHOR = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO.items()}
# No settings of the machine: line feeds, hooks and names of branches would differ.
SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *command: str, on: str = FIRST_DAY) -> str:
    """Run git, on a day or at a moment, and give what it printed."""
    moment = on if "T" in on or on.startswith("@") else f"{on}T03:04:05+01:00"
    return subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *command],
        cwd=folder,
        env=os.environ | AUTHOR | SETTINGS | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def new_repository(folder: Path) -> Path:
    """Make an empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


def commit(folder: Path, files: Mapping[str, bytes], message: str = "Ändring", *, on: str = FIRST_DAY) -> str:
    """Write the files and commit all; gives the commit's hash."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message, on=on)
    return git(folder, "rev-parse", "HEAD")
