"""Which macros can an editor use on a page, and which names can each be given?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.render import (
    about,
    adoptions,
    background,
    cards,
    indicator,
    names,
    overview,
    parts,
    principals,
    sentences,
    standing,
)
from macros.render.addresses import data_address
from macros.render.view import View

# A macro: its first argument is the view of the page it stands on, the rest come from the editor.
Macro = Callable[..., str]

# These give Markdown or plain text, which the engine is to read; all others give HTML.
TEXT_MACROS = frozenset({"name", "site_name", "text", "title", "value"})


def macros() -> Mapping[str, Macro]:
    """Every macro by the name that editors use."""
    return {
        "adoption_summary": adoptions.adoption_summary,
        "adoptions": adoptions.adoptions,
        "bodies": background.bodies,
        "chart": indicator.chart,
        "edit_hint": about.edit_hint,
        "events": background.events,
        "headlines": overview.headlines,
        "indicator": indicator_page,
        "indicator_overview": overview.indicator_overview,
        "indicator_table": overview.indicator_table,
        "judgement_rule": overview.judgement_rule,
        "mark": about.mark,
        "name": names.name,
        "neighbours": parts.neighbours,
        "principal": principals.principal,
        "principals": principals.principals,
        "principles": parts.principles,
        "publisher": about.publisher,
        "references": about.references,
        "roadmap": parts.roadmap,
        "roadmap_section": parts.roadmap_section,
        "site_name": about.site_name,
        "standing": standing.standing,
        "strategy_contents": parts.strategy_contents,
        "subgoal": parts.subgoal,
        "subgoal_cards": cards.subgoal_cards,
        "table": indicator.table,
        "text": names.text,
        "title": names.title,
        "value": sentences.value,
        "vision": parts.vision,
        "whole_strategy": parts.whole_strategy,
    }


def indicator_page(view: View, indicator_id: str) -> str:
    """An indicator's page below its heading, with the size of the file that it offers."""
    size = view.file_sizes.get(data_address(indicator_id))
    return indicator.indicator(view, indicator_id, data_size=size)
