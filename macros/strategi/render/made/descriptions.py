"""Describe each page in a sentence, for those who find it by a search."""

from __future__ import annotations

import re

from strategi.model.evidence import Evidence
from strategi.model.governance import Principal
from strategi.model.indicator import Indicator, Role
from strategi.model.parts import RoadmapSection, Subgoal
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render import addresses
from strategi.render.made.people import who_cooperate, who_they_are
from strategi.render.overviews import absent_pages
from strategi.render.wording.part_words import goal_name
from strategi.words.lists import listed
from strategi.words.numbers import capital

# What would begin a call, where none may stand.
_UNFIT = re.compile(r"\{[{%#]")


def start_description(strategy: Strategy) -> str:
    """Of the start page."""
    title = _fit(strategy.info.title)
    return f"{title or 'Strategin'}: vad som är beslutat, hur det går och vad som ännu inte är känt."


def strategy_description(strategy: Strategy) -> str:
    """Of the page that says what the strategy consists of."""
    there = _parts(strategy)
    return f"Vad strategin består av: {listed(there)}." if there else "Vad strategin består av."


def strategy_parts(strategy: Strategy) -> str:
    """Say what the strategy consists of, in a sentence; "" where nothing is known."""
    there = _parts(strategy)
    if strategy.info.has_appendix and any(each.role is Role.APPENDIX for each in strategy.indicators):
        there.append(strategy.words.say("{appendix.a} med {indicator.plural}"))
    return f"Den består av {listed(there)}." if there else ""


def _parts(strategy: Strategy) -> list[str]:
    absent, words = absent_pages(strategy), strategy.words
    parts = {
        addresses.vision_address(words): words.vision.singular,
        addresses.subgoals_address(words): words.goal.plural,
        addresses.principles_address(words): words.principles.plural,
        addresses.roadmap_address(words): words.roadmap.singular,
    }
    return [word for address, word in parts.items() if address not in absent]


def subgoal_description(strategy: Strategy, subgoal: Subgoal) -> str:
    """Of a subgoal's page."""
    told = ["lydelsen"]
    if subgoal.reading is not Evidence.NOT_FOUND:
        told.append("vad den betyder")
    if strategy.indicators_of(subgoal.id):
        told.append(strategy.words.say("{indicator.definite_plural} som visar hur det går"))
    goal = goal_name(strategy.words, subgoal.id, None) if strategy.words.goal.numbered else ""
    return f"{_led(goal or strategy.words.goal.capital.singular, subgoal.title)}: {listed(told)}."


def principles_description(strategy: Strategy) -> str:
    """Of the page with the principles."""
    principles = strategy.words.principles.capital.definite_plural
    return f"{principles} för hur {who_cooperate(strategy.principals, strategy.words)} samverkar."


def section_description(words: Words, section: RoadmapSection) -> str:
    """Of a section of the roadmap."""
    title = _fit(section.title)
    roadmap = words.roadmap.definite
    return f"Avsnittet {title} i {roadmap}." if title else f"Ett avsnitt i {roadmap}."


def indicators_description(strategy: Strategy) -> str:
    """Of the overview of indicators."""
    compared = strategy.info.comparison_name
    if compared is None:
        return f"Alla {strategy.words.indicator.plural}: det senaste värdet och utvecklingen."
    every, other = f"Alla {strategy.words.indicator.plural}", _fit(compared) or "andra"
    return f"{every}: det senaste värdet, utvecklingen och jämförelsen med {other}."


def indicator_description(strategy: Strategy, indicator: Indicator) -> str:
    """Of an indicator's page: what there are figures of has a value and a trend."""
    told = "vad som är känt och vad som saknas"
    if _has_value(strategy, indicator):
        told = "senaste värde, utveckling, definition och källa"
    name = _fit(indicator.name) if isinstance(indicator.name, str) else ""
    words = strategy.words
    in_appendix = f" i strategins {words.appendix}" if indicator.role is Role.APPENDIX else ""
    return f"{name or f'{words.indicator.capital} {indicator.id}{in_appendix}'}: {told}."


def principals_description(strategy: Strategy) -> str:
    """Of the overview of principals."""
    who = capital(who_they_are(strategy.principals, strategy.words, several="kommunerna"))
    return f"{who} som strategin riktar sig till, med beslut och egna siffror."


def principal_description(words: Words, principal: Principal) -> str:
    """Of a principal's page."""
    name = _fit(principal.name) or words.principal.capital.a
    return f"{name}: beslut om strategin, lokal plan, egna siffror och det som saknas."


def _has_value(strategy: Strategy, indicator: Indicator) -> bool:
    found = (row for series in strategy.series.get(indicator.id, ()) for row in series.observations)
    return any(row.value is not None for row in found)


def _led(kind: str, name: str) -> str:
    fit = _fit(name)
    return f"{kind}, {fit}" if fit else kind


def _fit(words: str) -> str:
    """The words as they may stand in a page's description; "" where they may not."""
    return "" if _UNFIT.search(words) else words.replace('"', "”")
