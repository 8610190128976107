"""Reads tests/engine/cases/diff/strategies: two small strategies each, and what is said of the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from strategi.model.evidence import Evidence
from strategi.model.indicator import Direction, Indicator, Role
from strategi.model.parts import Pictogram, Principles, RoadmapSection, Subgoal, Vision
from strategi.model.strategy import Strategy

from tests.engine.render import invented

FOLDER = Path(__file__).parents[1] / "cases" / "diff" / "strategies"
CASES = sorted(FOLDER.glob("*.yml"), key=lambda path: path.name)
_SUBGOAL: Mapping[str, Any] = {
    "pictogram": Pictogram.PERSON,
    "reading": Evidence.NOT_FOUND,
    "reading_evidence": Evidence.NOT_FOUND,
    "focus_shifts": (),
}
_FACTS = ("name", "subgoal", "definition", "unit", "direction", "source")
_KINDS: Mapping[str, Any] = {"direction": Direction, "role": Role}

Text = Sequence[str | None]
"""Title and wording."""


def read_case(path: Path) -> Mapping[str, Any]:
    """One case: `old` and `new` hold parts, the other keys what is expected."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def strategy_of(parts: Mapping[str, Any]) -> Strategy:
    """An invented strategy that has these governed parts; a fact that is null is not found."""
    subgoals, roadmap = parts.get("subgoals", {}), parts.get("roadmap", {})
    return replace(
        invented.strategy(),
        vision=Vision(**_text(["Målbild", parts.get("vision")])),
        subgoals=tuple(Subgoal(id=key, **_SUBGOAL, **_text(text)) for key, text in subgoals.items()),
        principles=Principles(**_text(parts.get("principles", ["Principer", None]))),
        roadmap=tuple(
            RoadmapSection(id=key, order=10 * place, **_text(text))
            for place, (key, text) in enumerate(roadmap.items())
        ),
        indicators=tuple(_indicator(key, facts) for key, facts in parts.get("indicators", {}).items()),
    )


def _text(text: Text) -> Mapping[str, Any]:
    title, wording = text
    return {**invented.PART, "title": title, "text": wording or Evidence.NOT_FOUND}


def _indicator(indicator_id: str, facts: Mapping[str, Any]) -> Indicator:
    unknown = dict.fromkeys(_FACTS, Evidence.NOT_FOUND)
    known = {name: _KINDS.get(name, str)(fact) for name, fact in facts.items() if fact is not None}
    return invented.indicator(indicator_id, **(unknown | known))
