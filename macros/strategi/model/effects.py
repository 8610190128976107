"""Model what a reader will see change when a proposal is merged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from strategi.model.change_kind import ChangeKind
from strategi.model.judgement import Basis, Verdict


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a page, or what a cell of a table says, as plain text."""

    text: str
    label: str = ""
    """What tells a cell or a fact from the others: its row and column, or its term; "" for a sentence."""
    table: str = ""
    """The caption of the table that it stands in."""

    @property
    def words(self) -> str:
        """What it says with what it is said of: `2024, riket: 86`."""
        return f"{self.label}: {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceEffect:
    """A sentence, a cell or a fact on a page that reads otherwise. One of the two is None where it is new
    or gone.
    """

    before: str | None
    after: str | None
    table: str = ""
    """The caption of its table, where it stands in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEffect:
    """A page that reads otherwise."""

    address: str
    """As `View.page_url`: "nyckeltal/n05/", and "" for the start page."""
    title: str
    kind: ChangeKind
    """Added, removed or changed."""
    sentences: tuple[SentenceEffect, ...]
    """In reading order. Of a new page or one that is gone, all that it says."""


class StandingFact(Enum):
    """What is said of the strategy's standing."""

    REVISION = "revision"
    PHASE = "phase"
    DECIDED_BY = "decided-by"
    EFFECTIVE_FROM = "effective-from"
    VALID_TO = "valid-to"
    IDENTICAL = "identical"
    """How many of the principals have adopted the same wording."""
    DEVIATING = "deviating"
    REJECTED = "rejected"
    CONDITION = "condition"
    """Whether it is met that every principal adopts the same wording."""
    NEXT_REVISION = "next-revision"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingEffect:
    """A fact of the standing that is another, in words."""

    fact: StandingFact
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendEffect:
    """A judgement that flips, appears or disappears (None)."""

    indicator_id: str
    series_id: str
    basis: Basis
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderEffects:
    """Everything that the public will see change."""

    pages: tuple[PageEffect, ...]
    standing: tuple[StandingEffect, ...]
    trends: tuple[TrendEffect, ...]

    @property
    def is_empty(self) -> bool:
        """Whether a reader sees no difference at all."""
        return not (self.pages or self.standing or self.trends)
