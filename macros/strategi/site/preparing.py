"""What must stand in `docs/` before an engine reads it? The pages that follow from the content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from strategi.render.pages import generated_pages
from strategi.site.loading import Site

# Folders below docs/ that hold nothing but what is generated here; git ignores them.
GENERATED_FOLDERS = ("huvudman", "jamfor", "revideringar")


def prepare_docs(site: Site) -> None:
    """Bring the generated folders in `docs/` in line with the content; unchanged files are not touched."""
    docs = site.root / "docs"
    pages = generated_pages(site.view())
    wanted = {path: text.encode() for path, text in pages.items()}
    for path, content in wanted.items():
        _place(docs / path, content)
    _remove_others(docs, wanted)


def _place(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _remove_others(docs: Path, wanted: Mapping[str, bytes]) -> None:
    for folder in GENERATED_FOLDERS:
        for path in sorted((docs / folder).rglob("*"), reverse=True):
            if path.is_dir():
                _remove_empty(path)
            elif path.relative_to(docs).as_posix() not in wanted:
                path.unlink()


def _remove_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
