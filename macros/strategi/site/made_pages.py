"""Lay what the engine makes and brings over the files of `docs/`, as an engine is to find them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from strategi.content.overlay import Overlay
from strategi.content.tree import Tree
from strategi.render.made.catalogue import made_pages
from strategi.render.made.page import MadePage
from strategi.render.view import View
from strategi.site.brought_files import brought_files
from strategi.site.page_files import page_address, pages_in

_DOCS = "docs/"
# A part's or an indicator's file bears its id, and after it a name that is anyone's choice.
_NUMBERED = re.compile(r"(?:strategy/subgoals|indicators)/(?P<id>[a-z][0-9]+)(?:-[^/]*)?\.(?:md|yml)")
_SECTION = re.compile(r"strategy/roadmap/(?P<id>[^/]+)\.md")


def with_made_pages(tree: Tree, view: View) -> Overlay:
    """The tree with a page for each thing in the strategy, and all that every site has.

    A page gives way to one of the county's own at the same address.
    """
    own = own_pages(tree)
    made = {page.path: page.markdown for page in pages_made(tree, view) if page.address not in own}
    files = {**brought_files(view.words), **made}
    return Overlay(below=tree, files={f"{_DOCS}{path}": text.encode() for path, text in files.items()})


def pages_made(tree: Tree, view: View) -> tuple[MadePage, ...]:
    """Every page that the engine makes of the tree's strategy, also those that give way."""
    return made_pages(view, _files_by_id(tree), own_pages(tree))


def own_pages(tree: Tree) -> Mapping[str, str]:
    """The county's own pages, as files below `docs/` by address."""
    paths = (path.removeprefix(_DOCS) for path in pages_in(tree))
    return {page_address(PurePosixPath(path)): path for path in paths}


def _files_by_id(tree: Tree) -> Mapping[str, str]:
    """The file of each part and indicator, by what files are called."""
    found: dict[str, str] = {}
    for path in (*tree.paths("strategy"), *tree.paths("indicators")):
        if numbered := _NUMBERED.fullmatch(path):
            found.setdefault(numbered["id"].upper(), path)
        elif section := _SECTION.fullmatch(path):
            found.setdefault(section["id"], path)
    return found
