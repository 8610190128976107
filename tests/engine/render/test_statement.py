"""What the law asks a site to say is said as far as it is known, and the rest is marked and told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from strategi.model.evidence import Evidence
from strategi.model.site_facts import AccessibilityFault, Conformance, SiteFacts
from strategi.render.strategy.statement import PARTS, accessibility, contact
from strategi.render.view import View
from strategi.rules.site_facts import check_site_facts

from tests.engine.render.strategy_examples import example

MARK = "ls-mark--not-found"
KNOWN = SiteFacts(
    email="namn@exempel.example",
    phone="010-00 00 00",
    report_url="https://exempel.example/formular",
    published_on=date(2025, 2, 3),
    conformance=Conformance.NONE,
    conformance_reason="Kartan går <inte> att läsa upp.",
    reviewed_on=date(2026, 5, 4),
    review_method="Tio läsare har prövat.",
    statement_updated_on=date(2026, 5, 5),
    faults=(AccessibilityFault(title="Kartan.", text="Den går inte att läsa upp."),),
)
SAID = {
    "conformance": "<strong>inte förenlig</strong>",
    "reason": "<p>Kartan går &lt;inte&gt; att läsa upp.</p>",
    "faults": "<li><strong>Kartan.</strong> Den går inte att läsa upp.</li>",
    "report": '<a href="https://exempel.example/formular">Rapportera ett hinder</a>',
    "method": "<p>Tio läsare har prövat.</p>",
    "days": '<time datetime="2026-05-04">4 maj 2026</time>',
}


def view(site: SiteFacts) -> View:
    return View(strategy=replace(example(), site=site), today=date(2026, 6, 1), page_url="tillganglighet/")


@pytest.mark.parametrize("part", PARTS)
def test_what_is_known_is_said(part: str) -> None:
    said = accessibility(view(KNOWN), part)
    assert SAID[part] in said
    assert MARK not in said


@pytest.mark.parametrize("part", ["conformance", "report", "method", "days"])
def test_what_is_not_known_is_marked_and_claims_nothing(part: str) -> None:
    said = accessibility(view(SiteFacts()), part)
    assert MARK in said
    assert "förenlig" not in said


def test_how_to_reach_who_answers_for_the_site() -> None:
    assert MARK in contact(view(SiteFacts()))
    assert '<a href="mailto:namn@exempel.example">' in contact(view(KNOWN))


def test_every_fact_that_the_law_asks_for_and_is_missing_is_told_once() -> None:
    unknown = replace(example(), site=SiteFacts())
    unknown = replace(unknown, info=unknown.info.model_copy(update={"publisher": Evidence.NOT_FOUND}))
    messages = [each.message for each in check_site_facts(unknown)]
    assert len(messages) == len(set(messages)) == 6
    told = replace(unknown, site=KNOWN, info=unknown.info.model_copy(update={"publisher": "Ekeby kommun"}))
    assert list(check_site_facts(told)) == []
