"""Say which files of content a page is made from: by the macros that it calls, and what it gives them.

A source with a "*" is every file whose path begins and ends so, also one that has been taken away. What a
whole page has around it (menu, frame) and the program itself are no sources.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from strategi.model.strategy import Strategy
from strategi.render.addresses import WORKING
from strategi.render.calls import Call
from strategi.render.names import PRINCIPLES_ID, VISION_ID, parts_by_id
from strategi.render.page_pieces import page_pieces

EVERYTHING = ("strategy/*", "indicators/*")
# Which indicators a subgoal has is said by all of them: one that has left it changes its page too.
_MEMBERSHIP = "indicators/*.yml"
_INFO = "strategy/strategy.yml"
_REFERENCES = "strategy/references.yml"
_SITE = "strategy/site.yml"
_WORDS = "strategy/words.yml"
_BODIES = "strategy/bodies.yml"
_SERIES = "indicators/sources.yml"
_TEXTS = ("strategy/subgoals/*", "strategy/roadmap/*", "strategy/vision.md", "strategy/principles.md")
_DECISIONS = (
    *("strategy/revisions/*", "strategy/adoptions/*", "strategy/postponements.yml"),
    *(_INFO, "strategy/principals.yml", _BODIES, _REFERENCES),
)
_PART = (_INFO, _REFERENCES, "strategy/revisions/*")
_FIGURES = (_INFO, _REFERENCES, "strategy/principals.yml", _SERIES)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a macro reads: always the same files, and those of what it is asked for."""

    always: tuple[str, ...] = ()
    asked: str = ""
    """Of what it is asked for: `own` files, `whole` with those of what it tells of, `beside` neighbours'."""


def _made_of() -> Mapping[str, _Made]:
    return {
        "accessibility": _Made((_SITE, _INFO)),
        "adoption_summary": _Made(_DECISIONS),
        "adoptions": _Made(_DECISIONS),
        "bodies": _Made((_BODIES, _REFERENCES)),
        "chart": _Made(_FIGURES, "own"),
        "chooser": _Made(EVERYTHING),
        "comparison": _Made(_DECISIONS),
        "contact": _Made((_SITE,)),
        "corrections": _Made(EVERYTHING),
        "count": _Made(("strategy/subgoals/*", "strategy/roadmap/*", "strategy/principals.yml", _MEMBERSHIP)),
        "edit_hint": _Made(),
        "events": _Made(("strategy/events.yml", _REFERENCES)),
        "former_part": _Made(),
        "former_title": _Made(),
        "forms": _Made(),
        "headlines": _Made(_FIGURES, "own"),
        "indicator": _Made((*_FIGURES, *_PART), "whole"),
        "indicator_overview": _Made((*_FIGURES, "strategy/subgoals/*", "indicators/*")),
        "indicator_table": _Made((*_FIGURES, _MEMBERSHIP), "whole"),
        "judgement_rule": _Made((_INFO,)),
        "latest_changes": _Made(EVERYTHING),
        "link": _Made(),
        "mark": _Made(),
        "name": _Made(("strategy/principals.yml", _BODIES), "own"),
        "neighbours": _Made(asked="beside"),
        "numbering": _Made(),
        "principal": _Made((*_DECISIONS, "strategy/plans/*", "indicators/*")),
        "principals": _Made(_DECISIONS),
        "principles": _Made((*_PART, "strategy/principles.md")),
        "progress": _Made((_INFO, "indicators/*")),
        "publisher": _Made((_INFO,)),
        "redline_key": _Made(),
        "references": _Made((_REFERENCES,)),
        "revision": _Made(_DECISIONS),
        "revision_log": _Made(EVERYTHING),
        "roadmap": _Made(("strategy/roadmap/*",)),
        "roadmap_section": _Made(_PART, "own"),
        "rule_catalogue": _Made(),
        "site_name": _Made((_INFO,)),
        "standing": _Made(_DECISIONS),
        "standing_summary": _Made(_DECISIONS),
        "strategy_contents": _Made((_INFO, *_TEXTS)),
        "subgoal": _Made((*_PART, *_FIGURES, _MEMBERSHIP, "strategy/focus-shifts.yml"), "whole"),
        "subgoal_cards": _Made((_INFO, "strategy/subgoals/*", "indicators/*")),
        "table": _Made(_FIGURES, "own"),
        "text": _Made((), "own"),
        "title": _Made(("strategy/principals.yml", _BODIES), "own"),
        "value": _Made(_FIGURES, "own"),
        "vision": _Made((*_PART, "strategy/vision.md")),
        "who_decides": _Made(("strategy/*",)),
        "whole_strategy": _Made(("strategy/*",)),
        "word": _Made(),
    }


@dataclass(frozen=True)
class PageSources:
    """The sources of pages. `files`: the paths of each record by its id, where it has files of its own.

    What a macro of the county's own (`county`) reads is not known: it may be anything.
    """

    strategy: Strategy
    files: Mapping[str, Sequence[str]]
    county: Collection[str] = ()
    _made: Mapping[str, _Made] = field(default_factory=_made_of)

    def of_page(self, source: str) -> frozenset[str]:
        """The sources of all that a page calls; everything where it says more in braces than calls."""
        pieces = [piece for piece in page_pieces(source) if not isinstance(piece, str)]
        calls = [piece for piece in pieces if isinstance(piece, Call)]
        return frozenset(EVERYTHING) if len(calls) < len(pieces) else self.of(calls)

    def of(self, calls: Iterable[Call]) -> frozenset[str]:
        """The sources of a page with those calls. A call that cannot be read may be made of anything."""
        return frozenset(source for call in calls for source in self._of_call(call))

    def _of_call(self, call: Call) -> Iterator[str]:
        made = None if call.macro in self.county else self._made.get(call.macro)
        if made is None or call.arguments is None or call.options is None or WORKING in call.arguments:
            yield from EVERYTHING
            return
        yield from made.always
        yield _WORDS  # any macro may say what something is called
        for each in (*call.arguments, *call.options.values()):
            yield from self._asked(made.asked, str(each))

    def _asked(self, how: str, thing: str) -> Iterator[str]:
        ids = {"own": (thing,), "whole": (thing, *self._told(thing)), "beside": self._beside.get(thing, ())}
        for each in ids.get(how, ()):
            yield from self._files.get(each, ())

    def _told(self, thing: str) -> Iterator[str]:
        """What the page of a subgoal or an indicator tells of besides, by id."""
        strategy = self.strategy
        if thing in strategy.subgoal_by_id:
            yield from (each.id for each in strategy.indicators_of(thing))
        elif thing in strategy.indicator_by_id:
            yield str(strategy.indicator_by_id[thing].subgoal)

    @cached_property
    def _files(self) -> Mapping[str, Sequence[str]]:
        fixed = {VISION_ID: ("strategy/vision.md",), PRINCIPLES_ID: ("strategy/principles.md",)}
        return fixed | dict(self.files)

    @cached_property
    def _beside(self) -> Mapping[str, Sequence[str]]:
        parts = list(parts_by_id(self.strategy))
        return {each: parts[max(at - 1, 0) : at + 2] for at, each in enumerate(parts)}


def macros_with_sources() -> frozenset[str]:
    """The macros of which it is said what they are made from."""
    return frozenset(_made_of())
