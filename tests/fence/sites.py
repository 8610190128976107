"""Build the site in every way that it can be built, and give the digest of each file."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.fence.record import summary
from tests.fence.stage import said, strategi

_BARE = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet", "--strict"]


def sites(folder: Path) -> Mapping[str, str]:
    """Each file of each build, by `way/path`. A build that fails is its own words."""
    return {
        **_built(folder, "preview", "build"),
        **_built(folder, "publish", "build", "--publish"),
        **_bare(folder),
        **_built(folder, "zensical", "build", "--engine", "zensical"),
    }


def _built(folder: Path, way: str, *words: str) -> Mapping[str, str]:
    answer = strategi(folder, *words)
    return _files(folder, way) if answer.code == 0 else {way: f"{answer.code}: {answer.out}"}


def _bare(folder: Path) -> Mapping[str, str]:
    answer = said(_BARE, folder)
    return _files(folder, "bare") if answer.code == 0 else {"bare": f"{answer.code}: {answer.out}"}


def _files(folder: Path, way: str) -> Mapping[str, str]:
    site = folder / "site"
    found = {
        f"{way}/{path.relative_to(site).as_posix()}": summary(_plain(path))
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    shutil.rmtree(site)
    return found


def _plain(path: Path) -> bytes:
    """What a file says. One engine writes an entity for a slash in what it escapes: the same character."""
    data = path.read_bytes()
    return data.replace(b"&#x2f;", b"/") if path.suffix == ".html" else data
