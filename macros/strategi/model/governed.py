"""List the governed content, part by part: what may not change without a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from strategi.model.evidence import Evidence
from strategi.model.indicator import Indicator, Role
from strategi.model.parts import Part
from strategi.model.record import Record
from strategi.model.strategy import Strategy

VISION_ID = "vision"
PRINCIPLES_ID = "principles"
RECORD_ID = "record"
"""Takes a part's place where it is the record of a decision that is corrected, and not the text."""
TEXT = "text"
TITLE = "title"

INDICATOR_FACTS = ("name", "subgoal", "definition", "unit", "direction", "source")


class PartKind(Enum):
    """What a governed part is, in the strategy's order."""

    VISION = "vision"
    SUBGOAL = "subgoal"
    PRINCIPLES = "principles"
    ROADMAP_SECTION = "roadmap-section"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernedPart:
    """One part with its governed facts by name, as plain text; None stands for "not found".

    Text parts have `title` and `text` (Markdown); indicators have their definition's facts, such as `name`.
    """

    kind: PartKind
    id: str
    facts: Mapping[str, str | None]

    @property
    def title(self) -> str | None:
        """What the part is called."""
        return self.facts["name" if self.kind is PartKind.INDICATOR else TITLE]

    @property
    def text(self) -> str | None:
        """The wording in Markdown; None for indicators, and where it is not found."""
        return self.facts.get(TEXT)


def governed_parts(strategy: Strategy) -> tuple[GovernedPart, ...]:
    """Every governed part in the strategy's order. The roadmap's order is part of what is decided."""
    vision, principles = strategy.vision, strategy.principles
    return (
        *([_text_part(PartKind.VISION, VISION_ID, vision)] if vision else ()),
        *(_text_part(PartKind.SUBGOAL, each.id, each) for each in strategy.subgoals),
        *([_text_part(PartKind.PRINCIPLES, PRINCIPLES_ID, principles)] if principles else ()),
        *(_text_part(PartKind.ROADMAP_SECTION, each.id, each) for each in strategy.roadmap),
        *(_indicator(each) for each in strategy.indicators if each.role is Role.APPENDIX),
    )


def _text_part(kind: PartKind, part_id: str, part: Part) -> GovernedPart:
    return GovernedPart(kind=kind, id=part_id, facts={TITLE: part.title, TEXT: _plain(part.text)})


def _indicator(indicator: Indicator) -> GovernedPart:
    return GovernedPart(kind=PartKind.INDICATOR, id=indicator.id, facts=_facts(indicator, INDICATOR_FACTS))


def _facts(record: Record, names: tuple[str, ...]) -> Mapping[str, str | None]:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(fact: Any) -> str | None:
    if fact is Evidence.NOT_FOUND:
        return None
    return str(fact.value if isinstance(fact, Enum) else fact)
