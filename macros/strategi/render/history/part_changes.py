"""Find the revisions that changed a part, and how each changed it.

The part is followed backwards, also when it had another number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from strategi.model.change import ChangeKind, Comparison, PartChange
from strategi.model.governance import Revision
from strategi.model.governed import governed_parts
from strategi.model.log import RevisionLog
from strategi.model.revision_id import RevisionId
from strategi.render.history.comparisons import compared, found_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRevision:
    """What a revision did to a part. `change` is None in the oldest text there is: there it simply stands."""

    revision: Revision
    before: RevisionId | None
    """The revision that it is compared with."""
    change: PartChange | None


def part_revisions(log: RevisionLog, part_id: str) -> tuple[PartRevision, ...]:
    """The revisions that changed the part of that id in the newest text, newest first.

    Where the part no longer stands in the newest text, what took it away comes first.
    """
    return tuple(_followed([each.revision for each in found_texts(log)], log, part_id))


def _followed(revisions: list[Revision], log: RevisionLog, part_id: str) -> Iterator[PartRevision]:
    at: str | None = part_id
    for before, revision in reversed(list(pairwise(revisions))):
        comparison = compared(log, before.id, revision.id)
        assert comparison is not None  # both texts are found
        change = _change_of(comparison, at) if at else None
        if change and change.kind:
            yield PartRevision(revision=revision, before=before.id, change=change)
        if change and change.kind is not ChangeKind.REMOVED:
            at = change.old.id if change.old else None
    oldest = log.text(revisions[0].id) if revisions else None
    if oldest and at in {part.id for part in governed_parts(oldest)}:
        yield PartRevision(revision=revisions[0], before=None, change=None)


def _change_of(comparison: Comparison, part_id: str) -> PartChange | None:
    """The part that has the id now; else the one that had it last."""
    news = (each for each in comparison.parts if each.new and each.new.id == part_id)
    olds = (each for each in comparison.parts if each.new is None and each.part.id == part_id)
    return next(chain(news, olds), None)
