"""Define which macros an editor can use on a page, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any

from strategi.render import names
from strategi.render.engine_text import engine_text
from strategi.render.indicators import indicator, overview, progress, sentences
from strategi.render.registry import part_pages
from strategi.render.revisions import (
    chooser,
    comparison,
    corrections,
    former_part,
    redline_key,
    revision,
    revision_log,
)
from strategi.render.strategy import (
    about,
    adoptions,
    background,
    called,
    cards,
    mandates,
    parts,
    principals,
    rule_catalogue,
    standing,
    statement,
)
from strategi.render.strategy.coming_part import on_coming_part
from strategi.render.view import View

# A macro: its first argument is the view of the page it stands on, the rest come from the editor.
Macro = Callable[..., str]

# These give words for the engine to read as a part of the line they stand on; all others give HTML.
TEXT_MACROS = frozenset(
    {"count", "former_title", "name", "numbering", "site_name", "text", "title", "value", "word"}
)

# These draw a whole part; the others on its page add to it.
PART_MACROS = frozenset({"roadmap_section", "subgoal"})


@cache
def macros() -> Mapping[str, Macro]:
    """Every macro by the name that editors use."""
    return {name: _as_on_page(name, macro) for name, macro in _macros().items()}


def _as_on_page(name: str, macro: Macro) -> Macro:
    shown = on_coming_part(macro, gives_text=name in TEXT_MACROS, draws_part=name in PART_MACROS)
    return _for_engine(shown) if name in TEXT_MACROS else shown


def _for_engine(macro: Macro) -> Macro:
    """Make the words of a macro safe from all that an engine does to Markdown."""

    @wraps(macro)
    def call(view: View, *arguments: Any, **options: Any) -> str:
        return engine_text(macro(view, *arguments, **options))

    return call


def _macros() -> Mapping[str, Macro]:
    return {
        "accessibility": statement.accessibility,
        "adoption_summary": adoptions.adoption_summary,
        "adoptions": adoptions.adoptions,
        "bodies": background.bodies,
        "chart": indicator.chart,
        "chooser": chooser.chooser,
        "comparison": comparison.comparison,
        "contact": statement.contact,
        "corrections": corrections.corrections,
        "count": called.count,
        "edit_hint": about.edit_hint,
        "events": background.events,
        "former_part": former_part.former_part,
        "former_title": former_part.former_title,
        "forms": about.forms,
        "headlines": overview.headlines,
        "indicator": part_pages.indicator,
        "indicator_overview": overview.indicator_overview,
        "indicator_table": overview.indicator_table,
        "judgement_rule": overview.judgement_rule,
        "latest_changes": revision_log.latest_changes,
        "link": called.link,
        "mark": about.mark,
        "name": names.name,
        "neighbours": parts.neighbours,
        "numbering": called.numbering,
        "principal": principals.principal,
        "principals": principals.principals,
        "principles": part_pages.principles,
        "progress": progress.progress,
        "publisher": about.publisher,
        "redline_key": redline_key.redline_key,
        "references": about.references,
        "revision": revision.revision,
        "revision_log": revision_log.revision_log,
        "roadmap": parts.roadmap,
        "roadmap_section": part_pages.roadmap_section,
        "rule_catalogue": rule_catalogue.rule_catalogue,
        "site_name": about.site_name,
        "standing": standing.standing,
        "standing_summary": standing.standing_summary,
        "strategy_contents": parts.strategy_contents,
        "subgoal": part_pages.subgoal,
        "subgoal_cards": cards.subgoal_cards,
        "table": indicator.table,
        "text": names.text,
        "title": names.title,
        "value": sentences.value,
        "vision": part_pages.vision,
        "who_decides": mandates.who_decides,
        "whole_strategy": parts.whole_strategy,
        "word": called.word,
    }
