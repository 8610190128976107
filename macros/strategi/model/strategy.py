"""Model everything that has been read as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from strategi.model.authority import Classification, Mandate
from strategi.model.governance import (
    AdoptionLedger,
    Body,
    Event,
    LocalPlan,
    Postponement,
    Principal,
    Revision,
)
from strategi.model.indicator import Area, Indicator, Role, Series, SourceRegister
from strategi.model.parts import (
    FocusShift,
    Principles,
    Reference,
    RoadmapSection,
    StrategyInfo,
    Subgoal,
    Vision,
)
from strategi.model.revision_id import RevisionId
from strategi.model.site_facts import SiteFacts
from strategi.model.words import Term, Words, words_of


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """The strategy and its figures at one moment, read from a working tree or from a commit.

    Tuples are in reading order: subgoals and indicators by number, roadmap by `order`, the rest as written.
    """

    info: StrategyInfo
    vision: Vision | None
    subgoals: tuple[Subgoal, ...]
    principles: Principles | None
    roadmap: tuple[RoadmapSection, ...]
    focus_shifts: tuple[FocusShift, ...]
    references: tuple[Reference, ...]
    principals: tuple[Principal, ...]
    areas: tuple[Area, ...]
    bodies: tuple[Body, ...]
    events: tuple[Event, ...]
    revisions: tuple[Revision, ...]
    """Oldest first."""
    ledgers: Mapping[RevisionId, AdoptionLedger]
    """By revision id."""
    indicators: tuple[Indicator, ...]
    series: Mapping[str, tuple[Series, ...]]
    """By indicator id, in the order of the definition; only series that have figures."""
    sources: SourceRegister
    postponements: tuple[Postponement, ...] = ()
    """Decisions that the next revision is due on another day."""
    mandates: tuple[Mandate, ...] = ()
    """Who decides, by class."""
    classes: tuple[Classification, ...] = ()
    """How much a change matters, by what it changes."""
    plans: tuple[LocalPlan, ...] = ()
    terms: tuple[Term, ...] = ()
    """What the county calls things, where it has words of its own."""
    site: SiteFacts = field(default_factory=SiteFacts)
    """What the site says of itself."""

    @cached_property
    def words(self) -> Words:
        """What everything is called."""
        return words_of(self.terms)

    @cached_property
    def indicator_by_id(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {each.id: each for each in self.indicators}

    @cached_property
    def subgoal_by_id(self) -> Mapping[str, Subgoal]:
        """Subgoals by id."""
        return {each.id: each for each in self.subgoals}

    @cached_property
    def principal_by_id(self) -> Mapping[str, Principal]:
        """Principals by id."""
        return {each.id: each for each in self.principals}

    @cached_property
    def body_by_id(self) -> Mapping[str, Body]:
        """Bodies by id."""
        return {each.id: each for each in self.bodies}

    @cached_property
    def reference_by_id(self) -> Mapping[str, Reference]:
        """References by id."""
        return {each.id: each for each in self.references}

    @cached_property
    def area_names(self) -> Mapping[str, str]:
        """Names by area code: principals' short names and the other areas."""
        names = {each.code: each.name for each in self.areas}
        others = {each.area: each.short_name for each in self.principals if each.area}
        governing = {
            each.area: each.short_name for each in self.principals if each.area and each.names_its_area
        }
        return names | others | governing

    @cached_property
    def plan_by_principal(self) -> Mapping[str, LocalPlan]:
        """Local plans by principal id."""
        return {each.principal: each for each in self.plans}

    def indicators_of(self, subgoal_id: str, *roles: Role) -> tuple[Indicator, ...]:
        """The indicators of one subgoal, in the roles given (all when none is)."""
        return tuple(
            each
            for each in self.indicators
            if each.subgoal == subgoal_id and (not roles or each.role in roles)
        )
