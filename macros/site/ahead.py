"""Which fragments can be made by another process, while the engine builds the pages around them?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from macros.render.calls import BrokenPage, Call, read_page
from macros.render.view import View
from macros.render.vocabulary import TEXT_MACROS, macros
from macros.site.loading import Site
from macros.site.sharing import begin, cores_to_use

# Page, forge, the site's address, macro, arguments and options: all that a fragment depends on,
# besides the content.
CallKey = tuple[str, str, str, str, tuple[Any, ...], tuple[tuple[str, Any], ...]]


def call_key(view: View, macro: str, arguments: Iterable[Any], options: Mapping[str, Any]) -> CallKey:
    """What tells one macro call from another."""
    return view.page_url, view.forge, view.site_url, macro, tuple(arguments), tuple(options.items())


def begin_ahead(site: Site, forge: str, site_url: str) -> Callable[[], Mapping[CallKey, str]]:
    """Begin to make the fragments of every page; the function given back waits for them.

    A call that fails, or whose values are computed, is left to be carried out in its place.
    """
    if cores_to_use() == 1:
        return dict
    docs = site.root / "docs"
    view_of = partial(site.view, forge=forge, site_url=site_url)
    result = begin(partial(_fragments_of, view_of, docs), sorted(docs.rglob("*.md")))
    return lambda: dict(chain.from_iterable(result()))


def _fragments_of(view_of: Callable[[str], View], docs: Path, file: Path) -> list[tuple[CallKey, str]]:
    source = file.read_text("utf-8")
    try:
        calls = read_page(source).calls if "{{" in source else ()
    except BrokenPage:
        return []
    view = view_of(page_address(file.relative_to(docs)))
    made = (_fragment_of(call, view) for call in calls)
    return [each for each in made if each]


def _fragment_of(call: Call, view: View) -> tuple[CallKey, str] | None:
    macro = macros().get(call.macro)
    if macro is None or call.macro in TEXT_MACROS or call.arguments is None or call.options is None:
        return None
    try:
        fragment = macro(view, *call.arguments, **call.options)
    except Exception:  # reported when the call is carried out in its place
        return None
    return call_key(view, call.macro, call.arguments, call.options), fragment


def page_address(path: Path) -> str:
    """The address of a page below `docs/`: `a/b.md` is `a/b/`, `a/index.md` is `a/`."""
    address = path.with_suffix("").as_posix()
    return address.removesuffix("index") if path.name == "index.md" else f"{address}/"
