"""Model the review of a proposal: what it changes, who must decide, and whether it may be merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from strategi.model.authority import ChangedThing, DecisionClass, Mandate
from strategi.model.change import ChangeKind, FiguresChange, PartChange, RecordChange, StrategyComparison
from strategi.model.effects import ReaderEffects
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Revision
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.model.words import Words, swedish


class Ruling(Enum):
    """What comes out of a review."""

    MAY_BE_MERGED = "may-be-merged"
    RULE_BROKEN = "rule-broken"
    CANNOT_JUDGE = "cannot-judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedChange:
    """One change with its class. Exactly one of `part`, `record` and `figures` says what differs."""

    thing: ChangedThing
    id: str
    field: str | None
    """The fact that differs, or the text; None for a change of the whole: added, removed, moved."""
    kind: ChangeKind
    change_class: DecisionClass
    reason: str
    """Why it has that class, in Swedish."""
    evidence: Evidence
    part: PartChange | None = None
    record: RecordChange | None = None
    figures: FiguresChange | None = None


class Cover(Enum):
    """What a change of governed text rests on, in the proposal itself."""

    DECISION = "decision"
    """A new revision that a body has recommended or decided."""
    DRAFT = "draft"
    """A new revision that a body has approved as a proposal: it is recorded, and nothing is decided."""
    CORRECTION = "correction"
    """A listed correction of how we have rendered what was decided."""
    NOTHING = "nothing"


class StatusGround(Enum):
    """What a change of the strategy's legal status rests on, in the proposal itself."""

    UNCHANGED = "unchanged"
    """The legal status is the same, today and as far as can be seen from the files."""
    DECISION = "decision"
    """A new decision of a body that may take it."""
    REGISTERED = "registered"
    """A decision that a principal has taken already, or a fact that was not known, with its source."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """The first day, from today on, on which the legal status is another."""

    day: date
    is_now: bool
    """Whether that day is today."""
    differences: tuple[str, ...]
    """Each fact that is another, in Swedish: `gäller till och med: 2030-01-01 → 2035-01-01`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What the changes weigh, and who decides."""

    changes: tuple[JudgedChange, ...]
    change_class: DecisionClass | None
    """The highest of all changes; None where nothing differs."""
    mandate: Mandate | None
    """Who decides on that class, by the rules that the proposal started from."""
    cover: Cover
    revision: Revision | None
    """The record that covers the text; None where none does."""
    compared_with: Revision | None
    """The decided revision that the text is compared with, where the files held a proposal already."""
    renamed: tuple[tuple[RevisionId, RevisionId], ...] = ()
    """Revisions that have got a more exact id: the old and the new."""
    status_ground: StatusGround = StatusGround.UNCHANGED
    status_change: StatusChange | None = None
    """What becomes of the legal status; None where it is unchanged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStrategy:
    """That the proposal holds another strategy than what it started from. The two are not compared."""

    former_id: str
    id: str
    is_other_county: bool
    """Whether county, area and most principals are others: then the base's rules do not judge it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A proposal, judged by the rules that it started from."""

    base: str
    """The commit that it started from; "" where that was not found."""
    obstacles: tuple[Finding, ...] = ()
    """Why it could not be judged; empty where it could."""
    old: Strategy | None = None
    new: Strategy | None = None
    comparison: StrategyComparison | None = None
    weighing: Weighing | None = None
    effects: ReaderEffects | None = None
    """What the public will see change; None where that could not be told."""
    new_strategy: NewStrategy | None = None
    """None where both sides hold the same strategy."""
    findings: tuple[Finding, ...] = ()
    """What the proposal is at fault for."""
    standing_findings: tuple[Finding, ...] = ()
    """What was wrong already, and the proposal has not touched."""

    @property
    def words(self) -> Words:
        """What everything is called: as the proposal says, or as usual where it could not be read."""
        return self.new.words if self.new else swedish()

    @property
    def ruling(self) -> Ruling:
        """The outcome. What could not be judged is never taken for good."""
        if self.obstacles:
            return Ruling.CANNOT_JUDGE
        is_broken = any(each.severity is Severity.ERROR for each in self.findings)
        return Ruling.RULE_BROKEN if is_broken else Ruling.MAY_BE_MERGED
