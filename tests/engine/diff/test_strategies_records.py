"""Test that what changes outside the governed text is reported record by record, key by key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from strategi.content.reader import read_strategy
from strategi.diff.strategies import compare
from strategi.model.change import ChangeKind, RecordChange
from strategi.model.evidence import Evidence
from strategi.model.governance import Adoption, AdoptionLedger, Body, BodyKind, Event, Outcome
from strategi.model.indicator import Role
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import MemoryTree, county_files
from tests.engine.diff.strategies_cases import strategy_of
from tests.engine.render import invented


def differing(old: Strategy, new: Strategy) -> list[tuple[str, str, str]]:
    """Each record that differs: its list, its id and what happened."""
    return [(each.collection, each.id, each.kind.value) for each in compare(old, new).records]


def facts(change: RecordChange) -> dict[str, tuple[str | None, str | None]]:
    return {each.name: (each.before, each.after) for each in change.facts}


def body(body_id: str = "radet", **changes: Any) -> Body:
    given: dict[str, Any] = {
        "name": "Rådet",
        "kind": BodyKind.POLITICAL,
        "composition": Evidence.NOT_FOUND,
        "role": "Beslutar.",
        "evidence": Evidence.DOCUMENTED,
        "references": ("beslut",),
    }
    return Body(id=body_id, **(given | changes))


def adoption(principal: str, outcome: Outcome = Outcome.NOT_DOCUMENTED, **changes: Any) -> Adoption:
    unknown = dict.fromkeys(("body", "decided_on", "paragraph", "registry_number"), Evidence.NOT_FOUND)
    given = {"outcome_evidence": Evidence.NOT_FOUND, "references": ()}
    return Adoption(principal=principal, outcome=outcome, **(unknown | given | changes))


def ledger(*adoptions: Adoption) -> dict[RevisionId, AdoptionLedger]:
    revision = RevisionId("2022-04-27")
    return {revision: AdoptionLedger(revision=revision, adoptions=adoptions)}


def test_the_same_strategy_has_no_changed_record() -> None:
    read = [read_strategy(MemoryTree(county_files()), today=TODAY).strategy for _ in range(2)]
    assert compare(*(each for each in read if each)).is_equal


def test_a_value_that_was_not_found_and_one_of_a_list_of_words() -> None:
    old = replace(invented.strategy(), bodies=(body(),))
    new = replace(invented.strategy(), bodies=(body(composition="Sju ledamöter", kind=BodyKind.OFFICIALS),))
    (change,) = compare(old, new).records
    assert (change.collection, change.id, change.kind) == ("bodies", "radet", ChangeKind.CHANGED)
    assert facts(change) == {"kind": ("political", "officials"), "composition": (None, "Sju ledamöter")}


def test_records_that_come_go_and_trade_places() -> None:
    old = replace(invented.strategy(), bodies=(body("a"), body("b"), body("c"), body("d")))
    new = replace(invented.strategy(), bodies=(body("b"), body("c"), body("a"), body("e")))
    assert differing(old, new) == [
        ("bodies", "a", "moved"),
        ("bodies", "e", "added"),
        ("bodies", "d", "removed"),
    ]


def test_a_decision_of_a_principal() -> None:
    decided = adoption("lundby", Outcome.IDENTICAL, decided_on=date(2022, 6, 13))
    old = replace(invented.strategy(), ledgers=ledger(adoption("ekeby"), adoption("lundby")))
    new = replace(invented.strategy(), ledgers=ledger(adoption("ekeby"), decided))
    (change,) = compare(old, new).records
    assert (change.collection, change.id) == ("adoptions", "2022-04-27/lundby")
    assert facts(change) == {
        "outcome": ("not-documented", "identical"),
        "decided_on": (None, "2022-06-13"),
    }


def test_an_event_has_no_id_but_its_day_and_words() -> None:
    event = Event(date="2022-04", text="Rådet beslutar.", evidence=Evidence.DOCUMENTED, references=())
    old = replace(invented.strategy(), events=(event, event))
    new = replace(invented.strategy(), events=(event.model_copy(update={"evidence": Evidence.INFERRED}),) * 3)
    assert [(each.id, each.kind.value) for each in compare(old, new).records] == [
        ("2022-04/Rådet beslutar.", "changed"),
        ("2022-04/Rådet beslutar. (2)", "changed"),
        ("2022-04/Rådet beslutar. (3)", "added"),
    ]


def test_records_in_records_have_dotted_names() -> None:
    old = invented.strategy((invented.indicator(), [invented.series({}), invented.series({}, series_id="b")]))
    new = invented.strategy(
        (
            invented.indicator(),
            [invented.series({}, series_id="c"), invented.series({}, unit="antal", note="Obs.")],
        )
    )
    (change,) = [each for each in compare(old, new).records if each.collection == "indicators"]
    assert facts(change) == {
        "series": ("huvud, b", "c, huvud"),
        "series.huvud.unit": ("procent", "antal"),
        "series.huvud.note": (None, "Obs."),
    }


def test_governed_facts_are_not_told_twice() -> None:
    old = strategy_of({"indicators": {"N01": {"name": "Trygghet"}}, "subgoals": {"D1": ["Nära", "Ett."]}})
    new = strategy_of(
        {"indicators": {"N01": {"name": "Oro"}, "N02": {}}, "subgoals": {"D1": ["Nära", "Två."]}}
    )
    assert differing(old, new) == []


def test_what_surrounds_a_governed_text() -> None:
    old = strategy_of({"subgoals": {"D1": ["Nära", "Ett."]}})
    vision = old.vision.model_copy(update={"page": 3, "note": "Efter bildspelet."})
    subgoal = old.subgoals[0].model_copy(update={"reading": "Vi läser så.", "references": ("beslut", "brev")})
    changes = compare(old, replace(old, vision=vision, subgoals=(subgoal,))).records
    assert {each.collection: facts(each) for each in changes} == {
        "vision": {"page": (None, "3"), "note": (None, "Efter bildspelet.")},
        "subgoals": {"reading": (None, "Vi läser så."), "references": ("beslut", "beslut, brev")},
    }


def test_a_renumbered_indicator_is_compared_with_itself() -> None:
    first = invented.indicator("N05", name="Förtroende")
    second = invented.indicator("N06", name="Väntetid", note="Sällan.")
    old = invented.strategy((first, ()), (second, ()))
    new = invented.strategy(
        (invented.indicator("N05", name="Fallskador"), ()),
        (first.model_copy(update={"id": "N06", "note": "Nytt."}), ()),
        (second.model_copy(update={"id": "N07"}), ()),
    )
    (change,) = compare(old, new).records
    assert (change.id, facts(change)) == ("N06", {"note": (None, "Nytt.")})


def test_the_register_follows_a_renumbered_indicator() -> None:
    old = invented.strategy((invented.indicator("N01", name="Förtroende"), ()))
    source = old.sources.series[0].model_copy(update={"indicator": "N02"})
    new = replace(
        invented.strategy((invented.indicator("N02", name="Förtroende"), ())),
        sources=old.sources.model_copy(update={"series": (source,)}),
    )
    (change,) = compare(old, new).records
    assert (change.collection, change.id) == ("sources.series", "N02/huvud")
    assert facts(change) == {"indicator": ("N01", "N02")}


def test_a_suggestion_is_told_with_its_definition() -> None:
    suggested = invented.indicator("N02", role=Role.CANDIDATE)
    old = invented.strategy((suggested, ()), (invented.indicator("N03", role=Role.CONTEXT), ()))
    new = invented.strategy((suggested.model_copy(update={"definition": "Alla."}), ()))
    changed, removed = compare(old, new).records
    assert facts(changed) == {"definition": ("Andelen invånare som är nöjda.", "Alla.")}
    assert (removed.id, removed.kind) == ("N03", ChangeKind.REMOVED)


def test_a_suggestion_that_is_decided_only_changes_its_role() -> None:
    old = invented.strategy((invented.indicator("N02", role=Role.CANDIDATE), ()))
    new = invented.strategy((invented.indicator("N02", definition="Alla."), ()))
    (change,) = compare(old, new).records
    assert facts(change) == {"role": ("candidate", "appendix")}


def test_a_number_that_another_indicator_had() -> None:
    """The decided N05 takes the number of a suggestion, which is gone."""
    old = invented.strategy(
        (invented.indicator("N05"), ()), (invented.indicator("N06", role=Role.CANDIDATE, name="Annat"), ())
    )
    new = invented.strategy((invented.indicator("N06"), ()))
    assert differing(old, new) == [("indicators", "N06", "removed")]


def test_lines_broken_elsewhere_are_no_change() -> None:
    old = replace(invented.strategy(), bodies=(body(role="Beslutar\nom allt."),))
    new = replace(invented.strategy(), bodies=(body(role="Beslutar om allt."),))
    assert compare(old, new).is_equal
