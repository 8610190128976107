"""Model what git history knows: the text of every revision, and what happened between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from strategi.model.change import ChangeKind
from strategi.model.governance import Principal, Revision
from strategi.model.parts import StrategyInfo
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedText:
    """A recorded revision, and the strategy whose digest it has; None when it was not found.

    The strategy has no figures: they are not part of what was decided.
    """

    revision: Revision
    strategy: Strategy | None
    """In the newest rendering."""
    first: Strategy | None = None
    """As it was first recorded, where our rendering has been corrected since and that text was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """What one step did to one file. Without facts or figures, only how it is written or named differs."""

    path: str
    kind: ChangeKind
    id: str
    """Id of the part, indicator or revision that the file holds; "" for a file that holds a list."""
    is_governed: bool = False
    """Whether the governed wording or definition differs. Doubt, where a version is unreadable, says yes."""
    facts: tuple[str, ...] = ()
    """Names of the keys, or of a table's columns, whose values differ; for a list, the ids of the records."""
    new_figures: int = 0
    corrected_figures: int = 0
    withdrawn_figures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was changed on one day, or up to a revision: its last state against the last one before.

    However the changes were merged (squashed, rebased or with a merge commit), the step is the same.
    """

    taken_on: date
    """The day in Sweden on which the change came into the line of history."""
    revision_id: RevisionId | None
    """The revision whose text this step led to."""
    is_correction: bool
    """Whether it led to a corrected rendering of that revision."""
    changes: tuple[StepChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCorrection:
    """A published figure that later got another value, or was taken away."""

    corrected_on: date
    indicator_id: str
    series: str
    area: str
    gender: str
    time_period: str
    before: str
    """As written in the file; "" for none."""
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Where the strategy takes over from another, whose history comes before in the same repository."""

    began_on: date | None
    """The day from which on its id has stood; None where it is not committed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerStrategy:
    """The strategy that another succeeds, as its own part of the history holds it."""

    strategy: Strategy
    """As the files stood last, without figures."""
    log: RevisionLog
    ended_on: date
    """The last day of its part of the history."""


class County(NamedTuple):
    """Whose strategy it is."""

    area: str | None
    """The area whose figures stand for the county."""
    principals: frozenset[tuple[str, str | None]]
    """Id and area of each."""

    @classmethod
    def of(cls, info: StrategyInfo, principals: Iterable[Principal]) -> County:
        """As the strategy says that it is."""
        return cls(info.county_area, frozenset((each.id, each.area) for each in principals))

    def replaced(self, later: County) -> int:
        """How many of the principals have neither their id nor their area among the later ones."""
        ids = {identity for identity, _ in later.principals}
        areas = {area for _, area in later.principals if area}
        return sum(1 for identity, area in self.principals if identity not in ids and area not in areas)

    def has_other_principals(self, later: County) -> bool:
        """Whether most of the principals are others: a merger or two leaves a county what it was."""
        return self.replaced(later) * 2 > len(self.principals)


class LastChange(NamedTuple):
    """When a file was last changed, and what it was then."""

    changed_on: date | None
    """The day in Sweden; None where the clock of the commit was wrong."""
    blob: str
    """Git's id of the content; "" where the file was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionLog:
    """The strategy's history as far as this copy holds it. Everything is oldest first.

    It begins where the strategy's id does: what another id has stood for is another strategy's.
    """

    texts: tuple[RecordedText, ...] = ()
    steps: tuple[Step, ...] = ()
    corrections: tuple[FigureCorrection, ...] = ()
    last_changes: Mapping[str, LastChange] = field(default_factory=dict)
    """By path, of content and of pages in `docs/`; empty where the history is not complete."""
    beginning: Beginning | None = None
    """None where no other strategy came before."""
    former: FormerStrategy | None = None
    """The one that the strategy says that it succeeds; None where it says so of none, or none was found."""
    counties: tuple[County, ...] = ()
    """Whose strategy it was, each time that it was said to be another's."""
    problem: str = ""
    """Why the history is not complete, in Swedish; "" when it is."""

    def text(self, revision_id: RevisionId) -> Strategy | None:
        """The strategy as it stood in a revision; None when it was not found."""
        return next((each.strategy for each in self.texts if each.revision.id == revision_id), None)

    def first_text(self, revision_id: RevisionId) -> Strategy | None:
        """The same as it was first recorded: what a later correction put right is no part of the decision."""
        found = (each.first for each in self.texts if each.revision.id == revision_id)
        return next(found, None) or self.text(revision_id)
