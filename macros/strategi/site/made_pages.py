"""Lay what the engine makes and brings over the files of `docs/`, as an engine is to find them."""

from __future__ import annotations

from strategi.content.overlay import Overlay
from strategi.content.tree import Tree
from strategi.render.registry.pages import generated_pages
from strategi.render.shared_pages import shared_pages
from strategi.render.view import View
from strategi.site.brought_files import brought_files

_DOCS = "docs/"


# Folders below docs/ for what is made alone; files that lie there are no pages of the site.
MADE_FOLDERS = ("huvudman", "jamfor", "revideringar")


def with_made_pages(tree: Tree, view: View) -> Overlay:
    """The tree with a page for each thing in the strategy, and all that every site has.

    A page that every county shares gives way to one of the county's own at the same place.
    """
    own = frozenset(tree.paths("docs"))
    shared = {path: text for path, text in shared_pages().items() if f"{_DOCS}{path}" not in own}
    made = {**brought_files(), **shared, **generated_pages(view)}
    return Overlay(below=tree, files={f"{_DOCS}{path}": text.encode() for path, text in made.items()})
