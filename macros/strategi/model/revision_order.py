"""Put revisions in order: by their ids, and where those do not say which came first, by predecessor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from strategi.model.governance import Revision
from strategi.model.revision_id import RevisionId

Place = tuple[str, ...]
"""What a revision is sorted by: its id, after that of its predecessor where the id alone sorts before it."""


def oldest_first(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Sort revisions."""
    known = tuple(revisions)
    places = places_of(known)
    return tuple(sorted(known, key=lambda revision: places[revision.id]))


def places_of(revisions: Iterable[Revision]) -> Mapping[RevisionId, Place]:
    """Give each revision's place among the others, by id."""
    by_id = {revision.id: revision for revision in revisions}
    places: dict[RevisionId, Place] = {}
    for revision in by_id.values():
        unplaced = [*takewhile(lambda each: each.id not in places, lineage(revision, by_id))]
        for later in reversed(unplaced):
            before = later.predecessor
            # What is surely later than a revision cannot come before it, whatever the record says.
            is_before = before is not None and before.first_day <= later.id.last_day
            start = places.get(before, ()) if before is not None and is_before else ()
            places[later.id] = max((later.id,), (*start, later.id))
    return places


def lineage(revision: Revision | None, by_id: Mapping[RevisionId, Revision]) -> Iterator[Revision]:
    """Give a revision and those before it by predecessors, newest first; around a circle once."""
    passed: set[RevisionId] = set()
    while revision is not None and revision.id not in passed:
        yield revision
        passed.add(revision.id)
        revision = by_id.get(revision.predecessor) if revision.predecessor else None
