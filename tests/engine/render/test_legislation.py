"""What registers read of a revision: what is documented, and nothing more."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from strategi.model.governance import DecisionKind
from strategi.model.log import RevisionLog
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.render.errors import UnknownName
from strategi.render.revisions.legislation import legislation

from tests.engine.render.feed_examples import (
    CORRECTED_DIGEST,
    FIRST,
    SECOND,
    SITE,
    adopted_by_all,
    approved,
    decided,
    known_in_part,
    recommended,
    view,
)

FORCE = "legislationLegalForce"
IN_FORCE, NOT_IN_FORCE = "https://schema.org/InForce", "https://schema.org/NotInForce"


def facts(revision: RevisionId = SECOND, strategy: Strategy | None = None, **more: Any) -> dict[str, Any]:
    script = LexborHTMLParser(legislation(view(strategy, **more), revision)).css_first("script")
    assert script is not None and script.attributes == {"type": "application/ld+json"}
    return dict(json.loads(script.text()))


def test_is_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    shown = json.dumps(facts(site_url=SITE), ensure_ascii=False, indent=2)
    golden("render/legislation.json", shown)


def test_the_text_is_named_by_its_newest_digest() -> None:
    assert facts()["version"] == CORRECTED_DIGEST


def test_our_page_is_not_called_the_decided_document() -> None:
    assert facts()["encoding"]["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"
    assert "encoding" not in facts(log=RevisionLog())


def test_addresses_stand_there_only_where_the_site_s_is_known() -> None:
    page = "revideringar/2020-03-01/"
    for known in (SITE, SITE.rstrip("/")):
        found = facts(site_url=known)
        assert found["url"] == found["encoding"]["url"] == SITE + page
        assert found["isBasedOn"]["url"] == f"{SITE}revideringar/2019-11-01/"
    assert "url" not in json.dumps({**facts(site_url=""), "@id": "", "isBasedOn": ""})


def test_what_it_is_based_on_is_known_by_the_same_id_there() -> None:
    assert facts()["isBasedOn"]["@id"] == facts(FIRST)["@id"]


def test_a_proposal_is_passed_by_nobody() -> None:
    for found in (facts(FIRST), facts(strategy=decided(), today=date(2020, 2, 29))):
        assert not {"legislationDate", "legislationPassedBy"} & found.keys()
        assert found[FORCE] == NOT_IN_FORCE


def test_of_a_decision_that_is_not_known_neither_day_body_nor_force_is_said() -> None:
    for known in ({}, {"decision": DecisionKind.DECIDED}):
        revision = known_in_part(**known)
        found = facts(revision.id, decided(revisions=(approved(), recommended(), revision)))
        assert not {"legislationDate", "legislationPassedBy"} & found.keys()
        assert found["legislationIdentifier"].endswith("/2021")
    unknown = facts(RevisionId("2021"), decided(revisions=(known_in_part(),)))
    assert FORCE not in unknown
    assert unknown["creativeWorkStatus"] == "Vad som beslutades är inte känt"


def test_what_is_unknown_is_left_out() -> None:
    found = facts(FIRST)
    assert not {"legislationDateOfApplicability", "temporalCoverage", "publisher", "isBasedOn"} & found.keys()
    assert None not in found.values()


@pytest.mark.parametrize(
    ("strategy", "today", "force", "status"),
    [
        (adopted_by_all(), date(2023, 1, 1), IN_FORCE, "Gäller"),
        (adopted_by_all(), date(2020, 6, 30), NOT_IN_FORCE, "Rekommenderad, ännu inte i kraft"),
        (adopted_by_all(), date(2030, 1, 2), NOT_IN_FORCE, "Har upphört att gälla"),
        (
            replace(decided(), ledgers={}),
            date(2023, 1, 1),
            None,
            "Rekommenderad, villkoret är inte känt som uppfyllt",
        ),
        (decided(), date(2023, 1, 1), NOT_IN_FORCE, "Rekommenderad, ännu inte i kraft"),
        (
            decided(revisions=(approved(), recommended(effective_from="not-found"))),
            date(2023, 1, 1),
            None,
            "Rekommenderad, ännu inte i kraft",
        ),
        (
            decided(revisions=(approved(), recommended(withdrawn=True))),
            date(2023, 1, 1),
            NOT_IN_FORCE,
            "Återkallad",
        ),
    ],
)
def test_force_is_said_only_where_it_is_documented(
    strategy: Strategy, today: date, force: str | None, status: str
) -> None:
    found = facts(strategy=strategy, today=today)
    assert (found.get(FORCE), found["creativeWorkStatus"]) == (force, status)


def test_what_an_uncertain_text_takes_the_place_of_may_still_be_in_force() -> None:
    newer = recommended(
        id="2022-05-01", decided_on="2022-05-01", predecessor=SECOND, effective_from="2022-07-01"
    )
    both = adopted_by_all()
    both = replace(both, revisions=(*both.revisions, newer))
    assert FORCE not in facts(strategy=both, today=date(2023, 1, 1))
    known = replace(both, ledgers={each: both.ledgers[SECOND] for each in (SECOND, newer.id)})
    assert facts(strategy=known, today=date(2023, 1, 1))[FORCE] == NOT_IN_FORCE
    assert facts(strategy=known, today=date(2023, 1, 1))["creativeWorkStatus"].startswith("Ersatt")


def test_the_period_is_told_of_what_has_not_been_replaced() -> None:
    assert facts()["temporalCoverage"] == "2020-07-01/2030-01-01"
    withdrawn = decided(revisions=(approved(), recommended(withdrawn=True)))
    assert "temporalCoverage" not in facts(strategy=withdrawn)


def test_nothing_in_the_facts_ends_the_script() -> None:
    evil = "</script><!-- ]]> & \u2028 ' \" å"
    info = decided().info.model_copy(update={"title": evil, "publisher": evil})
    strategy = replace(decided(), info=info)
    written = legislation(view(strategy, log=RevisionLog()), SECOND)
    inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028'") & set(inside)
    found = json.loads(inside)
    assert found["name"] == found["publisher"]["name"] == evil


def test_a_revision_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownName, match="ingen revidering med id ”2021-01-01”"):
        legislation(view(), RevisionId("2021-01-01"))
