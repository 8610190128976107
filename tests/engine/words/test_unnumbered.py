"""Goals whose numbers are not said go by their titles, wherever they are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from strategi.diff.strategies import compare_governed
from strategi.model.authority import Classification
from strategi.model.evidence import Evidence
from strategi.model.governed import governed_parts
from strategi.model.strategy import Strategy
from strategi.model.words import Term, TermKind, WordGender
from strategi.render.registry.vocabulary import macros
from strategi.render.view import View
from strategi.render.wording.authority_words import classification_words
from strategi.render.wording.change_words import part_label
from strategi.render.wording.part_words import goal_name
from strategi.render.wording.scope import scope

from tests.engine.render.strategy_examples import example

WAY = Term(
    what=TermKind.GOAL,
    singular="väg",
    definite="vägen",
    plural="vägar",
    definite_plural="vägarna",
    gender=WordGender.COMMON,
)


def county(*, numbered: bool) -> Strategy:
    return replace(example(), terms=(WAY.model_copy(update={"numbered": numbered}),))


@pytest.mark.parametrize(
    ("numbered", "label", "changed", "row"),
    [
        (True, "Väg 1. Nära dig", "ändr. väg 1", "ändra väg 1. Nära dig"),
        (False, "Nära dig", "ändr. vägen Nära dig", "ändra Nära dig"),
    ],
)
def test_what_a_goal_is_called(numbered: bool, label: str, changed: str, row: str) -> None:
    new = county(numbered=numbered)
    view = View(strategy=new, today=date(2026, 1, 15))
    goal = next(each for each in governed_parts(new) if each.id == "D1")
    assert part_label(goal, new.words) == label
    assert goal_name(new.words, "D1", "Nära dig") == ("Väg 1" if numbered else "Nära dig")
    assert macros()["title"](view, "D1") == label
    first, *others = new.subgoals
    old = replace(new, subgoals=(first.model_copy(update={"text": "En annan lydelse."}), *others))
    assert scope(compare_governed(old, new), new.words) == changed
    asked = {"what": "subgoal", "id": "D1", "class": "data", "reason": "Skäl.", "references": ()}
    rule = Classification.model_validate(asked | {"evidence": Evidence.INFERRED})
    assert classification_words(rule, new) == row


def test_their_numbering_is_told_only_where_there_is_one() -> None:
    said = [
        macros()["numbering"](View(strategy=county(numbered=each), today=date(2026, 1, 15)))
        for each in (True, False)
    ]
    assert said == ["Vägarna numreras D1, D2 och så vidare.", ""]
