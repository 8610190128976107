"""What have we computed from the published figures, and which way does it point?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from macros.model.indicator import Observation


class Basis(Enum):
    """What a figure is held against."""

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
