"""How do tests and measurements build a site without touching the repository's own?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
COMMAND = Path(sys.executable).with_name("strategi")
SOURCES = ("strategy", "indicators", "docs", "macros")
GENERATED = shutil.ignore_patterns("huvudman", "__pycache__")


def copy_repository(target: Path) -> Path:
    """Copy everything that a build reads, as it stands now and without what is generated."""
    for folder in SOURCES:
        shutil.copytree(REPOSITORY / folder, target / folder, ignore=GENERATED)
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    return target


def build_command(root: Path, engine: str = "mkdocs") -> list[str]:
    """The command that an editor runs, for the folder given."""
    return [str(COMMAND), "build", "--engine", engine, "--root", str(root)]


def build_site(root: Path, engine: str = "mkdocs", **environment: str) -> Path:
    """Build the site of the folder and tell where it stands. Fails with all that the build said."""
    done = subprocess.run(
        build_command(root, engine),
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"strategi build gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return root / "site"
