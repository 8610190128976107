"""Test that changes are described in plain Swedish, whatever it is that changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from strategi.model.change import (
    ChangeKind,
    FactChange,
    FigureChangeKind,
    FiguresChange,
    RecordChange,
)
from strategi.model.governance import Adoption, Body, Event, Postponement, Principal, Revision
from strategi.model.indicator import Area, DataSource, Indicator, SeriesDefinition, SeriesSource
from strategi.model.parts import FocusShift, Reference, RoadmapSection, StrategyInfo, Subgoal, Vision
from strategi.model.record import Record
from strategi.model.words import swedish
from strategi.render.wording.change_words import facts_words, figure_counts, figures_events, record_events
from strategi.render.wording.fact_words import fact_name, fact_value
from strategi.render.wording.record_words import record_label, record_words

from tests.engine.render import invented
from tests.engine.render.strategy_examples import example

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "fact-words.yml").read_text(encoding="utf-8"))
RECORDS: tuple[type[Record], ...] = (
    *(Adoption, Area, Body, DataSource, Event, FocusShift, Indicator, Postponement, Principal, Reference),
    *(Revision, RoadmapSection, SeriesDefinition, SeriesSource, StrategyInfo, Subgoal, Vision),
)


@pytest.mark.parametrize(("name", "value", "called", "said"), CASES)
def test_a_fact_and_its_value(name: str, value: str | None, called: str, said: str) -> None:
    assert (fact_name(name, swedish()), fact_value(name, value, swedish())) == (called, said)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_key_has_a_name(kind: type[Record]) -> None:
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    assert not [key for key in keys if "”" in fact_name(key, swedish())]


def fact(name: str, before: str | None = "a", after: str | None = "b") -> FactChange:
    return FactChange(name=name, before=before, after=after)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([fact("name")], "namnet har ändrats"),
        ([fact("name"), fact("unit"), fact("source")], "namnet, enheten och källan har ändrats"),
        ([fact("name", None)], "namnet har lagts till"),
        (
            [fact("name", after=None), fact("unit"), fact("source", None)],
            "enheten har ändrats, källan har lagts till, namnet har tagits bort",
        ),
    ],
)
def test_facts(facts: list[FactChange], said: str) -> None:
    assert facts_words(facts, swedish()) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), ""),
        ((1, 0, 0), "1 nytt värde"),
        ((12, 1, 0), "12 nya värden, 1 rättat"),
        ((0, 2, 1), "2 rättade värden, 1 borttaget"),
        ((1234, 0, 2), "1\u00a0234 nya värden, 2 borttagna"),
    ],
)
def test_counts_of_figures(counts: tuple[int, int, int], said: str) -> None:
    assert figure_counts(dict(zip(FigureChangeKind, counts, strict=True))) == said


def test_figures_written_otherwise() -> None:
    said = figures_events(FiguresChange(indicator_id="N05", changes=()))
    assert said == "värdena är desamma, men filen är skriven på ett annat sätt"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ChangeKind.ADDED, "har lagts till"),
        (ChangeKind.REMOVED, "har tagits bort"),
        (ChangeKind.MOVED, "har fått en annan plats i listan"),
    ],
)
def test_whole_records(kind: ChangeKind, said: str) -> None:
    assert record_events(RecordChange(collection="bodies", id="radet", kind=kind), swedish()) == said


LABELS: dict[str, Any] = {
    "strategy/strategy": "Strategins grunduppgifter",
    "vision/vision": "Målbild",
    "subgoals/D1": "Delmål 1. Nära dig",
    "indicators/N01": "Nyckeltal N01. Nöjda invånare",
    "indicators/N99": "N99",
    "principals/ekeby": "Ekeby kommun",
    "areas/0000": "Området Landet",
    "references/beslut": "Källan ”Beslutet”",
    "sources.references/tabell": "Datakällan ”Tabell 1”",
    "sources.series/N01/huvud": "Hämtningen av N01, serien huvud",
    "revisions/2022-04-27": "Revideringen 27 april 2022",
    "adoptions/2022-04-27/ekeby": "Ekeby kommun, beslutet om revideringen 27 april 2022",
    "postponements/2022-04-27/2025-01-01": "Beslutet om när nästa revidering ska göras",
    "events/2022-04/Rådet beslutar.": "Händelsen ”Rådet beslutar” (2022-04)",
}


@pytest.mark.parametrize(("record", "label"), LABELS.items())
def test_what_a_record_is_called(record: str, label: str) -> None:
    collection, _, record_id = record.partition("/")
    assert record_label(collection, record_id, invented.strategy((invented.indicator(), ()))) == label


def test_a_record_is_named_by_the_strategy_that_has_it() -> None:
    council = example().bodies[0]
    gone = RecordChange(collection="bodies", id=council.id, kind=ChangeKind.REMOVED)
    assert record_words(gone, invented.strategy(), example()) == f"{council.name}: har tagits bort"
