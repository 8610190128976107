"""Show a former strategy, that another succeeds, as its own part of the history holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from strategi.render.view import View
from strategi.rules.publication import published

HISTORICAL = "Historisk"


def former_views(view: View) -> Iterator[View]:
    """The same page with the strategy that was before, and the one before that, the newest first."""
    former = view.log.former
    if former is None or view.log.problem:
        return
    earlier = replace(
        view,
        strategy=published(former.strategy, former.log, former.ended_on),
        log=former.log,
        successor=view.strategy,
        proposal=None,
        upcoming=None,
        file_sizes={},
    )
    yield earlier
    yield from former_views(earlier)


def holding(view: View, *revisions: str) -> View:
    """The view of the strategy that has recorded the revisions; the view itself where none has."""
    wanted = {each for each in revisions if each}
    return next((each for each in (view, *former_views(view)) if wanted <= _recorded(each)), view)


def _recorded(view: View) -> set[str]:
    return {str(each.id) for each in view.strategy.revisions}
