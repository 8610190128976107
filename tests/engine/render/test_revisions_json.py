"""What programs read of the revisions: every recorded fact, in a shape that can be relied on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
from strategi.model.evidence import Evidence
from strategi.model.governance import Revision
from strategi.model.log import RevisionLog
from strategi.model.strategy import Strategy
from strategi.render.feeds.atom import decision_feed
from strategi.render.feeds.revisions_json import FORMAT, revisions_json

from tests.engine.render.feed_examples import DIGEST, FIRST, SECOND, SITE, decided, known_in_part, view

# The shape that others build on: a key may be added, but none may go without a new format.
TOP = ("format", "as_of", "strategy", "current_revision", "revisions", "postponements")
REGISTERS = ("bodies", "principals", "references")
REVISION = (
    *("entry_id", "id", "title", "class", "class_evidence", "decision", "decided_by", "decided_on"),
    *("registry_number", "minutes", "reason", "informed", "effective_from", "condition", "predecessor"),
    *("withdrawn", "digest", "notes", "corrections", "evidence", "references", "not_found"),
    *("phase", "adoption_count", "adoptions", "scope", "links"),
)
CORRECTION = (
    "entry_id",
    "corrected_on",
    "part",
    "before",
    "after",
    "reason",
    "digest_before",
    "digest_after",
)
ADOPTION = ("entry_id", "principal", "outcome", "body", "decided_on", "paragraph", "registry_number", "note")
POSTPONEMENT = ("entry_id", "revision", "due_on", "decided_by", "decided_on", "reason", "not_found")


def read(strategy: Strategy | None = None, *, site_url: str = SITE, **more: Any) -> dict[str, Any]:
    return dict(json.loads(revisions_json(view(strategy, site_url=site_url, **more))))


def test_is_as_its_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("render/revisions.json", revisions_json(view()).rstrip("\n"))


def test_has_the_shape_that_others_build_on() -> None:
    found = read()
    assert found["format"] == FORMAT
    assert set(found) == {*TOP, *REGISTERS}
    assert all(set(each) == set(REVISION) for each in found["revisions"])
    newest = found["revisions"][-1]
    assert set(newest["corrections"][0]) >= set(CORRECTION)
    assert set(newest["adoptions"][0]) >= set(ADOPTION)
    assert set(found["postponements"][0]) >= set(POSTPONEMENT)
    assert set(newest["links"]) == {"text", "redline"}


def test_every_fact_of_a_record_is_there() -> None:
    revision = read()["revisions"][-1]
    fields = {field.alias or name for name, field in Revision.model_fields.items()}
    assert fields < revision.keys()
    assert (revision["class"], revision["registry_number"], revision["digest"]) == (
        "essential",
        "ER 2020/17",
        DIGEST,
    )
    assert revision["notes"][0]["parts"] == ["resan", "malet"]


def test_what_is_unknown_is_null_and_named() -> None:
    proposal, decision = read()["revisions"]
    unknown = ["class", "registry_number", "minutes", "reason", "effective_from", "condition"]
    assert proposal["not_found"] == unknown
    assert all(proposal[name] is None for name in unknown)
    assert proposal["class_evidence"] == "not-found"
    assert decision["not_found"] == []
    assert decision["informed"][0] == {"body": "rad", "informed_on": None, "not_found": ["informed_on"]}


def test_a_decision_that_is_not_known_is_null_and_named_and_has_a_phase() -> None:
    found = read(decided(revisions=(known_in_part(),)))
    (revision,) = found["revisions"]
    assert (revision["id"], revision["phase"], found["current_revision"]) == ("2021", "unknown", "2021")
    unknown = {"decision", "decided_by", "decided_on"}
    assert unknown <= set(revision["not_found"])
    assert all(revision[name] is None for name in unknown)
    assert revision["links"]["text"] == f"{SITE}revideringar/2021/"


def test_null_that_is_not_named_means_that_there_is_none() -> None:
    proposal = read()["revisions"][0]
    assert proposal["predecessor"] is None and "predecessor" not in proposal["not_found"]


def test_nothing_unknown_is_written_in_any_other_way() -> None:
    for name, value in pairs(read()):
        assert value != Evidence.NOT_FOUND.value or name.endswith("evidence"), name


def pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Every name with its value, however deep; values of lists under the list's name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from [(name, each) for each in (inner if isinstance(inner, list) else [inner])]
            yield from pairs(inner)
    elif isinstance(value, list):
        for each in value:
            yield from pairs(each)


def test_entries_have_the_ids_that_they_have_in_the_feed() -> None:
    ids = {value for name, value in pairs(read()) if name == "entry_id"}
    in_feed = {each.id for each in feedparser.parse(decision_feed(view())).entries}
    assert in_feed < ids


def test_phases_and_counts_hold_for_the_day_it_says() -> None:
    found = read(today=date(2020, 2, 1))
    assert (found["as_of"], found["current_revision"]) == ("2020-02-01", str(SECOND))
    assert [each["phase"] for each in found["revisions"]] == ["proposal", "proposal"]
    later = read()
    assert [each["phase"] for each in later["revisions"]] == ["superseded", "recommended"]
    assert later["revisions"][-1]["adoption_count"] == {
        "principals": 4,
        "identical": 1,
        "deviating": 1,
        "rejected": 1,
        "not_documented": 1,
        "inferred": 1,
    }


def test_a_redline_and_its_scope_are_told_only_where_both_texts_are_found() -> None:
    first, second = read()["revisions"]
    assert (first["scope"], first["links"]["redline"]) == (None, None)
    assert second["scope"] == "ändr. målbilden; nya avsnitt Resan och Målet"
    assert second["links"]["redline"] == f"{SITE}jamfor/2019-11-01/2020-03-01/"
    lost = read(log=RevisionLog())["revisions"][1]
    assert (lost["scope"], lost["links"]["redline"]) == (None, None)
    assert lost["links"]["text"] == f"{SITE}revideringar/2020-03-01/"


def test_links_lead_from_the_file_where_nobody_knows_the_address() -> None:
    links = read(site_url="")["revisions"][1]["links"]
    assert links == {"text": "revideringar/2020-03-01/", "redline": "jamfor/2019-11-01/2020-03-01/"}


def test_whatever_is_named_can_be_looked_up() -> None:
    found = read()
    registers = {name: {each["id"] for each in found[name]} for name in REGISTERS}
    for name, value in pairs({"revisions": found["revisions"], "postponements": found["postponements"]}):
        register = {"decided_by": "bodies", "principal": "principals", "references": "references"}.get(name)
        assert register is None or value in registers[register], (name, value)


def test_a_strategy_without_revisions_has_an_empty_list() -> None:
    found = read(replace(decided(revisions=()), ledgers={}))
    assert (found["revisions"], found["current_revision"]) == ([], None)


def test_revisions_are_oldest_first_and_swedish_is_readable() -> None:
    text = revisions_json(view())
    assert [each["id"] for each in json.loads(text)["revisions"]] == [str(FIRST), str(SECOND)]
    assert "Åsen kommun" in text and "\n  " in text and text.endswith("}\n")


def test_the_same_content_gives_the_same_bytes() -> None:
    assert revisions_json(view()) == revisions_json(view(page_url="om/"))
