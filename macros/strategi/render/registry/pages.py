"""Which pages are made from the content alone, one for each thing, and what do they say?"""

from __future__ import annotations

from collections.abc import Mapping

from strategi.render.addresses import WORKING, comparison_address, revision_address
from strategi.render.history.comparisons import comparable_pairs
from strategi.render.history.former import former_views
from strategi.render.revisions.chooser import working_base
from strategi.render.revisions.former_part import former_addresses
from strategi.render.templating import document
from strategi.render.view import View


def generated_pages(view: View) -> Mapping[str, str]:
    """Markdown by path below `docs/`: a page for each principal, revision and comparison, and an index."""
    return {
        "huvudman/index.md": _page("principals.md", view),
        **{
            f"huvudman/{each.id}.md": _page("principal.md", view, principal=each)
            for each in view.strategy.principals
        },
        **{path: text for each in reversed([*former_views(view)]) for path, text in _history(each).items()},
        **_history(view),
    }


def former_pages(view: View) -> Mapping[str, str]:
    """Markdown by path, for each part that only a former strategy has: its address still leads to it."""
    return {
        _path(address): _page("former_part.md", view, part_id=part_id)
        for address, part_id in former_addresses(view).items()
    }


def _history(view: View) -> Mapping[str, str]:
    """A page for each revision, and each comparison of two."""
    revisions = {
        _path(revision_address(each.id)): _page("revision.md", view, revision=each)
        for each in view.strategy.revisions
    }
    return revisions | _comparisons(view)


def _comparisons(view: View) -> dict[str, str]:
    pages = {
        _path(comparison_address(old.id, new.id)): _page("comparison.md", view, old=old, new=new)
        for old, new in comparable_pairs(view.log)
    }
    base = working_base(view)
    if base:
        page = _page("comparison_with_working.md", view, old=base, working=WORKING)
        pages[_path(comparison_address(base, None))] = page
    return pages


def _path(address: str) -> str:
    """The file of the page that is to stand at the address."""
    return f"{address.rstrip('/')}.md"


def _page(template: str, view: View, **context: object) -> str:
    is_former = view.successor is not None
    return document(f"pages/{template}", strategy=view.strategy, is_former=is_former, **context) + "\n"
