"""Model what is computed from the published figures, and which way it points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from strategi.model.indicator import Observation


class Basis(Enum):
    """What a figure is held against."""

    START = "start"
    """The same area, the last period that ended before the strategy began."""
    PREVIOUS = "previous"
    """The same area, the period before."""
    FIRST = "first"
    """The same area, the first period that can be compared."""
    COMPARISON = "comparison"
    """The comparison area, the same period."""


class Verdict(Enum):
    """Which way a difference points."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    NEITHER = "neither"
    """The indicator does not say which way is better."""


class Unjudged(Enum):
    """Why it cannot be said how it has gone since the strategy began."""

    NO_VALUE_SINCE = "no-value-since"
    """No figure of a period that began when the strategy did, or later."""
    NO_VALUE_BEFORE = "no-value-before"
    """No figure of an equally long period that ended before."""
    BREAK_BETWEEN = "break-between"
    """The way of measuring was changed between the two."""
    UNKNOWN_START = "unknown-start"
    """On which day the strategy began is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedValue:
    """The difference between two published figures: our own calculation, never credited to their publisher.

    `difference` is `latest` minus `reference` in the unit of the series (percentage points for percentages),
    rounded as the figures are published.
    """

    difference: Decimal
    latest: Observation
    reference: Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A difference and what it means. No claim of statistical significance."""

    basis: Basis
    derived: DerivedValue
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many indicators of one role have gone which way since the strategy began, in one area.

    Every indicator stands in exactly one of the counts.
    """

    better: int
    worse: int
    unchanged: int
    unjudged: int
    """With a figure since the start, but without a direction, or a figure from before to compare with."""
    without_value: int
    """Without a figure since the start."""

    @property
    def total(self) -> int:
        """How many indicators were counted."""
        return self.better + self.worse + self.unchanged + self.unjudged + self.without_value
