"""Match the old and new designations of parts that have been renumbered."""

from __future__ import annotations

from dataclasses import dataclass

from strategi.model.change import Comparison, PartChange


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordanceRow:
    """One part's designation before and after; "" where there was none, or is none any more."""

    before: str
    after: str
    title: str


def concordance(comparison: Comparison) -> tuple[ConcordanceRow, ...]:
    """The parts that have another designation, or none, where any was renumbered; empty where none was."""
    kinds = {change.part.kind for change in comparison.parts if change.is_renumbered}
    return tuple(
        ConcordanceRow(
            before=change.old.id if change.old else "",
            after=change.new.id if change.new else "",
            title=change.part.title or "",
        )
        for change in comparison.parts
        if change.part.kind in kinds and not _has_kept(change)
    )


def _has_kept(change: PartChange) -> bool:
    return change.old is not None and change.new is not None and not change.is_renumbered
