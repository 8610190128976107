"""Say which pages a strategy has nothing for: they are neither made nor linked to."""

from __future__ import annotations

from collections.abc import Set

from strategi.model.governance import DecisionKind
from strategi.model.strategy import Strategy
from strategi.render import addresses


def absent_pages(strategy: Strategy) -> Set[str]:
    """The addresses of the pages that this strategy has nothing for."""
    words = strategy.words
    is_there = {
        addresses.subgoals_address(words): bool(strategy.subgoals),
        addresses.vision_address(words): strategy.vision is not None,
        addresses.principles_address(words): strategy.principles is not None,
        addresses.roadmap_address(words): bool(strategy.roadmap),
        addresses.indicators_address(words): bool(strategy.indicators),
        addresses.principals_address(words): bool(strategy.principals),
        addresses.ADOPTIONS: bool(strategy.principals) and is_adopted(strategy),
        addresses.REVISIONS: bool(strategy.revisions),
        addresses.COMPARISONS: bool(strategy.revisions),
    }
    return {address for address, found in is_there.items() if not found}


def is_adopted(strategy: Strategy) -> bool:
    """Whether principals decide for themselves: a text is recommended to them, or decisions are listed."""
    is_final = [revision.decision is DecisionKind.DECIDED for revision in strategy.revisions]
    return bool(strategy.ledgers) or not is_final or not all(is_final)
