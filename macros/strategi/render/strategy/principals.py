"""Render what is known of each principal: its decision, its plan, its figures, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from strategi.model.evidence import Evidence
from strategi.model.governance import LocalPlan, Principal, PrincipalKind
from strategi.render.strategy.adoptions import (
    AdoptionRow,
    RevisionAdoptions,
    adoption_rows,
    adoptions_by_revision,
)
from strategi.render.strategy.deviations import DeviationRow, deviation_rows
from strategi.render.strategy.principal_figures import principal_figures
from strategi.render.strategy.references import references
from strategi.render.subject import find_principal
from strategi.render.templating import fragment
from strategi.render.view import View

# Over one of the kind, and over several.
_HEADINGS = {
    PrincipalKind.REGION: ("Region", "Regioner"),
    PrincipalKind.MUNICIPALITY: ("Kommun", "Kommuner"),
    PrincipalKind.BOARD: ("Nämnd", "Nämnder"),
    PrincipalKind.FEDERATION: ("Kommunalförbund", "Kommunalförbund"),
    PrincipalKind.AGENCY: ("Myndighet", "Myndigheter"),
    PrincipalKind.UNIVERSITY: ("Lärosäte", "Lärosäten"),
    PrincipalKind.COMPANY: ("Bolag", "Bolag"),
    PrincipalKind.ASSOCIATION: ("Förening", "Föreningar"),
    PrincipalKind.OTHER: ("Annan", "Andra"),
}
_PLACES = {
    PrincipalKind.REGION: "region",
    PrincipalKind.MUNICIPALITY: "kommuner",
    PrincipalKind.BOARD: "namnder",
    PrincipalKind.FEDERATION: "kommunalforbund",
    PrincipalKind.AGENCY: "myndigheter",
    PrincipalKind.UNIVERSITY: "larosaten",
    PrincipalKind.COMPANY: "bolag",
    PrincipalKind.ASSOCIATION: "foreningar",
    PrincipalKind.OTHER: "andra",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A principal's decision on one revision."""

    found: RevisionAdoptions
    row: AdoptionRow
    deviations: tuple[DeviationRow, ...]


def principals(view: View) -> str:
    """Every principal as a link, by kind, the region first."""
    rows = adoption_rows(view)
    of_kind = {kind: [row for row in rows if row.principal.kind is kind] for kind in PrincipalKind}
    groups = [
        (_HEADINGS[kind][len(found) > 1], _PLACES[kind], found) for kind, found in of_kind.items() if found
    ]
    return fragment("principals.html", view=view, groups=groups)


def principal(view: View, principal_id: str) -> str:
    """One principal's page below its heading."""
    found = find_principal(view.strategy, principal_id)
    current, *others = (_decision(view, found, each) for each in adoptions_by_revision(view))
    plan = view.strategy.plan_by_principal.get(found.id)
    return fragment(
        "principal.html",
        view=view,
        principal=found,
        current=current,
        others=others,
        plan=plan,
        plan_references=references(view, plan.references) if plan else (),
        missing=[*_missing_of_decision(current), *_missing_of_plan(plan)],
        figures=principal_figures(view, principal_id),
    )


def _decision(view: View, principal: Principal, found: RevisionAdoptions) -> Decision:
    row = found.row(principal.id)
    rows = deviation_rows(view, found.revision, row.adoption) if found.revision and row.adoption else ()
    return Decision(found=found, row=row, deviations=rows)


def _missing_of_decision(decision: Decision) -> Iterator[str]:
    if not decision.row.is_documented:
        yield "Beslut om strategin: organ, datum, paragraf och diarienummer"
    yield from (f"Beslutets {each}" for each in decision.row.unknown)
    for each in decision.deviations:
        if not each.is_known and not each.is_struck:
            yield f"Den avvikande lydelsen: {each.label}, {each.fact}"


def _missing_of_plan(plan: LocalPlan | None) -> Iterator[str]:
    if plan is None:
        yield "Lokal plan"
        return
    facts = {
        "organ": plan.body,
        "beslutsdatum": plan.decided_on,
        "första dag": plan.valid_from,
        "sista dag": plan.valid_to,
        "diarienummer": plan.registry_number,
        "webbadress": plan.url,
    }
    yield from (f"Den lokala planens {word}" for word, fact in facts.items() if fact is Evidence.NOT_FOUND)
