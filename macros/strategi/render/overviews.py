"""Say which pages a strategy has nothing for: they are neither made nor linked to."""

from __future__ import annotations

from collections.abc import Set

from strategi.model.strategy import Strategy
from strategi.render.addresses import (
    ADOPTIONS,
    COMPARISONS,
    INDICATORS,
    PRINCIPALS,
    PRINCIPLES,
    REVISIONS,
    ROADMAP,
    SUBGOALS,
    VISION,
)


def absent_pages(strategy: Strategy) -> Set[str]:
    """The addresses of the pages that this strategy has nothing for."""
    is_there = {
        SUBGOALS: bool(strategy.subgoals),
        VISION: strategy.vision is not None,
        PRINCIPLES: strategy.principles is not None,
        ROADMAP: bool(strategy.roadmap),
        INDICATORS: bool(strategy.indicators),
        PRINCIPALS: bool(strategy.principals),
        ADOPTIONS: bool(strategy.principals),
        REVISIONS: bool(strategy.revisions),
        COMPARISONS: bool(strategy.revisions),
    }
    return {address for address, found in is_there.items() if not found}
