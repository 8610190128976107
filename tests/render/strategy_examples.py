"""One invented strategy with every kind of part and decision, for golden files and checks of structure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from macros.model.authority import ChangedThing, Classification, DecisionClass, Mandate
from macros.model.change_kind import ChangeKind
from macros.model.evidence import Evidence
from macros.model.governance import (
    Adoption,
    AdoptionLedger,
    Body,
    BodyKind,
    ChangeClass,
    DecisionKind,
    Outcome,
    Postponement,
    Revision,
)
from macros.model.parts import FocusShift, Pictogram, Principles, Reference, RoadmapSection, Subgoal, Vision
from macros.model.strategy import Strategy
from macros.render.review.rule_catalogue import rule_catalogue
from macros.render.strategy import about, adoptions, cards, mandates, parts, principals, standing
from macros.render.view import View
from tests.render.examples import county

DECIDED = date(2020, 3, 1)
KNOWN: dict[str, Any] = {
    "evidence": Evidence.DOCUMENTED,
    "text_evidence": Evidence.DOCUMENTED,
    "references": ("beslut", "protokoll"),
    "page": 7,
}
UNKNOWN: dict[str, Any] = {
    "text": Evidence.NOT_FOUND,
    "evidence": Evidence.DOCUMENTED,
    "text_evidence": Evidence.NOT_FOUND,
    "references": (),
    "page": Evidence.NOT_FOUND,
}


def example() -> Strategy:
    """A strategy recommended in 2020 and adopted by the region; of the others nothing is known."""
    figures = county().strategy
    return replace(
        figures,
        vision=Vision(title="Målbild", text="Nära – hela *livet*", **KNOWN),
        subgoals=(_known_subgoal(), _unknown_subgoal()),
        principles=Principles(title="Principer", note="Vi har <inte> läst dem.", **UNKNOWN),
        roadmap=(
            RoadmapSection(
                id="resan", order=10, title="Resan", text="Först.\n\n## Sedan\n\n- a\n- b", **KNOWN
            ),
            RoadmapSection(id="malet", order=20, title="Målet", **UNKNOWN),
        ),
        focus_shifts=(
            FocusShift(
                id="skifte", before="hus", after="hem", evidence=Evidence.DOCUMENTED, references=("beslut",)
            ),
        ),
        references=(
            *figures.references,
            Reference(
                id="protokoll", title="Protokollet", publisher=Evidence.NOT_FOUND, url=Evidence.NOT_FOUND
            ),
        ),
        bodies=(_council(),),
        revisions=(_revision(),),
        ledgers={DECIDED: AdoptionLedger(revision=DECIDED, adoptions=_adoptions())},
    )


def divided() -> Strategy:
    """The same, but one municipality has decided otherwise."""
    no = _adoption("ekeby", Outcome.DEVIATING, "Kommunfullmäktige", Evidence.NOT_FOUND)
    return replace(
        example(), ledgers={DECIDED: AdoptionLedger(revision=DECIDED, adoptions=(*_adoptions(), no))}
    )


def postponed() -> Strategy:
    """The same, but the council has decided that the next revision may wait."""
    decision = Postponement(
        revision=DECIDED,
        due_on=date(2026, 12, 31),
        decided_by="rad",
        decided_on=date(2024, 5, 2),
        registry_number=Evidence.NOT_FOUND,
        minutes=Evidence.NOT_FOUND,
        reason="Arbetet behöver mer tid.",
        evidence=Evidence.DOCUMENTED,
        references=("beslut",),
    )
    return replace(example(), postponements=(decision,))


def governed() -> Strategy:
    """The same, and it is said who decides on what."""
    inferred: dict[str, Any] = {"evidence": Evidence.INFERRED, "references": ()}
    documented: dict[str, Any] = {"evidence": Evidence.DOCUMENTED, "references": ("beslut",)}
    protocol = inferred | {"references": ("protokoll",)}
    network = _council().model_copy(update={"id": "natverk", "name": "Nätverket & vännerna"})
    return replace(
        example(),
        bodies=(_council(), network),
        mandates=(
            _mandate("data", (), clause="Värden rättas.", page=Evidence.NOT_FOUND, **inferred),
            _mandate(
                "principled",
                ("rad", "natverk"),
                prepared_by=("natverk",),
                informed=("rad", "natverk"),
                clause="Rådet beslutar.",
                page=21,
                **documented,
            ),
        ),
        classes=(
            _class("figures", "data", reason="Andras värden.", **inferred),
            _class("subgoal", "principled", reason="Det huvudsakliga.", **documented),
            _class("roadmap-section", "principled", reason="Läst så.", id="resan", **protocol),
            _class("roadmap-section", "principled", reason="Borta.", change=ChangeKind.REMOVED, **inferred),
        ),
    )


def page(strategy: Strategy | None = None, *, today: date = date(2023, 5, 1), **more: str) -> View:
    """The context of a page two folders down."""
    return View(strategy=strategy or example(), today=today, page_url="strategin/malbild/", **more)


def fragments() -> Mapping[str, Callable[[], str]]:
    """Every fragment of the strategy by the name of its golden file."""
    shown = page()
    undecided = page(replace(example(), revisions=(), ledgers={}))
    return {
        "standing-in-force": lambda: standing.standing(shown),
        "standing-overdue": lambda: standing.standing(page(today=date(2029, 1, 1))),
        "standing-expired": lambda: standing.standing(page(today=date(2031, 1, 1))),
        "standing-postponed": lambda: standing.standing(page(postponed(), today=date(2025, 1, 1))),
        "standing-postponed-and-overdue": lambda: standing.standing(
            page(postponed(), today=date(2029, 1, 1))
        ),
        "standing-divided": lambda: standing.standing(page(divided())),
        "standing-without-decision": lambda: standing.standing(undecided),
        "vision": lambda: parts.vision(shown),
        "principles-unknown": lambda: parts.principles(shown),
        "subgoal": lambda: parts.subgoal(shown, "D1"),
        "subgoal-unknown": lambda: parts.subgoal(shown, "D2"),
        "roadmap": lambda: parts.roadmap(shown),
        "roadmap-section": lambda: parts.roadmap_section(shown, "resan"),
        "neighbours": lambda: parts.neighbours(shown, "D2"),
        "strategy-contents": lambda: parts.strategy_contents(shown),
        "whole-strategy": lambda: parts.whole_strategy(shown),
        "subgoal-cards": lambda: cards.subgoal_cards(shown),
        "adoptions": lambda: adoptions.adoptions(shown),
        "adoption-summary": lambda: adoptions.adoption_summary(shown),
        "principals": lambda: principals.principals(shown),
        "principal-with-decision": lambda: principals.principal(shown, "region"),
        "principal-that-said-no": lambda: principals.principal(page(divided()), "ekeby"),
        "principal-undocumented": lambda: principals.principal(shown, "aasen"),
        "who-decides": lambda: mandates.who_decides(page(governed()), section_id="resan"),
        "rule-catalogue": lambda: rule_catalogue(shown),
        "mark": lambda: about.mark(shown, "inferred"),
        "references": lambda: about.references(shown),
    }


def _known_subgoal() -> Subgoal:
    return Subgoal(
        id="D1",
        title="Nära dig",
        text="Du är i mitten.",
        pictogram=Pictogram.HEART,
        reading="Människan först.",
        reading_evidence=Evidence.INFERRED,
        focus_shifts=("skifte",),
        **(KNOWN | {"text_evidence": Evidence.INFERRED}),
    )


def _unknown_subgoal() -> Subgoal:
    return Subgoal(
        id="D2",
        title="Nära alla",
        pictogram=Pictogram.PEOPLE,
        reading=Evidence.NOT_FOUND,
        reading_evidence=Evidence.NOT_FOUND,
        focus_shifts=(),
        **UNKNOWN,
    )


def _council() -> Body:
    return Body(
        id="rad",
        name="Exempelrådet",
        kind=BodyKind.POLITICAL,
        composition=Evidence.NOT_FOUND,
        role="Beslutar.",
        evidence=Evidence.DOCUMENTED,
        references=(),
    )


def _revision() -> Revision:
    return Revision(
        id=DECIDED,
        title="Första versionen",
        **{"class": ChangeClass.PRINCIPLED},
        class_evidence=Evidence.DOCUMENTED,
        decision=DecisionKind.RECOMMENDED,
        decided_by="rad",
        decided_on=DECIDED,
        registry_number=Evidence.NOT_FOUND,
        minutes=Evidence.NOT_FOUND,
        reason=Evidence.NOT_FOUND,
        effective_from=date(2020, 7, 1),
        condition="Alla ska besluta lika.",
        digest=Evidence.NOT_FOUND,
        evidence=Evidence.DOCUMENTED,
        references=("beslut",),
    )


def _adoptions() -> tuple[Adoption, ...]:
    note = "Lydelsen är vår läsning."
    return (_adoption("region", Outcome.IDENTICAL, "Fullmäktige", date(2020, 6, 1), note=note),)


def _adoption(principal: str, outcome: Outcome, body: str, day: Any, **more: Any) -> Adoption:
    return Adoption(
        principal=principal,
        outcome=outcome,
        outcome_evidence=Evidence.INFERRED,
        body=body,
        decided_on=day,
        paragraph=Evidence.NOT_FOUND,
        registry_number=Evidence.NOT_FOUND,
        references=("beslut",),
        **more,
    )


def _mandate(change_class: str, decided_by: tuple[str, ...], **facts: Any) -> Mandate:
    return Mandate.model_validate({"class": DecisionClass(change_class), "decided_by": decided_by, **facts})


def _class(what: str, change_class: str, **facts: Any) -> Classification:
    return Classification.model_validate(
        {"what": ChangedThing(what), "class": DecisionClass(change_class), **facts}
    )
