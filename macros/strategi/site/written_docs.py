"""Write the files of `docs/`, with all that the engine makes and brings, for a generator without hooks."""

from __future__ import annotations

from pathlib import Path

from strategi.content.tree import WorkingTree
from strategi.site.loading import Site
from strategi.site.page_checking import sound_files


def write_docs(site: Site, folder: Path) -> Path:
    """Write every file that may be published below the folder. Raises `OSError`."""
    pages = site.pages
    folder.mkdir(exist_ok=True)
    for path in sorted(sound_files(WorkingTree(site.root)) | pages.files.keys()):
        target = folder / path.removeprefix("docs/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pages.read(path))
    return folder
