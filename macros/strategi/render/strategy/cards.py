"""Show the subgoals at a glance: what they are called, and how their indicators have gone."""

from __future__ import annotations

from dataclasses import dataclass

from strategi.model.indicator import Role
from strategi.model.judgement import Tally
from strategi.model.parts import Subgoal
from strategi.render.indicators.progress import Count, added, counts, inferences
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.rules.progress import tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A subgoal with the tally of its indicators in the appendix. `added`: the others, in words, or ""."""

    subgoal: Subgoal
    tally: Tally
    counts: tuple[Count, ...]
    added: str


def subgoal_cards(view: View) -> str:
    """One card for each subgoal: sign, name, and how its indicators have gone since the strategy began."""
    cards = [_card(view, each) for each in view.strategy.subgoals]
    appendix = [each for each in view.strategy.indicators if each.role is Role.APPENDIX]
    inferred = inferences(appendix, view.words, by_subgoal=True)
    homeless = tally(view.strategy, Role.APPENDIX).total - sum(each.tally.total for each in cards)
    return fragment("subgoal_cards.html", view=view, cards=cards, homeless=homeless, inferred=inferred)


def _card(view: View, subgoal: Subgoal) -> Card:
    indicators = view.strategy.indicators_of(subgoal.id)
    found = tally(view.strategy, Role.APPENDIX, indicators)
    return Card(subgoal=subgoal, tally=found, counts=counts(found, view.words), added=added(indicators))
