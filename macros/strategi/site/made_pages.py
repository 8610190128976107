"""Lay what the engine makes and brings over the files of `docs/`, as an engine is to find them."""

from __future__ import annotations

from strategi.content.overlay import Overlay
from strategi.content.tree import Tree
from strategi.render.registry.pages import former_pages, generated_pages
from strategi.render.shared_pages import shared_pages
from strategi.render.view import View
from strategi.site.brought_files import brought_files

_DOCS = "docs/"


# Folders below docs/ for what is made alone; files that lie there are no pages of the site.
MADE_FOLDERS = ("huvudman", "jamfor", "revideringar")


def with_made_pages(tree: Tree, view: View) -> Overlay:
    """The tree with a page for each thing in the strategy, and all that every site has.

    A page that every county shares gives way to one of the county's own at the same place, as does that of a
    part which only a former strategy has.
    """
    own = frozenset(tree.paths("docs"))
    for_all = {**shared_pages(), **former_pages(view)}
    shared = {path: text for path, text in for_all.items() if f"{_DOCS}{path}" not in own}
    made = {**brought_files(), **shared, **generated_pages(view)}
    return Overlay(below=tree, files={f"{_DOCS}{path}": text.encode() for path, text in made.items()})
