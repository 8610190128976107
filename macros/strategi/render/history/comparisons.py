"""Compare recorded revisions pairwise. Each pair is compared once, however many pages ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, takewhile

from strategi.diff.strategies import compare_governed
from strategi.model.change import Comparison
from strategi.model.governance import Revision
from strategi.model.log import RecordedText, RevisionLog
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import lineage
from strategi.model.strategy import Strategy

# More than the pairs of any site: past this, some are compared anew.
_KEPT = 256


@dataclass(frozen=True, slots=True)
class _Itself:
    """A strategy as a key. It is known by which object it is, since one read later can say something else."""

    strategy: Strategy

    def __hash__(self) -> int:
        return id(self.strategy)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.strategy is other.strategy


def compared(log: RevisionLog, old: RevisionId, new: RevisionId) -> Comparison | None:
    """Compare the texts of two revisions; None where either was not found."""
    before, after = log.text(old), log.text(new)
    return _compare(_Itself(before), _Itself(after)) if before and after else None


def against_predecessor(log: RevisionLog, revision: Revision) -> Comparison | None:
    """Compare a revision with the one before it; None where there is none, or a text was not found.

    What was put right in our rendering of it afterwards is not what was decided, and left out.
    """
    if revision.predecessor is None:
        return None
    before, after = log.text(revision.predecessor), log.first_text(revision.id)
    return _compare(_Itself(before), _Itself(after)) if before and after else None


def found_texts(log: RevisionLog) -> tuple[RecordedText, ...]:
    """The revisions whose text was found, oldest first."""
    return tuple(each for each in log.texts if each.strategy)


def comparable_pairs(log: RevisionLog) -> Iterator[tuple[Revision, Revision]]:
    """Every pair of revisions that there is a page for, the older one first."""
    return combinations((each.revision for each in found_texts(log)), 2)


def revisions_between(
    revisions: tuple[Revision, ...], old: RevisionId, new: RevisionId
) -> tuple[Revision, ...]:
    """The revisions after `old` up to `new` by way of predecessors, oldest first.

    Where the older is no ancestor of the newer, the way goes to the beginning.
    """
    by_id = {each.id: each for each in revisions}
    later = takewhile(lambda each: each.id != old, lineage(by_id.get(new), by_id))
    return tuple(reversed([*later]))


@lru_cache(maxsize=_KEPT)
def _compare(old: _Itself, new: _Itself) -> Comparison:
    return compare_governed(old.strategy, new.strategy)
