"""Model who decides, and what each of them has decided."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

from pydantic import Field

from strategi.model.evidence import Evidence, Known
from strategi.model.record import Address, AreaCode, Count, Digest, Flag, IsoDate, Record, Slug, Text, Tile
from strategi.model.revision_id import RevisionId


class PrincipalKind(Enum):
    """What kind of organisation a principal is, in the order in which they are listed."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    BOARD = "board"
    """A part of a region or municipality, with a decision of its own."""
    FEDERATION = "federation"
    AGENCY = "agency"
    UNIVERSITY = "university"
    COMPANY = "company"
    ASSOCIATION = "association"
    OTHER = "other"


class Principal(Record):
    """Who adopts the strategy (`strategy/principals.yml`)."""

    id: Slug
    name: Text
    short_name: Text
    kind: PrincipalKind
    area: AreaCode | None = None
    """The area that it answers for; None where it answers for none that has figures."""
    tile: Tile | None = None
    """Where it stands on the map of tiles; None where there is no map, or for who covers all of it."""

    @property
    def names_its_area(self) -> bool:
        """Whether the area is called as it is: that of who governs it, not of others who are active there."""
        return self.area is not None and self.kind in (PrincipalKind.REGION, PrincipalKind.MUNICIPALITY)

    @property
    def place(self) -> tuple[int, int] | None:
        """Column and row of its tile, counted from 1."""
        if self.tile is None:
            return None
        column, row = self.tile.split(",")
        return int(column), int(row)


class BodyKind(Enum):
    """What kind of body decides or prepares."""

    POLITICAL = "political"
    OFFICIALS = "officials"
    SUPPORT = "support"
    PROJECT = "project"


class Body(Record):
    """A council, network or group with a role in the strategy (`strategy/bodies.yml`)."""

    id: Slug
    name: Text
    kind: BodyKind
    composition: Known[Text]
    role: Text
    evidence: Evidence
    references: tuple[Slug, ...]


class DecisionKind(Enum):
    """What the deciding body did with a revision."""

    APPROVED = "approved"
    RECOMMENDED = "recommended"
    DECIDED = "decided"


class ChangeClass(Enum):
    """How much a change matters, and so who may decide it."""

    TECHNICAL = "technical"
    """Leaves the governed wording as it is."""
    NON_ESSENTIAL = "non-essential"
    ESSENTIAL = "essential"


class Informed(Record):
    """A body that was told of a decision, and when."""

    body: Slug
    informed_on: Known[IsoDate]


class RevisionNote(Record):
    """Why parts were changed, and where in the decided document that stands."""

    title: Text
    """What was new, in a few words."""
    parts: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Ids of governed parts: `vision`, `principles`, `D1`, `N07` or a roadmap section's id."""
    reason: Known[Text]
    page: Known[Annotated[Count, Field(gt=0)]]
    """Page in the decided document."""
    evidence: Evidence
    references: tuple[Slug, ...]


class Correction(Record):
    """Where our rendering of what was decided was wrong, and has been put right without a new decision."""

    corrected_on: IsoDate
    part: Text
    """Id of the governed part."""
    before: Text
    after: Text
    reason: Text
    digest_before: Digest
    digest_after: Digest
    references: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Revision(Record):
    """`strategy/revisions/<id>.yml`: what git cannot know of a revision."""

    id: RevisionId
    """When it was decided, as exactly as that was known when it was recorded."""
    title: Text
    change_class: Annotated[Known[ChangeClass], Field(alias="class")]
    class_evidence: Evidence
    decision: Known[DecisionKind]
    decided_by: Known[Slug]
    decided_on: Known[IsoDate]
    registry_number: Known[Text]
    minutes: Known[Text]
    reason: Known[Text]
    informed: tuple[Informed, ...] = ()
    effective_from: Known[IsoDate]
    condition: Known[Text]
    predecessor: RevisionId | None = None
    withdrawn: Flag = False
    digest: Known[Digest]
    """Of the text as it was first recorded; not found where the text itself is not in the history."""
    notes: tuple[RevisionNote, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """In the order they were made."""
    evidence: Evidence
    references: tuple[Slug, ...]

    @property
    def is_decided(self) -> bool:
        """Whether a body is known to have stood behind the text, and not only let it go on to be decided."""
        return self.decision in (DecisionKind.RECOMMENDED, DecisionKind.DECIDED)

    @property
    def is_attributed(self) -> bool:
        """Whether it is known what was done with the text, and by whom."""
        return Evidence.NOT_FOUND not in (self.decision, self.decided_by)

    @property
    def when(self) -> date | RevisionId:
        """When it was decided, as exactly as that is known."""
        return self.id if self.decided_on is Evidence.NOT_FOUND else self.decided_on

    @property
    def earliest_day(self) -> date:
        """The earliest day on which it can have been decided: the day, where that is known."""
        return self.id.first_day if self.decided_on is Evidence.NOT_FOUND else self.decided_on

    @property
    def digests(self) -> tuple[str, ...]:
        """Every digest that the text has had, the newest first; empty when none is known."""
        first = () if self.digest is Evidence.NOT_FOUND else (self.digest,)
        later = (each.digest_after for each in reversed(self.corrections))
        # Parts that were corrected at once share a digest.
        return tuple(dict.fromkeys((*later, *first)))


class Postponement(Record):
    """A decision that the next revision is due on another day (`strategy/postponements.yml`)."""

    revision: RevisionId
    """The revision that the next one is to follow."""
    due_on: IsoDate
    decided_by: Slug
    decided_on: IsoDate
    registry_number: Known[Text]
    minutes: Known[Text]
    reason: Known[Text]
    evidence: Evidence
    references: tuple[Slug, ...]


class Outcome(Enum):
    """What a principal decided on a revision."""

    IDENTICAL = "identical"
    DEVIATING = "deviating"
    REJECTED = "rejected"
    NOT_DOCUMENTED = "not-documented"


class Deviation(Record):
    """Where a principal adopted other words than the recommended ones."""

    part: Text
    """Id of the governed part."""
    fact: Text = "text"
    """Which of the part's governed facts: `text`, `title`, `definition`."""
    wording: Known[Text]
    """What was adopted, whole; not found where only the deviation is known."""
    is_struck: Annotated[Flag, Field(alias="struck")] = False
    """Whether the strategy was adopted without the part; `wording` is then not found."""


class Adoption(Record):
    """One principal's decision on one revision."""

    principal: Slug
    outcome: Outcome
    outcome_evidence: Evidence
    body: Known[Text]
    decided_on: Known[IsoDate]
    paragraph: Known[Text]
    registry_number: Known[Text]
    digest: Digest | None = None
    """Of the wording that was adopted, where it has been compared."""
    deviations: tuple[Deviation, ...] = ()
    references: tuple[Slug, ...]
    note: Text | None = None


def undocumented(principal: str) -> Adoption:
    """The row of a principal whose decision is not found."""
    return Adoption(
        principal=principal,
        outcome=Outcome.NOT_DOCUMENTED,
        outcome_evidence=Evidence.NOT_FOUND,
        body=Evidence.NOT_FOUND,
        decided_on=Evidence.NOT_FOUND,
        paragraph=Evidence.NOT_FOUND,
        registry_number=Evidence.NOT_FOUND,
        references=(),
    )


class AdoptionLedger(Record):
    """`strategy/adoptions/<revision>.yml`: every principal's decision on that revision."""

    revision: RevisionId
    adoptions: tuple[Adoption, ...]


class LocalPlan(Record):
    """`strategy/plans/<principal>.yml`: a principal's local plan, which the strategy leads to."""

    principal: Slug
    title: Text
    valid_from: Known[IsoDate]
    valid_to: Known[IsoDate]
    """The last day."""
    body: Known[Text]
    """Who decided on it, as the source names it."""
    decided_on: Known[IsoDate]
    registry_number: Known[Text]
    url: Known[Address]
    """Where it can be read."""
    evidence: Evidence
    references: tuple[Slug, ...]
    note: Text | None = None


class Event(Record):
    """Something that happened to the strategy (`strategy/events.yml`)."""

    date: Text
    """ISO date, or a coarser period as the source gives it."""
    text: Text
    evidence: Evidence
    references: tuple[Slug, ...]
