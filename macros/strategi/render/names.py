"""Look up the name and the wording of what an editor names by its id."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from strategi.model.evidence import Evidence
from strategi.model.parts import Part
from strategi.model.strategy import Strategy
from strategi.render.errors import UnknownName
from strategi.render.prose import line_or_prose
from strategi.render.subject import name_of
from strategi.render.view import View
from strategi.render.wording.part_words import goal_title

VISION_ID = "vision"
PRINCIPLES_ID = "principles"
NOT_FOUND = "Uppgift saknas"


def name(view: View, any_id: str) -> str:
    """The name of a part, indicator, principal or body."""
    return find_name(view, any_id)


def title(view: View, any_id: str) -> str:
    """The name with its number before it, where it has one: `Delmål 1. Nära för mig`."""
    subgoal = view.strategy.subgoal_by_id.get(any_id)
    return goal_title(view.words, any_id, subgoal.title) if subgoal else name(view, any_id)


def text(view: View, part_id: str) -> str | Markup:
    """The wording of a part as HTML; `Uppgift saknas` where it is not found."""
    wording = find_part(view.strategy, part_id).text
    return NOT_FOUND if wording is Evidence.NOT_FOUND else line_or_prose(wording)


def parts_by_id(strategy: Strategy) -> Mapping[str, Part]:
    """Every governed text by the id that editors use, in the strategy's order."""
    return {
        **({VISION_ID: strategy.vision} if strategy.vision else {}),
        **strategy.subgoal_by_id,
        **({PRINCIPLES_ID: strategy.principles} if strategy.principles else {}),
        **{section.id: section for section in strategy.roadmap},
    }


def find_part(strategy: Strategy, part_id: str) -> Part:
    """The governed text of that id. Raise UnknownName."""
    parts = parts_by_id(strategy)
    if part_id not in parts:
        raise UnknownName("ingen del av strategin med id", part_id, parts)
    return parts[part_id]


def find_name(view: View, any_id: str) -> str:
    """The name that belongs to the id. Raise UnknownName."""
    strategy = view.strategy
    if any_id in strategy.indicator_by_id:
        return name_of(view, any_id)
    part = parts_by_id(strategy).get(any_id)
    if part:
        return part.title
    holder = strategy.principal_by_id.get(any_id) or strategy.body_by_id.get(any_id)
    if holder is None:
        raise UnknownName("inget med id", any_id, _every_id(strategy))
    return holder.name


def _every_id(strategy: Strategy) -> tuple[str, ...]:
    return (
        *parts_by_id(strategy),
        *strategy.indicator_by_id,
        *strategy.principal_by_id,
        *strategy.body_by_id,
    )
