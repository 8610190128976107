"""Model the differences between two strategies: governed parts, other records, figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from strategi.model.change_kind import ChangeKind as ChangeKind  # part of what a change is
from strategi.model.governed import GovernedPart
from strategi.model.indicator import Observation
from strategi.model.redline import Redline, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact that got another value; None stands for "not found" or absent.

    `runs` compare the two as plain text, word by word; empty where either is None.
    """

    name: str
    before: str | None
    after: str | None
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """One governed part in two strategies: `old` is None where it was added, `new` where it was removed.

    `facts` are those that differ, the wording excepted, which is in `redline` (empty for indicators, and
    where the wording is the same). Identity follows ids, except where a part was renumbered.
    """

    old: GovernedPart | None
    new: GovernedPart | None
    facts: tuple[FactChange, ...] = ()
    redline: Redline = field(default_factory=Redline)
    is_moved: bool = False
    """Whether it stands in another order among the parts that both strategies have."""

    @property
    def part(self) -> GovernedPart:
        """The part as it stands now, or as it last stood."""
        part = self.new or self.old
        assert part is not None
        return part

    @property
    def is_renumbered(self) -> bool:
        """Whether the same content has another id."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id

    @property
    def is_edited(self) -> bool:
        """Whether any of its words or facts differ."""
        return bool(self.facts) or not self.redline.is_equal

    @property
    def kind(self) -> ChangeKind | None:
        """The change in one word, the weightiest one; None where nothing differs."""
        if self.old is None:
            return ChangeKind.ADDED
        if self.new is None:
            return ChangeKind.REMOVED
        if self.is_renumbered:
            return ChangeKind.RENUMBERED
        if self.is_edited:
            return ChangeKind.CHANGED
        return ChangeKind.MOVED if self.is_moved else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The governed content of two strategies: all parts in the new order, removed ones where they stood."""

    parts: tuple[PartChange, ...] = ()

    @property
    def changed(self) -> tuple[PartChange, ...]:
        """The parts that differ."""
        return tuple(each for each in self.parts if each.kind)

    @property
    def is_equal(self) -> bool:
        """Whether nothing governed differs."""
        return not self.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """A record outside the governed text: who decides, what was decided, what facts rest on."""

    collection: str
    """The name of its list or folder: `bodies`, `adoptions`, `indicators`."""
    id: str
    kind: ChangeKind
    facts: tuple[FactChange, ...] = ()
    """Those that differ, by dotted name; empty where the record was added or removed."""


class FigureChangeKind(Enum):
    """What happened to a figure."""

    NEW = "new"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """One figure, by its key: series, area, gender and period."""

    kind: FigureChangeKind
    series: str
    before: Observation | None
    after: Observation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresChange:
    """The figures of one indicator. Without any change, only the way they are written differs."""

    indicator_id: str
    changes: tuple[FigureChange, ...]

    @property
    def is_only_format(self) -> bool:
        """Whether every figure is the same."""
        return not self.changes


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyComparison:
    """Everything that differs between two strategies."""

    governed: Comparison
    records: tuple[RecordChange, ...]
    figures: tuple[FiguresChange, ...]

    @property
    def is_equal(self) -> bool:
        """Whether nothing at all differs."""
        return self.governed.is_equal and not self.records and not self.figures
