"""Follow revisions that are named more exactly than before, since more is known of when they were decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from strategi.model.governance import Revision
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import oldest_first
from strategi.model.strategy import Strategy

Names = Mapping[RevisionId, RevisionId]
"""The new id of each revision that has one, by the old."""


def more_exact(old: Strategy, new: Strategy) -> Names:
    """Pair what is no longer recorded under its id with what stands instead, under one in the same period.

    Only the name may differ for them to be a pair. What else the record says otherwise is judged as ever.
    """
    before = {revision.id for revision in old.revisions}
    after = {revision.id for revision in new.revisions}
    gone = [revision for revision in old.revisions if revision.id not in after]
    come = [revision for revision in new.revisions if revision.id not in before]
    pairs = {one.id: [other for other in come if _is_same(one, other)] for one in gone}
    return {known: found[0].id for known, found in pairs.items() if len(found) == 1}


def with_exact_ids(strategy: Strategy, names: Names) -> Strategy:
    """Give the strategy as if the revisions had had these names, wherever they are named."""
    if not names:
        return strategy

    def named(revision_id: RevisionId) -> RevisionId:
        return names.get(revision_id, revision_id)

    def renamed(revision: Revision) -> Revision:
        before = revision.predecessor
        update = {"id": named(revision.id), "predecessor": named(before) if before else None}
        return revision.model_copy(update=update)

    ledgers = [
        ledger.model_copy(update={"revision": named(ledger.revision)}) for ledger in strategy.ledgers.values()
    ]
    return replace(
        strategy,
        revisions=oldest_first(map(renamed, strategy.revisions)),
        ledgers={ledger.revision: ledger for ledger in ledgers},
        postponements=tuple(
            postponement.model_copy(update={"revision": named(postponement.revision)})
            for postponement in strategy.postponements
        ),
    )


def _is_same(old: Revision, new: Revision) -> bool:
    return new.id.is_within(old.id) and (old.title, old.digest) == (new.title, new.digest)
