"""Render who decides on what, as the public may read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategi.content.replacements import former_words
from strategi.model.authority import ChangedThing, Classification, DecisionClass, Mandate
from strategi.model.governance import Body
from strategi.model.parts import Reference
from strategi.model.strategy import Strategy
from strategi.render.addresses import section_address
from strategi.render.strategy.parts import find_section
from strategi.render.strategy.references import references
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.authority_words import class_words, classification_words
from strategi.words.numbers import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """Something that one may want to change, in words, and why that has its class."""

    wish: str
    row: Classification
    references: tuple[Reference, ...]
    """Those that the mandate does not rest on too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSection:
    """All changes that matter as much, and who decides on them."""

    id: str
    former_ids: Sequence[str]
    """What the address of the section ended with before a word was replaced: links still lead there."""
    title: str
    mandate: Mandate
    references: tuple[Reference, ...]
    decided_by: Sequence[Body]
    prepared_by: Sequence[Body]
    informed: Sequence[Body]
    rows: Sequence[ClassRow]


def who_decides(view: View, section_id: str = "") -> str:
    """For each kind of change: who decides, who is informed, and what it is a kind of.

    `section_id` is the section of the roadmap on whose page the bodies are described, if there is one.
    """
    if section_id:
        find_section(view.strategy, section_id)
    described = section_address(view.words, section_id) if section_id else ""
    return fragment("mandates.html", view=view, sections=tuple(class_sections(view)), described=described)


def class_sections(view: View) -> Iterator[ClassSection]:
    """What matters most stands first."""
    mandates = {each.change_class: each for each in view.strategy.mandates}
    for each in reversed(DecisionClass):
        if each in mandates:
            yield _section(view, mandates[each])


def _section(view: View, mandate: Mandate) -> ClassSection:
    strategy = view.strategy
    rows = (
        row
        for row in strategy.classes
        if row.change_class is mandate.change_class and _is_there(strategy, row.what)
    )
    word = mandate.change_class.value
    return ClassSection(
        id=_section_id(word),
        former_ids=[_section_id(former) for former in former_words(Mandate, "class", word)],
        title=capital(class_words(mandate.change_class)),
        mandate=mandate,
        references=references(view, mandate.references),
        decided_by=_bodies(strategy, mandate.decided_by),
        prepared_by=_bodies(strategy, mandate.prepared_by),
        informed=_bodies(strategy, mandate.informed),
        rows=tuple(_row(view, each, mandate) for each in rows),
    )


def _is_there(strategy: Strategy, what: ChangedThing) -> bool:
    """Whether the strategy has any of it to change; what is not told apart here is always there."""
    held = {
        ChangedThing.VISION: strategy.vision,
        ChangedThing.PRINCIPLES: strategy.principles,
        ChangedThing.ROADMAP_SECTION: strategy.roadmap,
        ChangedThing.INDICATOR: strategy.indicators,
        ChangedThing.FOCUS_SHIFTS: strategy.focus_shifts,
    }
    return bool(held.get(what, True))


def _section_id(word: str) -> str:
    return f"andring-{word}"


def _row(view: View, row: Classification, mandate: Mandate) -> ClassRow:
    wish = capital(classification_words(row, view.strategy))
    others = [each for each in row.references if each not in mandate.references]
    return ClassRow(wish=wish, row=row, references=references(view, others))


def _bodies(strategy: Strategy, ids: Sequence[str]) -> tuple[Body, ...]:
    return tuple(strategy.body_by_id[each] for each in ids)
