"""Model whether an adopted document is worded identically with a revision, and where it differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from strategi.model.change import Comparison, PartChange
from strategi.model.governed import GovernedPart


class Verdict(Enum):
    """What can be said of one part."""

    IDENTICAL = "identical"
    DEVIATING = "deviating"
    MISSING = "missing"
    """It is not found in the document."""
    UNKNOWN = "unknown"
    """The recommended wording is not known here, so that there is nothing to compare with."""


class Typography(Enum):
    """What can differ though the words are the same."""

    SPACE = "space"
    QUOTES = "quotes"
    DASHES = "dashes"
    HYPHENATION = "hyphenation"
    LETTERS = "letters"
    """The same letter, written with other codes."""
    CAPITALS = "capitals"
    """In a heading or a cell; elsewhere another case is another word."""
    LAYOUT = "layout"
    """Where paragraphs and items begin."""


class Position(Enum):
    """Where in the document something stands, seen from the parts."""

    BEFORE = "before"
    HEADING = "heading"
    """A heading with no text of its own, right above a part: it gathers parts."""
    AMONG = "among"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPart:
    """One governed part, as far as it could be compared."""

    part: GovernedPart
    verdict: Verdict
    change: PartChange | None = None
    """From the recommended to the adopted wording; None where it does not deviate."""
    typography: tuple[Typography, ...] = ()
    uncompared: tuple[str, ...] = ()
    """Names of facts that are known, but that the document does not state in a way that can be compared."""


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A block of the document that belongs to no part."""

    text: str
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A document against a revision."""

    parts: tuple[VerifiedPart, ...]
    foreign: tuple[ForeignText, ...] = ()
    """In reading order."""

    def having(self, verdict: Verdict) -> tuple[VerifiedPart, ...]:
        """The parts of which that is said."""
        return tuple(each for each in self.parts if each.verdict is verdict)

    @property
    def is_judged(self) -> bool:
        """Whether any part could be compared with something in the document."""
        return any(each.verdict in (Verdict.IDENTICAL, Verdict.DEVIATING) for each in self.parts)

    @property
    def added(self) -> tuple[ForeignText, ...]:
        """Text among the parts, which reads as if it were adopted with them."""
        return tuple(each for each in self.foreign if each.position is Position.AMONG)

    @property
    def is_identical(self) -> bool:
        """Whether no known wording differs, and nothing is added among the parts."""
        differing = self.having(Verdict.DEVIATING) + self.having(Verdict.MISSING)
        return self.is_judged and not differing and not self.added

    @property
    def is_known_in_full(self) -> bool:
        """Whether every wording could be compared."""
        return not any(each.verdict is Verdict.UNKNOWN or each.uncompared for each in self.parts)

    @property
    def comparison(self) -> Comparison:
        """The deviating parts, as any other comparison."""
        return Comparison(tuple(each.change for each in self.parts if each.change))
