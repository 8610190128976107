"""Model who may decide on a change, by what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import total_ordering
from typing import Annotated

from pydantic import Field

from strategi.model.change_kind import ChangeKind
from strategi.model.evidence import Evidence, Known
from strategi.model.record import Count, Record, Slug, Text


@total_ordering
class DecisionClass(Enum):
    """How much a change matters, from least to most. The three last are those of a revision's record."""

    DATA = "data"
    """Figures and registered facts: apart from the text, and corrected as soon as they are known better."""
    TECHNICAL = "technical"
    NON_ESSENTIAL = "non-essential"
    ESSENTIAL = "essential"

    def __lt__(self, other: DecisionClass) -> bool:
        order = [*DecisionClass]
        return order.index(self) < order.index(other)


class ChangedThing(Enum):
    """What a change is a change of. The first five are the governed parts, by `PartKind`."""

    VISION = "vision"
    SUBGOAL = "subgoal"
    PRINCIPLES = "principles"
    ROADMAP_SECTION = "roadmap-section"
    INDICATOR = "indicator"
    STRATEGY = "strategy"
    """The strategy's own facts: title, validity, interval."""
    GOVERNANCE = "governance"
    POSTPONEMENTS = "postponements"
    BODIES = "bodies"
    PRINCIPALS = "principals"
    ANNOTATIONS = "annotations"
    """What is said around a part, such as our reading, notes and support; not governed."""
    REVISIONS = "revisions"
    """The record of a revision. What its text changes is judged as changes of the parts."""
    ADOPTIONS = "adoptions"
    PLANS = "plans"
    REFERENCES = "references"
    EVENTS = "events"
    FOCUS_SHIFTS = "focus-shifts"
    SOURCES = "sources"
    WORDS = "words"
    """What things are called."""
    SITE = "site"
    """What the site says of itself: contact, and how accessible it is."""
    FIGURES = "figures"


# What stands around the strategy and is no part of it: technical where a county says nothing else, and why.
AROUND: Mapping[ChangedThing, str] = {
    ChangedThing.WORDS: "Vad saker kallas på sidorna är ingen del av det beslutade.",
    ChangedThing.SITE: "Vad webbplatsen säger om sig själv är ingen del av det beslutade.",
}


class Mandate(Record):
    """Who decides on changes of one class (`strategy/governance.yml`, `mandates`)."""

    change_class: Annotated[DecisionClass, Field(alias="class")]
    decided_by: tuple[Slug, ...]
    """The bodies of which any may decide; empty where no decision is needed."""
    prepared_by: tuple[Slug, ...] = ()
    """The bodies that may approve a proposal, which then is recorded but not decided."""
    informed: tuple[Slug, ...] = ()
    """The bodies that are to be told, unless they decide themselves."""
    clause: Text
    """What the ground says, in our words."""
    page: Known[Annotated[Count, Field(gt=0)]]
    """Page in the decided document."""
    evidence: Evidence
    references: tuple[Slug, ...]


class Classification(Record):
    """How much a change matters (`strategy/governance.yml`, `classes`). The row that names most counts."""

    what: ChangedThing
    id: Text | None = None
    """A single part or record; all of them when absent."""
    field: Text | None = None
    """A single fact, such as `title`; all of them when absent."""
    change: ChangeKind | None = None
    """A single kind of change; all of them when absent."""
    change_class: Annotated[DecisionClass, Field(alias="class")]
    reason: Text
    """Why, for those who read the verdict."""
    evidence: Evidence
    references: tuple[Slug, ...]

    @property
    def precision(self) -> int:
        """How many conditions the row has besides what it is about."""
        return sum(each is not None for each in (self.id, self.field, self.change))
