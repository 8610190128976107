"""One invented strategy with every kind of part and decision, for golden files and checks of structure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from strategi.model.authority import ChangedThing, Classification, DecisionClass, Mandate
from strategi.model.change_kind import ChangeKind
from strategi.model.digest import digest
from strategi.model.evidence import Evidence, NotFound
from strategi.model.governance import (
    Adoption,
    AdoptionLedger,
    Body,
    BodyKind,
    ChangeClass,
    DecisionKind,
    Deviation,
    LocalPlan,
    Outcome,
    Postponement,
    Revision,
)
from strategi.model.parts import FocusShift, Pictogram, Principles, Reference, RoadmapSection, Subgoal, Vision
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.render.indicators import progress
from strategi.render.strategy import about, adoptions, cards, mandates, parts, principals, standing
from strategi.render.strategy.rule_catalogue import rule_catalogue
from strategi.render.view import View

from tests.engine.render.examples import county

DECIDED, EARLIER = RevisionId("2020-03-01"), RevisionId("2019-03-01")
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


def deviating() -> Strategy:
    """Another has adopted other words, on an older revision too; the text is that of the revision."""
    base = replace(example(), plans=(_plan(),))
    newest = _revision().model_copy(update={"digest": digest(base), "predecessor": EARLIER})
    older = _revision().model_copy(
        update={"id": EARLIER, "decided_on": EARLIER.first_day, "condition": UNKNOWN["text"]}
    )
    rows = (
        Deviation(part="resan", wording="Först och främst.\n\n## Sedan\n\n- a\n- c"),
        Deviation(part="D1", fact="title", wording="Nära mig"),
        Deviation(part="D2", wording="Alla <b>är</b> med."),
        Deviation(part="vision", wording=Evidence.NOT_FOUND),
        Deviation(part="malet", wording=Evidence.NOT_FOUND, struck=True),
    )
    now = _adoption("ekeby", Outcome.DEVIATING, "Kommunfullmäktige", date(2020, 9, 1), deviations=rows)
    then = _adoption("ekeby", Outcome.DEVIATING, "Fullmäktige", date(2019, 9, 1), deviations=rows[:1])
    no = _adoption("lundby", Outcome.REJECTED, "Fullmäktige", date(2020, 9, 2))
    return replace(
        base,
        revisions=(older, newest),
        ledgers={
            EARLIER: AdoptionLedger(revision=EARLIER, adoptions=(then,)),
            DECIDED: AdoptionLedger(revision=DECIDED, adoptions=(*_adoptions(), now, no)),
        },
    )


def known_in_part(decision: DecisionKind | NotFound) -> Strategy:
    """Of the revision only the year is known, and perhaps what was decided; not by whom, nor which day."""
    unknown = dict.fromkeys(("decided_by", "decided_on", "effective_from", "condition"), Evidence.NOT_FOUND)
    revision = _revision().model_copy(update={"id": RevisionId("2020"), "decision": decision, **unknown})
    return replace(example(), revisions=(revision,), ledgers={})


def on_a_map(strategy: Strategy) -> Strategy:
    """The same, with a tile for each municipality."""
    places = {"ekeby": "2,1", "lundby": "1,2", "aasen": "2,2"}
    return replace(
        strategy,
        principals=tuple(
            each.model_copy(update={"tile": places.get(each.id)}) for each in strategy.principals
        ),
    )


def adopted_by_all(evidence: Evidence = Evidence.DOCUMENTED) -> Strategy:
    """Every principal has adopted the same; `evidence` says how well the region's wording is known."""
    rows = tuple(
        _adoption(each.id, Outcome.IDENTICAL, "Fullmäktige", date(2020, 6, 1)).model_copy(
            update={"outcome_evidence": evidence if each.id == "region" else Evidence.DOCUMENTED}
        )
        for each in example().principals
    )
    return replace(example(), ledgers={DECIDED: AdoptionLedger(revision=DECIDED, adoptions=rows)})


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
                "essential",
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
            _class("subgoal", "essential", reason="Det huvudsakliga.", **documented),
            _class("roadmap-section", "essential", reason="Läst så.", id="resan", **protocol),
            _class("roadmap-section", "essential", reason="Borta.", change=ChangeKind.REMOVED, **inferred),
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
        "standing-summary": lambda: standing.standing_summary(shown),
        "standing-summary-divided": lambda: standing.standing_summary(page(divided())),
        "progress": lambda: progress.progress(shown),
        "standing-without-decision": lambda: standing.standing(undecided),
        "standing-decided-a-year": lambda: standing.standing(page(known_in_part(DecisionKind.DECIDED))),
        "standing-decision-unknown": lambda: standing.standing(page(known_in_part(Evidence.NOT_FOUND))),
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
        "adoptions-deviating": lambda: adoptions.adoptions(page(on_a_map(deviating()))),
        "adoptions-without-revision": lambda: adoptions.adoptions(undecided),
        "adoption-summary": lambda: adoptions.adoption_summary(shown),
        "principals": lambda: principals.principals(shown),
        "principal-with-decision": lambda: principals.principal(shown, "region"),
        "principal-that-said-no": lambda: principals.principal(page(divided()), "ekeby"),
        "principal-deviating": lambda: principals.principal(page(deviating()), "ekeby"),
        "standing-adopted-by-all": lambda: standing.standing(page(adopted_by_all())),
        "standing-adopted-by-inference": lambda: standing.standing(page(adopted_by_all(Evidence.INFERRED))),
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
        **{"class": ChangeClass.ESSENTIAL},
        class_evidence=Evidence.DOCUMENTED,
        decision=DecisionKind.RECOMMENDED,
        decided_by="rad",
        decided_on=DECIDED.first_day,
        registry_number=Evidence.NOT_FOUND,
        minutes=Evidence.NOT_FOUND,
        reason=Evidence.NOT_FOUND,
        effective_from=date(2020, 7, 1),
        condition="Alla ska besluta lika.",
        digest=Evidence.NOT_FOUND,
        evidence=Evidence.DOCUMENTED,
        references=("beslut",),
    )


def _plan() -> LocalPlan:
    return LocalPlan(
        principal="ekeby",
        title="Nära i Ekeby",
        valid_from=date(2021, 1, 1),
        valid_to=Evidence.NOT_FOUND,
        body="Socialnämnden",
        decided_on=date(2020, 11, 5),
        registry_number="SN 2020/7",
        url="https://ekeby.example/plan",
        evidence=Evidence.INFERRED,
        references=("protokoll",),
        note="Gäller hela kommunen.",
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
