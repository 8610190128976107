"""Read every commit on the main line with the program of today: its digest and what is wrong with it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

from tests.fence.stage import strategi


def commits(folder: Path, last: str) -> Mapping[str, str]:
    """`digest` and `check` of each commit up to `last`, by commit."""
    listed = subprocess.run(
        ["git", "-C", str(folder), "rev-list", "--first-parent", last],
        capture_output=True,
        text=True,
        check=True,
    )
    ids = listed.stdout.split()
    with ThreadPoolExecutor(cpu_count()) as workers:
        return dict(zip(ids, workers.map(lambda commit: _read(folder, commit), ids), strict=True))


def _read(folder: Path, commit: str) -> str:
    digest = strategi(folder, "digest", commit)
    check = strategi(folder, "check", "--rev", commit)
    return f"{digest.code} {digest.out.strip()}\n{check.code} {check.out.strip()}"
