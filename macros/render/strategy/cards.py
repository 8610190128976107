"""Which subgoals are there, and how does it go with each, at a glance?"""

from __future__ import annotations

from macros.render.indicators.overview import subgoal_state
from macros.render.templating import fragment
from macros.render.view import View


def subgoal_cards(view: View) -> str:
    """One card for each subgoal: sign, name, and how its indicators go."""
    cards = [(each, subgoal_state(view, each.id)) for each in view.strategy.subgoals]
    return fragment("subgoal_cards.html", view=view, cards=cards)
