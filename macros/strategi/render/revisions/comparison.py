"""Render the comparison of two versions of the strategy, part by part and word by word."""

from __future__ import annotations

from dataclasses import dataclass

from strategi.diff.strategies import compare_governed
from strategi.model.change import Comparison
from strategi.model.digest import digest
from strategi.model.governance import Revision
from strategi.model.governed import PartKind
from strategi.model.standing import Phase
from strategi.model.words import Words
from strategi.render.addresses import WORKING, comparison_address
from strategi.render.history.comparisons import compared, revisions_between
from strategi.render.history.former import holding
from strategi.render.history.revision_record import RevisionRecord, find_record
from strategi.render.revisions.chooser import choices
from strategi.render.revisions.compared_parts import compared_parts
from strategi.render.revisions.concordance import concordance
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.change_words import counts_words, part_label
from strategi.render.wording.scope import scope
from strategi.words.numbers import counted_of, moment

# What the two wordings are called: the old, and the new.
_PROPOSED = ("Nuvarande lydelse", "Föreslagen lydelse")
_DECIDED = ("Tidigare lydelse", "Ny lydelse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One side of a comparison: a recorded revision, or the files as they stand."""

    name: str
    record: RevisionRecord | None
    label: str
    """What its wording is called beside the other's."""

    @property
    def look(self) -> str:
        """Quiet, noticeable or historical, as the standing of a text is."""
        return self.record.look if self.record else "noticeable"


def comparison(view: View, old: str, new: str) -> str:
    """Compare two revisions by id; `new` may be `arbetskopia`, the files as they stand. Raise UnknownName."""
    view = holding(view, old, "" if new == WORKING else new)
    older = find_record(view, old)
    newer = None if new == WORKING else find_record(view, new)
    found = _compared(view, older, newer)
    versions = _versions(older, newer)
    if found is None:
        return fragment("comparison_missing.html", view=view, versions=versions)
    revisions = _revisions(view, older, newer)
    parts = compared_parts(found, revisions, view.strategy.reference_by_id, view.words)
    return fragment(
        "comparison.html",
        view=view,
        versions=versions,
        counted=counts_words(found),
        scope=scope(found, view.words),
        records=[find_record(view, str(each.id)) for each in revisions],
        parts=parts,
        changes=[change for part in parts for change in part.changes],
        unchanged=_unchanged(found, view.words),
        concordance=concordance(found),
        choices=choices(view),
        here=comparison_address(older.revision.id, newer.revision.id if newer else None),
    )


def _compared(view: View, older: RevisionRecord, newer: RevisionRecord | None) -> Comparison | None:
    if newer:
        return compared(view.log, older.revision.id, newer.revision.id)
    before = view.log.text(older.revision.id)
    return compare_governed(before, view.proposal) if before and view.proposal else None


def _revisions(view: View, older: RevisionRecord, newer: RevisionRecord | None) -> tuple[Revision, ...]:
    """Those that tell of what differs. Files as they stand have one if its record is written already."""
    revisions = view.strategy.revisions
    if newer:
        return revisions_between(revisions, older.revision.id, newer.revision.id)
    text = digest(view.proposal) if view.proposal else ""
    written = (each.id for each in revisions if text in each.digests)
    return tuple(each for id in written for each in revisions_between(revisions, older.revision.id, id))


def _unchanged(found: Comparison, words: Words) -> list[str]:
    """The parts where nothing differs: texts by name, indicators by how many they are."""
    parts = [each.part for each in found.parts if not each.kind]
    indicators = sum(part.kind is PartKind.INDICATOR for part in parts)
    names = [part_label(part, words) for part in parts if part.kind is not PartKind.INDICATOR]
    return [*names, counted_of(indicators, words.indicator)] if indicators else names


def _versions(older: RevisionRecord, newer: RevisionRecord | None) -> tuple[Version, Version]:
    """What each is called. Of what is not decided, the old wording is the one that holds."""
    is_proposed = newer is None or newer.standing.phase is Phase.PROPOSAL
    labels = _PROPOSED if is_proposed else _DECIDED
    new_name = moment(newer.revision.id) if newer else "Arbetskopian"
    return (
        Version(name=moment(older.revision.id), record=older, label=labels[0]),
        Version(name=new_name, record=newer, label=labels[1]),
    )
