"""Make fragments in another process, while the engine builds the pages around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from strategi.content.tree import Tree
from strategi.render.calls import Call, call_text
from strategi.render.page_pieces import page_pieces
from strategi.render.registry.vocabulary import TEXT_MACROS, macros
from strategi.render.view import View
from strategi.site.loading import Site
from strategi.site.page_files import markdown_in, page_address, page_source
from strategi.site.sharing import begin, cores_to_use

# Page, forge, the site's address, and the call as it would be written: all that a fragment depends on,
# besides the content.
CallKey = tuple[str, str, str, str]


def call_key(page_url: str, forge: str, site_url: str, call: Call) -> CallKey:
    """What tells one macro call from another."""
    return page_url, forge, site_url, call_text(call.macro, call.arguments, call.options)


def begin_ahead(site: Site, forge: str, site_url: str) -> Callable[[], Mapping[CallKey, str]]:
    """Begin to make the fragments of every page; the function given back waits for them.

    A call that fails is left to be carried out in its place.
    """
    if cores_to_use() == 1:
        return dict
    tree = site.pages
    view_of = partial(site.view, forge=forge, site_url=site_url)
    result = begin(partial(_fragments_of, view_of, tree), markdown_in(tree))
    return lambda: dict(chain.from_iterable(result()))


def _fragments_of(view_of: Callable[[str], View], tree: Tree, path: str) -> list[tuple[CallKey, str]]:
    calls = [piece for piece in page_pieces(page_source(tree, path)) if isinstance(piece, Call)]
    view = view_of(page_address(Path(path).relative_to("docs")))
    made = (_fragment_of(call, view) for call in calls)
    return [fragment for fragment in made if fragment]


def _fragment_of(call: Call, view: View) -> tuple[CallKey, str] | None:
    macro = macros().get(call.macro)
    if macro is None or call.macro in TEXT_MACROS:
        return None
    try:
        fragment = macro(view, *call.arguments, **call.options)
    except Exception:  # reported when the call is carried out in its place
        return None
    return call_key(view.page_url, view.forge, view.site_url, call), fragment
