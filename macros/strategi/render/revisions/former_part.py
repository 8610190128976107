"""Show a part or an indicator that a former strategy had, and that the one after it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from strategi.model.evidence import Evidence
from strategi.model.indicator import Indicator
from strategi.model.strategy import Strategy
from strategi.render.addresses import WHOLE, indicator_address, revision_address
from strategi.render.errors import UnknownName
from strategi.render.history.comparisons import found_texts
from strategi.render.history.former import former_views
from strategi.render.history.part_history import part_history
from strategi.render.names import find_part, parts_by_id, title
from strategi.render.prose import prose
from strategi.render.strategy.parts import part_address
from strategi.render.strategy.references import references
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.part_words import goal_in


def former_title(view: View, former_id: str) -> str:
    """What it was called: `Delmål 6. Nära för alla (tidigare strategi)`. Raise UnknownName."""
    return f"{title(find_former(view, former_id), former_id)} (tidigare strategi)"


def former_part(view: View, former_id: str) -> str:
    """Its wording, marked as historical, with the way to the whole and its history. Raise UnknownName."""
    earlier = find_former(view, former_id)
    texts = found_texts(earlier.log)
    indicator = earlier.strategy.indicator_by_id.get(former_id)
    return fragment(
        "former_part.html",
        view=earlier,
        whole=revision_address(texts[-1].revision.id) if texts else WHOLE,
        has_whole=bool(texts),
        indicator=indicator,
        history=part_history(earlier, former_id),
        goal_of=partial(goal_in, view.words, earlier.strategy),
        **(_indicator(earlier, indicator) if indicator else _text(earlier, former_id)),
    )


def find_former(view: View, former_id: str) -> View:
    """The former strategy that has it. Raise UnknownName."""
    found = _former_parts(view)
    if former_id not in found:
        raise UnknownName("ingen del av en tidigare strategi med id", former_id, found)
    return found[former_id]


def _former_parts(view: View) -> dict[str, View]:
    """By id, each part and indicator that only a former strategy has, and the newest that has it."""
    found: dict[str, View] = {}
    for earlier in former_views(view):
        for part_id in _ids(earlier.strategy) - _ids(view.strategy):
            found.setdefault(part_id, earlier)
    return found


def former_addresses(view: View) -> Mapping[str, str]:
    """The id of each such part, by the address that it had and keeps."""
    return {_address(earlier, part_id): part_id for part_id, earlier in _former_parts(view).items()}


def _address(view: View, part_id: str) -> str:
    if part_id in view.strategy.indicator_by_id:
        return indicator_address(view.words, part_id)
    return part_address(view.words, part_id, find_part(view.strategy, part_id))


def _text(view: View, part_id: str) -> Mapping[str, object]:
    part = find_part(view.strategy, part_id)
    text = None if part.text is Evidence.NOT_FOUND else prose(part.text, deeper=0)
    return {"part": part, "text": text, "references": references(view, part.references)}


def _indicator(view: View, indicator: Indicator) -> Mapping[str, object]:
    return {"references": references(view, indicator.references)}


def _ids(strategy: Strategy) -> set[str]:
    return {*parts_by_id(strategy), *strategy.indicator_by_id}
