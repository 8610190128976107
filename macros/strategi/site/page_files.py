"""Find the pages in `docs/`, what they say, and where they are read."""

from __future__ import annotations

from pathlib import PurePath

from strategi.content.tree import Tree, UnreadableFile

# What the engines take for Markdown; one that ends in capitals is meant to be a page, too.
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# Markdown below it is no page: it belongs to a look of the county's own.
_LOOK = "overrides"
# A folder's own page.
_OF_FOLDER = ("index", "README")


def markdown_in(tree: Tree) -> tuple[str, ...]:
    """The paths of all that an engine could take for a page, sorted."""
    return tuple(path for path in tree.paths("docs") if path.lower().endswith(_SUFFIXES))


def is_written(path: str) -> bool:
    """Whether the page is one that editors write."""
    return path.split("/")[1] != _LOOK


def pages_in(tree: Tree) -> tuple[str, ...]:
    """The paths of the pages that editors write, sorted."""
    return tuple(path for path in markdown_in(tree) if is_written(path))


def page_source(tree: Tree, path: str) -> str:
    """What a page says; "" for one that cannot be read, which is reported for itself."""
    try:
        return tree.read(path).decode("utf-8", errors="replace").replace("\r\n", "\n")
    except UnreadableFile:
        return ""


def page_address(path: PurePath) -> str:
    """The address of a page below `docs/`: `a/b.md` is `a/b/`, `a/index.md` is `a/`."""
    if path.stem in _OF_FOLDER:
        return "" if path.parent.name == "" else f"{path.parent.as_posix()}/"
    return f"{path.with_suffix('').as_posix()}/"
