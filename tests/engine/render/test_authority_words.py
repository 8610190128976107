"""Test the plain words for what may be changed, how much that matters, and who decides."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from strategi.model.authority import ChangedThing, Classification, DecisionClass
from strategi.model.change_kind import ChangeKind
from strategi.model.evidence import Evidence
from strategi.model.words import swedish
from strategi.render.wording.authority_words import (
    body_names,
    class_words,
    classification_words,
    kind_words,
    thing_words,
)

from tests.engine.render.strategy_examples import example


@pytest.mark.parametrize(
    ("word", "enumeration"),
    [
        (partial(thing_words, words=swedish()), ChangedThing),
        (class_words, DecisionClass),
        (kind_words, ChangeKind),
    ],
)
def test_every_value_has_a_word_of_its_own_without_its_key(word, enumeration) -> None:
    words = [word(each) for each in enumeration]
    assert len(set(words)) == len(enumeration)
    assert not any(each.value in words for each in enumeration)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"what": "subgoal"}, "ändra ett delmål"),
        ({"what": "subgoal", "id": "D1"}, "ändra delmål 1. Nära dig"),
        ({"what": "roadmap-section", "change": "removed"}, "ta bort ett avsnitt i färdplanen"),
        ({"what": "roadmap-section", "id": "resan", "change": "moved"}, "flytta avsnittet Resan"),
        ({"what": "strategy", "field": "publisher"}, "ändra utgivaren i strategins grunduppgifter"),
        ({"what": "indicator", "id": "N99", "field": "unit"}, "ändra enheten i N99"),
        ({"what": "bodies", "id": "rad"}, "ändra Exempelrådet"),
    ],
)
def test_a_row_is_said_as_something_that_one_wants_to_do(row: dict[str, str], said: str) -> None:
    more = {"class": "data", "reason": "Skäl.", "evidence": Evidence.INFERRED, "references": ()}
    assert classification_words(Classification.model_validate(row | more), example()) == said


def test_bodies_are_named_and_an_unknown_one_goes_by_its_id() -> None:
    assert body_names(example(), ()) == ""
    assert body_names(example(), ("rad",)) == "Exempelrådet"
    assert body_names(replace(example(), bodies=()), ("rad", "annat")) == "rad eller annat"
