"""Select the wording that the public sees when the files hold a proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from strategi.model.digest import canonical_facts, digest
from strategi.model.evidence import Evidence
from strategi.model.governed import PRINCIPLES_ID, VISION_ID, governed_parts
from strategi.model.log import RevisionLog
from strategi.model.parts import FocusShift, Part, Reference, RoadmapSection
from strategi.model.strategy import Strategy
from strategi.rules.decided_indicators import with_decided_indicators
from strategi.rules.standing import standing

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Reference | FocusShift)


def published(strategy: Strategy, log: RevisionLog, today: date) -> Strategy:
    """Give the governed content of the current revision, and everything else as the files stand.

    The strategy is given as it is where its own text is the current one, or the decided one was not found.
    """
    current = standing(strategy, today).revision
    if current is Evidence.NOT_FOUND or digest(strategy) in current.digests:
        return strategy
    decided = log.text(current.id)
    return strategy if decided is None else with_decided_indicators(_with_wording(strategy, decided), decided)


def _with_wording(now: Strategy, decided: Strategy) -> Strategy:
    kept = _unchanged(now, decided)
    vision, principles = decided.vision, decided.principles
    sections = {each.id: each for each in now.roadmap}

    def section(then: RoadmapSection) -> RoadmapSection:
        return kept(then.id, then, sections.get(then.id)).model_copy(update={"order": then.order})

    return replace(
        now,
        vision=kept(VISION_ID, vision, now.vision) if vision else None,
        subgoals=tuple(kept(each.id, each, now.subgoal_by_id.get(each.id)) for each in decided.subgoals),
        principles=kept(PRINCIPLES_ID, principles, now.principles) if principles else None,
        roadmap=tuple(section(each) for each in decided.roadmap),
        references=_with_lost(now.references, decided.references),
        focus_shifts=_with_lost(now.focus_shifts, decided.focus_shifts),
    )


def _unchanged(now: Strategy, decided: Strategy) -> Callable[[str, P, P | None], P]:
    """Give a choice: the part of today, with its newest notes, if the decided wording is still the same."""
    wordings = [
        {each.id: canonical_facts(each) for each in governed_parts(strategy)} for strategy in (now, decided)
    ]

    def choose(part_id: str, then: P, today: P | None) -> P:
        is_same = today is not None and wordings[0].get(part_id) == wordings[1][part_id]
        return today if today is not None and is_same else then

    return choose


def _with_lost(now: Sequence[R], decided: Sequence[R]) -> tuple[R, ...]:
    """Add what only the decided parts refer to."""
    known = {each.id for each in now}
    return (*now, *(each for each in decided if each.id not in known))
