"""Tell on which day each file was last changed, as far as the clocks of the commits can be trusted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from strategi.history.line import Change, Line, day_of
from strategi.history.outlines import Outlines
from strategi.model.log import LastChange


def last_changes(line: Line, outlines: Outlines) -> Mapping[str, LastChange]:
    """The last change of every file there is or has been, by path; pages in `docs/` among them.

    The day of today has no part in it, so the same commit gives the same days whenever it is asked. To write
    words of today for those that they replaced is no change of content. Raises `HistoryError`.
    """
    found: dict[str, LastChange] = {}
    days = trusted([day_of(each.made_at) for each in line.commits])
    for commit, day in zip(line.commits, days, strict=True):
        for change in commit.pages:
            found[change.path] = _last(change, day)
        for change in commit.changes:
            is_reworded = change.path in found and outlines.is_only_reworded(*change)
            found[change.path] = _last(change, found[change.path].changed_on if is_reworded else day)
    return found


def _last(change: Change, day: date | None) -> LastChange:
    return LastChange(day, change.after.id if change.after else "")


def trusted(days: Sequence[date | None]) -> list[date | None]:
    """Keep the days, oldest commit first, that fit together; None in the place of every other.

    No commit is older than what it rests on. Where days say so, some clock was wrong: the fewest that must
    be are taken to be, and their days are not known.
    """
    # Of the runs of each length, the one that ends earliest: its last day, and the place of that.
    ends, places = list[date](), list[int]()
    before: list[int | None] = [None] * len(days)
    for place, day in enumerate(days):
        if day is None:
            continue
        length = bisect_right(ends, day)
        before[place] = places[length - 1] if length else None
        ends[length : length + 1] = [day]
        places[length : length + 1] = [place]
    kept = _run(places[-1] if places else None, before)
    return [day if place in kept else None for place, day in enumerate(days)]


def _run(last: int | None, before: Sequence[int | None]) -> frozenset[int]:
    """The places of a run, followed from its last."""
    places: list[int] = []
    while last is not None:
        places.append(last)
        last = before[last]
    return frozenset(places)
