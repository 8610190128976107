"""Which pages are made from the content alone, one for each thing, and what do they say?"""

from __future__ import annotations

from collections.abc import Mapping

from macros.model.strategy import Strategy
from macros.render.templating import document


def generated_pages(strategy: Strategy) -> Mapping[str, str]:
    """Markdown by path below `docs/`: a page for each principal, and their index."""
    pages = {
        f"huvudman/{each.id}.md": _page("principal.md", strategy, principal=each)
        for each in strategy.principals
    }
    return {"huvudman/index.md": _page("principals.md", strategy), **pages}


def _page(template: str, strategy: Strategy, **context: object) -> str:
    return document(f"pages/{template}", strategy=strategy, **context) + "\n"
