"""Tell an engine the menu that the strategy asks for, and what the foot of each page leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from strategi.content.tree import WorkingTree
from strategi.render.made.menu import FOOT, MenuItem, menu
from strategi.site.loading import Site
from strategi.site.made_pages import own_pages, pages_made

# The keys of mkdocs.yml in which a county may say both itself.
NAV, FOOTER = "nav", "footer"

Entry = str | Mapping[str, "str | Sequence[Entry]"]


def navigation(site: Site) -> list[Entry]:
    """The menu as it would be written in mkdocs.yml. Raises `UnsoundContent`.

    Pages of the county's own that the engine knows nothing of stand last, under Om, by address.
    """
    tree = WorkingTree(site.root)
    made = {page.address: page.path for page in pages_made(tree, site.view())}
    own = own_pages(tree)
    paths = {**made, **own}
    more = sorted(own.keys() - made.keys())
    return [_entry(item, paths) for item in menu(site.view().strategy, paths, more)]


def footer() -> list[Mapping[str, str]]:
    """The links of the foot, as they would be written in mkdocs.yml."""
    return [{"title": title, "url": address} for title, address in FOOT]


def _entry(item: MenuItem, paths: Mapping[str, str]) -> Entry:
    if item.items:
        return {item.title: [_entry(below, paths) for below in item.items]}
    path = paths[item.address or ""]
    return {item.title: path} if item.title else path
