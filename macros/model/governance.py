"""Who decides, and what has each of them decided?"""

from __future__ import annotations

from enum import Enum

from macros.model.evidence import Evidence, Known
from macros.model.record import AreaCode, Flag, IsoDate, Record, Slug, Text


class PrincipalKind(Enum):
    """What kind of public authority a principal is."""

    REGION = "region"
    MUNICIPALITY = "municipality"


class Principal(Record):
    """A region or municipality that adopts the strategy (`strategy/principals.yml`)."""

    id: Slug
    name: Text
    short_name: Text
    kind: PrincipalKind
    area: AreaCode


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


class Revision(Record):
    """`strategy/revisions/<id>.yml`: what git cannot know of a revision."""

    id: IsoDate
    title: Text
    decision: DecisionKind
    decided_by: Slug
    decided_on: IsoDate
    registry_number: Known[Text]
    minutes: Known[Text]
    reason: Known[Text]
    effective_from: Known[IsoDate]
    condition: Known[Text]
    predecessor: IsoDate | None = None
    withdrawn: Flag = False
    evidence: Evidence
    references: tuple[Slug, ...]


class Outcome(Enum):
    """What a principal decided on a revision."""

    IDENTICAL = "identical"
    DEVIATING = "deviating"
    REJECTED = "rejected"
    NOT_DOCUMENTED = "not-documented"


class Adoption(Record):
    """One principal's decision on one revision."""

    principal: Slug
    outcome: Outcome
    outcome_evidence: Evidence
    body: Known[Text]
    decided_on: Known[IsoDate]
    paragraph: Known[Text]
    registry_number: Known[Text]
    references: tuple[Slug, ...]
    note: Text | None = None


class AdoptionLedger(Record):
    """`strategy/adoptions/<revision>.yml`: every principal's decision on that revision."""

    revision: IsoDate
    adoptions: tuple[Adoption, ...]


class Event(Record):
    """Something that happened to the strategy (`strategy/events.yml`)."""

    date: Text
    """ISO date, or a coarser period as the source gives it."""
    text: Text
    evidence: Evidence
    references: tuple[Slug, ...]
