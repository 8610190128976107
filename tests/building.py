"""Build a site for tests and measurements without touching the repository's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
_PACKAGE = find_spec("strategi")
assert _PACKAGE and _PACKAGE.origin, "the engine is not installed"
# Found and not imported: some who ask where the engine is know it by its commands alone.
ENGINE = Path(_PACKAGE.origin).parent
COMMAND = Path(sys.executable).with_name("strategi")
SOURCES = ("strategy", "indicators", "docs", "macros")


def copy_repository(target: Path) -> Path:
    """Copy everything that a build reads, as it stands now."""
    for folder in SOURCES:
        shutil.copytree(REPOSITORY / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    return target


def copy_history(target: Path) -> Path:
    """Give a copy of the repository its history too."""
    clone = ["git", "clone", "--quiet", "--bare", str(REPOSITORY), str(target / ".git")]
    subprocess.run(clone, check=True, capture_output=True, text=True)
    subprocess.run(["git", "-C", str(target), "config", "core.bare", "false"], check=True)
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
