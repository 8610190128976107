"""Model a proposal: the files it started from, those it would leave, and what differs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.diff.strategies import compare, compare_governed
from strategi.model.authority import ChangedThing, DecisionClass, Mandate
from strategi.model.change import Comparison, StrategyComparison
from strategi.model.digest import digest
from strategi.model.evidence import Evidence
from strategi.model.governance import ChangeClass, Correction, Revision
from strategi.model.governed import RECORD_ID
from strategi.model.log import County, RevisionLog
from strategi.model.parts import Reference
from strategi.model.review import Cover, JudgedChange, NewStrategy, Weighing
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import lineage, places_of
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.rules.proposals.exact_ids import Names, more_exact, with_exact_ids
from strategi.rules.proposals.weighing import Scales
from strategi.words.lists import any_of, listed

# How an address begins, which says nothing of the place that it leads to.
_SCHEME = re.compile(r"^https?://(?:www\.)?")
_WORDS = re.compile(r"\W+")
# Judged by rules of their own.
JUDGED_APART = (ChangedThing.REVISIONS, ChangedThing.POSTPONEMENTS, ChangedThing.GOVERNANCE)


class Unjudgeable(Exception):
    """What is needed to judge is not there. The text says what, in Swedish."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A proposal: `base` is what it started from, `head` what would stand if it were merged."""

    base: Reading
    head: Reading
    old: Strategy
    new: Strategy
    log: RevisionLog
    """Of the head: the texts of all recorded revisions."""
    changed: frozenset[str]
    """Paths of all files that differ."""
    rewritten: frozenset[str]
    """Ids of indicators whose files of figures differ as text."""
    is_behind: bool
    """Whether what it is to be merged into has gone on since it started."""
    today: date
    renamed: Names = field(default_factory=dict)
    """Revisions that have got a more exact id, with a source; `old` names them by it already."""

    @classmethod
    def between(cls, base: Reading, head: Reading, **circumstances: Any) -> Proposal:
        """Start from what was read, both strategies sound, and follow what is only named more exactly."""
        assert base.strategy and head.strategy
        old, new = base.strategy, head.strategy
        sources = new_sources(old, new)
        cited = {revision.id: set(revision.references) for revision in new.revisions}
        names = {known: name for known, name in more_exact(old, new).items() if cited[name] & sources}
        followed = with_exact_ids(old, names)
        return cls(base=base, head=head, old=followed, new=new, renamed=names, **circumstances)

    @cached_property
    def comparison(self) -> StrategyComparison:
        """Everything that differs between the files."""
        return compare(self.old, self.new, rewritten=self.rewritten)

    @property
    def words(self) -> Words:
        """What everything is called in the files as they would stand."""
        return self.new.words

    @cached_property
    def old_digest(self) -> str:
        """Of the governed text that the proposal started from."""
        return digest(self.old)

    @cached_property
    def new_digest(self) -> str:
        """Of the governed text that would stand."""
        return digest(self.new)

    @property
    def is_text_changed(self) -> bool:
        """Whether the governed text differs."""
        return self.old_digest != self.new_digest

    @cached_property
    def recorded(self) -> Mapping[RevisionId, Revision]:
        """The revisions that were recorded when the proposal started, by id."""
        return {each.id: each for each in self.old.revisions}

    @cached_property
    def new_records(self) -> tuple[Entry[Revision], ...]:
        """The revisions that the proposal records, oldest first."""
        found = [each for each in self.head.of(Revision) if each.record.id not in self.recorded]
        places = places_of(each.record for each in self.head.of(Revision))
        return tuple(sorted(found, key=lambda each: places[each.record.id]))

    @cached_property
    def new_corrections(self) -> tuple[tuple[Entry[Revision], int, Correction], ...]:
        """The corrections that the proposal lists: the record, their number in it, and what they say."""
        return tuple(
            (entry, number, correction)
            for entry in self.head.of(Revision)
            if entry.record.id in self.recorded
            for number, correction in enumerate(entry.record.corrections)
            if correction not in self.recorded[entry.record.id].corrections
        )

    @property
    def standing_records(self) -> tuple[Entry[Revision], ...]:
        """The new ones that are not withdrawn. Each is judged: any could become the current revision."""
        return tuple(each for each in self.new_records if not each.record.withdrawn)

    @cached_property
    def record(self) -> Entry[Revision] | None:
        """The record that covers the proposal's text: the newest new decision, else the newest draft.

        A record that does not know what was decided, or by whom, covers nothing.
        """
        known = [each for each in self.standing_records if each.record.is_attributed]
        decided = [each for each in known if each.record.is_decided]
        return next(reversed(decided or known), None)

    @property
    def text_corrections(self) -> tuple[tuple[Entry[Revision], int, Correction], ...]:
        """Those that put the text right, and not the record."""
        return tuple(each for each in self.new_corrections if each[2].part != RECORD_ID)

    @cached_property
    def is_correction(self) -> bool:
        """Whether a listed correction leads from the old text to the new one."""
        steps = [each for *_, each in self.text_corrections]
        return (
            self.is_text_changed
            and any(each.digest_before == self.old_digest for each in steps)
            and any(each.digest_after == self.new_digest for each in steps)
        )

    @cached_property
    def compared_with(self) -> Revision | None:
        """The decided revision that the record's text must be compared with; None where it is the base's.

        The files may hold a proposal that was approved but never decided: a decision covers that too.
        """
        if self.record is None:
            return None
        ancestor = self._decided_before(self.record.record)
        return None if ancestor is None or self.old_digest in ancestor.digests else ancestor

    @cached_property
    def decided_on(self) -> Comparison:
        """The governed changes that the proposal must rest on a decision for. Raises `Unjudgeable`."""
        ancestor = self.compared_with
        if ancestor is None:
            return self.comparison.governed
        text = self.log.text(ancestor.id)
        if text is None:
            raise Unjudgeable(
                f"texten till revideringen {ancestor.id}, som ändringarna ska jämföras med, "
                "finns inte i historiken"
            )
        return compare_governed(text, self.new)

    @cached_property
    def new_sources(self) -> frozenset[str]:
        """Ids of the sources that the proposal brings."""
        return new_sources(self.old, self.new)

    def is_decided_by(self, mandate: Mandate) -> bool:
        """Whether its record is a decision of a body with that mandate. A technical one decides nothing."""
        return (
            self.record is not None
            and self.record.record.is_decided
            and self.record.record.change_class is not ChangeClass.TECHNICAL
            and self.record.record.decided_by in mandate.decided_by
        )

    @cached_property
    def decides_on_the_whole(self) -> bool:
        """Whether it brings a decision that says it is essential, by a body that may take such ones."""
        mandate = self.mandate(DecisionClass.ESSENTIAL)
        return any(
            entry.record.change_class is ChangeClass.ESSENTIAL
            and entry.record.is_decided
            and entry.record.is_attributed
            and (mandate is None or entry.record.decided_by in mandate.decided_by)
            for entry in self.standing_records
        )

    @cached_property
    def scales(self) -> Scales:
        """The rules that changes are weighed by: always those that the proposal started from."""
        return Scales(self.old.classes)

    def mandate(self, found: DecisionClass | None) -> Mandate | None:
        """Who decides on changes of a class, by the same rules."""
        return next((each for each in self.old.mandates if each.change_class is found), None)

    def names(self, bodies: tuple[str, ...]) -> str:
        """Bodies in a sentence: `Vårdrådet`, `Nätverket eller Vårdrådet`."""
        known = {**self.new.body_by_id, **self.old.body_by_id}  # who decides is not renamed in passing
        names = [known[each].name if each in known else each for each in bodies]
        return any_of(names) if names else "något organ som får besluta"

    def principals(self, ids: Sequence[str]) -> str:
        """Principals (at least one) in a sentence."""
        known = {**self.old.principal_by_id, **self.new.principal_by_id}
        return listed([known[each].name if each in known else each for each in ids])

    @cached_property
    def new_strategy(self) -> NewStrategy | None:
        """That the files hold another strategy; None where the id is the same.

        It is another county's only where everything says so. In doubt it is the same county's, which takes a
        decision: or a change of one code would be a way around the rules.
        """
        old, new = self.old.info, self.new.info
        if old.id == new.id:
            return None
        before, after = County.of(old, self.old.principals), County.of(new, self.new.principals)
        is_other = old.county != new.county and before.area != after.area
        return NewStrategy(
            former_id=old.id, id=new.id, is_other_county=is_other and before.has_other_principals(after)
        )

    @cached_property
    def weighing(self) -> Weighing:
        """Weigh everything; of a new strategy, the whole. Raises `Unjudgeable`."""
        if self.new_strategy:
            return self._of_new_strategy(self.new_strategy)
        changes = (*self.text_changes, *self._other_changes)
        classes = (*filter(None, [self.text_class]), *(each.change_class for each in changes))
        heaviest = max(classes, default=None)
        return Weighing(
            changes=changes,
            change_class=heaviest,
            mandate=self.mandate(heaviest),
            cover=self._cover,
            revision=self._covering,
            compared_with=self.compared_with,
            renamed=tuple(self.renamed.items()),
        )

    def _of_new_strategy(self, found: NewStrategy) -> Weighing:
        """A strategy in the place of another is of principle. Another county's is not weighed at all."""
        heaviest = None if found.is_other_county else DecisionClass.ESSENTIAL
        return Weighing(
            changes=(),
            change_class=heaviest,
            mandate=self.mandate(heaviest),
            cover=Cover.NOTHING if self.record is None else self._cover,
            revision=None if self.record is None else self.record.record,
            compared_with=None,
        )

    @cached_property
    def text_changes(self) -> tuple[JudgedChange, ...]:
        """The changes of governed text. Raises `Unjudgeable`."""
        if self.is_correction and self.record is None:
            return tuple(self.scales.corrected(self.comparison.governed))
        return tuple(self.scales.governed(self.decided_on))

    @cached_property
    def text_class(self) -> DecisionClass | None:
        """The highest class of the changes of governed text; None where none differs.

        The first decision is on the whole text, whatever the files held before.
        """
        first = [DecisionClass.ESSENTIAL] if self.is_first_decision else []
        return max((*first, *(each.change_class for each in self.text_changes)), default=None)

    def class_of(self, revision: Revision) -> DecisionClass:
        """How much the text of a recorded revision changes of the one before; essential where unknown."""
        before = self.log.text(revision.predecessor) if revision.predecessor else None
        text = self.log.text(revision.id)
        if before is None or text is None:
            return DecisionClass.ESSENTIAL
        changes = self.scales.governed(compare_governed(before, text))
        return max((each.change_class for each in changes), default=DecisionClass.TECHNICAL)

    @cached_property
    def decided_class(self) -> DecisionClass | None:
        """The highest class of what its record must cover: the text, and settings that are decided."""
        if self.new_strategy:
            return DecisionClass.ESSENTIAL
        settings = (
            change.change_class
            for change in self._other_changes
            if change.record and change.thing not in JUDGED_APART and self._is_for_bodies(change)
        )
        return max((*filter(None, [self.text_class]), *settings), default=None)

    def is_class_too_low(self, revision: Revision) -> bool:
        """Whether a record says that its changes weigh less than they do."""
        stated, computed = revision.change_class, self.decided_class
        if stated is Evidence.NOT_FOUND or computed is None:
            return False
        return DecisionClass(stated.value) < computed

    def _is_for_bodies(self, change: JudgedChange) -> bool:
        mandate = self.mandate(change.change_class)
        return mandate is not None and bool(mandate.decided_by)

    @property
    def is_first_decision(self) -> bool:
        """Whether nothing was decided before the proposal's own record."""
        return self.record is not None and self._decided_before(self.record.record) is None

    @cached_property
    def _other_changes(self) -> tuple[JudgedChange, ...]:
        found = self.comparison
        return (*self.scales.records(found.records), *self.scales.figures(found.figures))

    def _decided_before(self, revision: Revision) -> Revision | None:
        """The nearest revision before that was recommended or decided already when the proposal started.

        What the proposal itself says was decided is not what it can be measured by.
        """
        by_id = {each.id: each for each in self.new.revisions}
        for before in islice(lineage(revision, by_id), 1, None):
            recorded = self.recorded.get(before.id)
            if recorded is not None and _is_decided(recorded):
                return before
        return None

    @property
    def _cover(self) -> Cover:
        if self.record is not None:
            return Cover.DECISION if self.record.record.is_decided else Cover.DRAFT
        return Cover.CORRECTION if self.is_correction else Cover.NOTHING

    @property
    def _covering(self) -> Revision | None:
        if self.record is not None:
            return self.record.record
        return self.text_corrections[-1][0].record if self.is_correction else None


def new_sources(old: Strategy, new: Strategy) -> frozenset[str]:
    """Ids of the sources that only the new strategy has. An old one under another id is none."""
    known = {each.id for each in old.references}
    addresses = {_identity(each) for each in old.references}
    return frozenset(
        each.id for each in new.references if each.id not in known and _identity(each) not in addresses
    )


def _identity(reference: Reference) -> str:
    """What a source is known by, whatever its id and however it is written: its address, else its title."""
    if reference.url is Evidence.NOT_FOUND:
        return _WORDS.sub(" ", reference.title.casefold()).strip()
    return _SCHEME.sub("", reference.url.casefold()).partition("#")[0].rstrip("/")


def _is_decided(revision: Revision) -> bool:
    return revision.is_decided and not revision.withdrawn and revision.digest is not Evidence.NOT_FOUND
