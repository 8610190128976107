"""One invented strategy in which everything has happened that a feed can tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from strategi.model.change import ChangeKind
from strategi.model.evidence import Evidence
from strategi.model.governance import (
    Adoption,
    AdoptionLedger,
    ChangeClass,
    Correction,
    DecisionKind,
    Informed,
    Outcome,
    Postponement,
    Revision,
    RevisionNote,
)
from strategi.model.log import FigureCorrection, RecordedText, RevisionLog, Step, StepChange
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.render.view import View

from tests.engine.render.strategy_examples import example

FIRST, SECOND, TODAY = RevisionId("2019-11-01"), RevisionId("2020-03-01"), date(2024, 7, 2)
SITE = "https://strategi.example/nara/"
OLD_DIGEST, DIGEST, CORRECTED_DIGEST = (f"v1:sha256:{digit * 64}" for digit in "123")
UNKNOWN = Evidence.NOT_FOUND


def view(strategy: Strategy | None = None, *, log: RevisionLog | None = None, **more: Any) -> View:
    """The context of a page of the decided strategy."""
    given = {"today": TODAY, "page_url": "revideringar/2020-03-01/", "site_url": SITE} | more
    return View(strategy=strategy or decided(), log=history() if log is None else log, **given)


def decided(*, revisions: tuple[Revision, ...] | None = None, **changes: Any) -> Strategy:
    """A strategy with two revisions, three decisions on the second one, a postponement and a correction."""
    return replace(
        example(),
        revisions=(approved(), recommended()) if revisions is None else revisions,
        ledgers={SECOND: AdoptionLedger(revision=SECOND, adoptions=_adoptions())},
        postponements=(_postponement(),),
        **changes,
    )


def history() -> RevisionLog:
    """Both texts; a day with a revision and smaller changes, a day with many, and figures put right."""
    new = example()
    old = replace(new, vision=new.vision.model_copy(update={"text": "Nära – hela dagen"}), roadmap=())
    return RevisionLog(
        texts=(
            RecordedText(revision=approved(), strategy=old),
            RecordedText(revision=recommended(), strategy=new),
        ),
        steps=tuple(_steps()),
        corrections=tuple(_figures()),
    )


def approved(**changes: Any) -> Revision:
    """The revision that was never decided, of which little is known."""
    facts = {
        "id": FIRST,
        "title": "Förslaget",
        "class": UNKNOWN,
        "class_evidence": UNKNOWN,
        "decision": DecisionKind.APPROVED,
        "decided_by": "rad",
        "decided_on": FIRST.first_day,
        "effective_from": UNKNOWN,
        "condition": UNKNOWN,
        "digest": OLD_DIGEST,
        "evidence": Evidence.INFERRED,
        "references": (),
        **dict.fromkeys(("registry_number", "minutes", "reason"), UNKNOWN),
    }
    return Revision(**(facts | changes))


def recommended(**changes: Any) -> Revision:
    """The revision of which everything is known."""
    facts = {
        "id": SECOND,
        "title": "Versionen för <alla> & envar",
        "class": ChangeClass.ESSENTIAL,
        "class_evidence": Evidence.INFERRED,
        "decision": DecisionKind.RECOMMENDED,
        "decided_by": "rad",
        "decided_on": SECOND.first_day,
        "registry_number": "ER 2020/17",
        "minutes": "§ 4",
        "reason": "Rådet ville ha en färdplan.",
        "informed": (Informed(body="rad", informed_on=UNKNOWN),),
        "effective_from": date(2020, 7, 1),
        "condition": "Alla ska besluta lika",
        "predecessor": FIRST,
        "digest": DIGEST,
        "notes": (_note(),),
        "corrections": (_correction(),),
        "evidence": Evidence.DOCUMENTED,
        "references": ("beslut",),
    }
    return Revision(**(facts | changes))


def known_in_part(**more: Any) -> Revision:
    """A revision of which the year is known, and neither what was decided, nor by whom, nor which day."""
    unknown = dict.fromkeys(("decision", "decided_by", "decided_on", "digest"), UNKNOWN)
    return recommended(id=RevisionId("2021"), predecessor=SECOND, corrections=(), **(unknown | more))


def adopted_by_all() -> Strategy:
    """The same, but every principal is documented to have adopted the same wording."""
    ledger = AdoptionLedger(
        revision=SECOND,
        adoptions=tuple(
            _adoption(each.id, Outcome.IDENTICAL, outcome_evidence=Evidence.DOCUMENTED)
            for each in example().principals
        ),
    )
    return replace(decided(), ledgers={SECOND: ledger})


def _note() -> RevisionNote:
    return RevisionNote(
        title="En färdplan",
        parts=("resan", "malet"),
        reason=UNKNOWN,
        page=4,
        evidence=Evidence.DOCUMENTED,
        references=("beslut",),
    )


def _correction() -> Correction:
    return Correction(
        corrected_on=date(2023, 2, 1),
        part="D1",
        before="Du är med",
        after="Du är i mitten",
        reason="Vi läste fel.",
        digest_before=DIGEST,
        digest_after=CORRECTED_DIGEST,
        references=("protokoll",),
    )


def _adoptions() -> tuple[Adoption, ...]:
    return (
        _adoption("region", Outcome.IDENTICAL, body="Fullmäktige", paragraph="§ 9", note="Ur ett referat."),
        _adoption("ekeby", Outcome.DEVIATING, decided_on=date(2020, 9, 14)),
        _adoption("lundby", Outcome.REJECTED, decided_on=UNKNOWN),
        _adoption("aasen", Outcome.NOT_DOCUMENTED, decided_on=UNKNOWN),
    )


def _adoption(principal: str, outcome: Outcome, **known: Any) -> Adoption:
    facts = {
        "outcome_evidence": Evidence.INFERRED if outcome is Outcome.IDENTICAL else Evidence.DOCUMENTED,
        "decided_on": date(2020, 6, 1),
        "references": ("beslut",),
        **dict.fromkeys(("body", "paragraph", "registry_number"), UNKNOWN),
    }
    return Adoption(principal=principal, outcome=outcome, **(facts | known))


def _postponement() -> Postponement:
    return Postponement(
        revision=SECOND,
        due_on=date(2026, 7, 1),
        decided_by="rad",
        decided_on=date(2024, 5, 6),
        registry_number=UNKNOWN,
        minutes=UNKNOWN,
        reason="Uppföljningen är inte klar",
        evidence=Evidence.DOCUMENTED,
        references=("protokoll",),
    )


def _steps() -> list[Step]:
    named = StepChange(path="indicators/n01-nojda.yml", kind=ChangeKind.CHANGED, id="N01", facts=("note",))
    figures = StepChange(
        path="indicators/n01-nojda.csv",
        kind=ChangeKind.CHANGED,
        id="N01",
        new_figures=12,
        corrected_figures=2,
    )
    wording = StepChange(path="strategy/vision.md", kind=ChangeKind.CHANGED, id="vision", is_governed=True)
    record = StepChange(path="strategy/revisions/2020-03-01.yml", kind=ChangeKind.ADDED, id="2020-03-01")
    return [
        _step(date(2022, 3, 4), wording, record, revision_id=SECOND),
        _step(date(2022, 3, 4), named, wording, record, revision_id=SECOND),
        _step(date(2022, 3, 4), named),
        _step(date(2023, 2, 1), wording, revision_id=SECOND, is_correction=True),
        _step(date(2023, 9, 30), figures, *[named] * 12),
    ]


def _step(
    taken_on: date, *changes: StepChange, revision_id: RevisionId | None = None, is_correction: bool = False
) -> Step:
    return Step(taken_on=taken_on, revision_id=revision_id, is_correction=is_correction, changes=changes)


def _figures() -> list[FigureCorrection]:
    place = {"indicator_id": "N01", "series": "huvud", "area": "0091", "gender": "T", "time_period": "2021"}
    day = {"corrected_on": date(2023, 9, 30)}
    return [
        FigureCorrection(**day, **place, before="70.1", after="71.3"),
        FigureCorrection(**day, **(place | {"gender": "K"}), before="70.1", after=""),
        FigureCorrection(**day, **(place | {"indicator_id": "N02"}), before="1", after="2"),
    ]
