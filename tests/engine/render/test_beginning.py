"""Where another strategy came before in the same history, one line says so, and nothing names the other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from strategi.model.log import Beginning, RevisionLog
from strategi.render.feeds.atom import change_feed, decision_feed
from strategi.render.history.beginning import beginning_words
from strategi.render.revisions.revision_log import revision_log
from strategi.render.terminal.log_text import log_json, log_text
from strategi.render.view import View

from tests.engine.rules.county import READ_ON, county

COMMITTED = Beginning(began_on=date(2024, 3, 1))
WORDS = (
    "Ny strategi: Strategi för nära vård i Fjällhavets län 2023–2031. "
    "Det som kom före i historiken hör till en annan strategi och visas inte."
)


def view(beginning: Beginning | None) -> View:
    return View(strategy=county(), today=READ_ON, log=RevisionLog(beginning=beginning))


def test_every_form_of_the_log_says_it_once() -> None:
    shown = view(COMMITTED)
    for form in (revision_log(shown), log_text(shown, width=1000).plain, change_feed(shown)):
        assert form.count(WORDS) == 1
    assert log_text(shown, width=1000).plain.splitlines()[-1] == f"1 mars 2024  {WORDS}"
    assert json.loads(log_json(shown))["entries"][-1] == {
        "kind": "beginning",
        "date": "2024-03-01",
        "sentences": [WORDS],
    }


def test_it_is_no_decision() -> None:
    assert "Ny strategi" not in decision_feed(view(COMMITTED))


def test_before_it_is_committed_it_has_no_day() -> None:
    shown = view(Beginning(began_on=None))
    assert "Den är inte sparad i historiken än." in revision_log(shown)
    assert json.loads(log_json(shown))["entries"][-1]["date"] is None
    assert "Ny strategi" not in change_feed(shown)


@pytest.mark.parametrize("problem", ["", "historiken är ofullständig"])
def test_where_nothing_came_before_nothing_is_said(problem: str) -> None:
    shown = replace(view(None), log=RevisionLog(problem=problem))
    assert beginning_words(shown) == ""
    for form in (revision_log(shown), log_json(shown), change_feed(shown)):
        assert "Ny strategi" not in form
