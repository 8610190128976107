"""Render the strategy's texts one by one and as a whole: vision, subgoals, principles, roadmap."""

from __future__ import annotations

from strategi.model.evidence import Evidence
from strategi.model.parts import Part, RoadmapSection, Subgoal
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.addresses import (
    principles_address,
    section_address,
    subgoal_address,
    vision_address,
)
from strategi.render.errors import UnknownName
from strategi.render.indicators.overview import indicator_table
from strategi.render.names import PRINCIPLES_ID, VISION_ID, find_part, parts_by_id
from strategi.render.prose import prose
from strategi.render.strategy.references import references
from strategi.render.subject import find_subgoal_id
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.part_words import goal_title

PART_HEADINGS_DEEPER = 0
WHOLE_HEADINGS_DEEPER = 2


def vision(view: View, *, history: str = "") -> str:
    """The vision: its decided wording, what it rests on, and its history as HTML. Raise UnknownName."""
    return _part(view, find_part(view.strategy, VISION_ID), history)


def principles(view: View, *, history: str = "") -> str:
    """The principles for cooperation. Raise UnknownName."""
    return _part(view, find_part(view.strategy, PRINCIPLES_ID), history)


def roadmap_section(view: View, section_id: str, *, history: str = "") -> str:
    """One section of the roadmap."""
    return _part(view, find_section(view.strategy, section_id), history)


def subgoal(view: View, subgoal_id: str, *, history: str = "") -> str:
    """A subgoal's page: sign, wording, our reading, shifts of focus, indicators, and its history as HTML."""
    found = view.strategy.subgoal_by_id[find_subgoal_id(view.strategy, subgoal_id)]
    return fragment(
        "subgoal.html",
        view=view,
        subgoal=found,
        references=references(view, found.references),
        text=_text(found, PART_HEADINGS_DEEPER),
        shifts=[each for each in view.strategy.focus_shifts if each.id in found.focus_shifts],
        indicators=indicator_table(view, found.id),
        history=history,
    )


def neighbours(view: View, part_id: str) -> str:
    """The way to the parts before and after in the strategy's order."""
    find_part(view.strategy, part_id)
    parts = parts_by_id(view.strategy)
    links = [(part_address(view.words, each, part), part.title) for each, part in parts.items()]
    place = list(parts).index(part_id)
    before, after = links[:place][-1:], links[place + 1 :][:1]
    return fragment("neighbours.html", view=view, before=before, after=after)


def find_section(strategy: Strategy, section_id: str) -> RoadmapSection:
    """The section of the roadmap of that id. Raise UnknownName."""
    sections = {each.id: each for each in strategy.roadmap}
    if section_id not in sections:
        raise UnknownName(strategy.words.say("inget avsnitt i {roadmap.definite}"), section_id, sections)
    return sections[section_id]


def roadmap(view: View) -> str:
    """The roadmap's sections, each a link with its first words."""
    return fragment("roadmap.html", view=view, sections=view.strategy.roadmap)


def strategy_contents(view: View) -> str:
    """What the strategy consists of, as links."""
    return fragment("strategy_contents.html", view=view, strategy=view.strategy)


def whole_strategy(view: View) -> str:
    """Every part on one page, with a table of contents."""
    parts = parts_by_id(view.strategy).values()
    texts = {id(part): _text(part, WHOLE_HEADINGS_DEEPER) for part in parts}
    sources = {id(part): references(view, part.references) for part in parts}
    return fragment(
        "whole_strategy.html",
        view=view,
        strategy=view.strategy,
        title_of=lambda goal: goal_title(view.words, goal.id, goal.title),
        text_of=lambda part: texts[id(part)],
        sources_of=lambda part: sources[id(part)],
    )


def part_address(words: Words, part_id: str, part: Part) -> str:
    """The address of the page that a governed text stands on."""
    fixed = {VISION_ID: vision_address, PRINCIPLES_ID: principles_address}
    if part_id in fixed:
        return fixed[part_id](words)
    is_goal = isinstance(part, Subgoal)
    return subgoal_address(words, part_id) if is_goal else section_address(words, part_id)


def part_anchor(part_id: str) -> str:
    """Where the part stands on the page with the whole strategy."""
    return {"vision": "malbild", "principles": "principer"}.get(part_id, part_id.lower())


def _part(view: View, part: Part, history: str) -> str:
    return fragment(
        "part.html",
        view=view,
        part=part,
        references=references(view, part.references),
        text=_text(part, PART_HEADINGS_DEEPER),
        history=history,
    )


def _text(part: Part, deeper: int) -> str | None:
    return None if part.text is Evidence.NOT_FOUND else prose(part.text, deeper=deeper)
