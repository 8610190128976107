"""Model where the strategy stands on a day: in force, adopted by whom, due when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from strategi.model.evidence import NoSuch, NotFound
from strategi.model.governance import Body, Postponement, Revision


class Phase(Enum):
    """How far a revision has come, apart from who has adopted it."""

    UNKNOWN = "unknown"
    """What was decided is not known, nor whether anything was."""
    PROPOSAL = "proposal"
    RECOMMENDED = "recommended"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Condition(Enum):
    """Whether every principal has decided the same, as far as their decisions are known."""

    MET = "met"
    BROKEN = "broken"
    OPEN = "open"
    """Nobody has decided otherwise, but not every decision, or not its wording, is documented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionCount:
    """How many of the principals are documented to have decided what."""

    principals: int
    identical: int
    deviating: int
    rejected: int
    not_documented: int
    inferred: int = 0
    """Of the identical ones, those whose wording nobody has compared: that it is the same is our reading."""

    @property
    def condition(self) -> Condition:
        """Whether all have decided the same. What is our reading does not settle it."""
        if self.is_broken:
            return Condition.BROKEN
        return Condition.MET if self.is_complete and not self.inferred else Condition.OPEN

    @property
    def is_broken(self) -> bool:
        """Whether any principal is documented to have decided otherwise."""
        return bool(self.deviating or self.rejected)

    @property
    def is_complete(self) -> bool:
        """Whether every principal is documented to have adopted the same wording."""
        return self.identical == self.principals > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionStanding:
    """One revision on the day."""

    revision: Revision
    phase: Phase
    adoption: AdoptionCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The strategy on the day. The facts are those of the current revision, `revision`.

    Without any recorded revision the phase is unknown and the rest is not found.
    """

    phase: Phase
    revision: Revision | NotFound
    adopted: Revision | NotFound
    """The revision that the principals adopt, whose condition counts: the current one, or what it amends."""
    adopted_by: Body | NotFound
    """The body that decided on that one."""
    adoption: AdoptionCount
    decided_by: Body | NotFound
    decided_on: date | NotFound
    effective_from: date | NotFound
    valid_to: date | NotFound | NoSuch
    """The last day on which the strategy holds."""
    next_revision_due: date | NotFound
    """Not found either where the next revision is decided already, and only has to come into force, nor where
    it is not known what was decided."""
    postponement: Postponement | None
    """The decision that the day of the next revision rests on; None where it is the interval alone."""
    coming: Revision | None
    """A newer revision that is recommended or decided, but has not replaced the current one yet."""
    newer: Revision | None
    """A newer revision of which it is not known what was decided."""
    is_overdue: bool
    """Whether the day for the next revision has passed without one."""
    revisions: tuple[RevisionStanding, ...]
    """Every recorded revision, oldest first."""
