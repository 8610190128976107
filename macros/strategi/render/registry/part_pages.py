"""Show the parts that have a history, each with its own below it."""

from __future__ import annotations

from strategi.render.addresses import data_address
from strategi.render.history.part_history import part_history
from strategi.render.indicators.indicator import indicator as indicator_page
from strategi.render.names import PRINCIPLES_ID, VISION_ID
from strategi.render.strategy import parts
from strategi.render.view import View


def vision(view: View) -> str:
    """The vision."""
    return parts.vision(view, history=part_history(view, VISION_ID))


def principles(view: View) -> str:
    """The principles for cooperation."""
    return parts.principles(view, history=part_history(view, PRINCIPLES_ID))


def roadmap_section(view: View, section_id: str) -> str:
    """One section of the roadmap."""
    return parts.roadmap_section(view, section_id, history=part_history(view, section_id))


def subgoal(view: View, subgoal_id: str) -> str:
    """A subgoal's page."""
    return parts.subgoal(view, subgoal_id, history=part_history(view, subgoal_id))


def indicator(view: View, indicator_id: str) -> str:
    """An indicator's page below its heading, with the size of the file that it offers."""
    size = view.file_sizes.get(data_address(indicator_id))
    history = part_history(view, indicator_id)
    return indicator_page(view, indicator_id, data_size=size, history=history)
