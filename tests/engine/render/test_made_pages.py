"""Laws of the pages that are made: one for everything that there is, and none for what is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from strategi.model.evidence import Evidence
from strategi.model.governance import PrincipalKind
from strategi.model.indicator import Role
from strategi.model.log import RevisionLog
from strategi.model.strategy import Strategy
from strategi.model.words import swedish
from strategi.render import addresses
from strategi.render.made import descriptions
from strategi.render.made.catalogue import made_pages
from strategi.render.made.menu import MenuItem, menu
from strategi.render.made.people import who_have_decided, who_they_are
from strategi.render.overviews import absent_pages
from strategi.render.page_pieces import Call, page_pieces
from strategi.render.registry.page_check import check_page
from strategi.render.view import View

from tests.engine.render.revision_examples import page as revised
from tests.engine.render.strategy_examples import example

# What a strategy may be without, and the pages that it then is without.
WORDS = swedish()
PARTS: Mapping[str, tuple[str, ...]] = {
    "subgoals": (addresses.subgoals_address(WORDS),),
    "roadmap": (addresses.roadmap_address(WORDS),),
    "indicators": (addresses.indicators_address(WORDS),),
    "principals": (addresses.principals_address(WORDS), addresses.ADOPTIONS),
    "revisions": (addresses.REVISIONS, addresses.COMPARISONS),
}

# The first page that is made waits for the templates to be compiled.
often = settings(max_examples=40)


def view_of(strategy: Strategy) -> View:
    return replace(revised(""), strategy=strategy)


def addresses_of(view: View) -> list[str]:
    return [made.address for made in made_pages(view, files={}, own={})]


def asked_for(strategy: Strategy) -> Iterator[str]:
    yield from (addresses.subgoal_address(WORDS, subgoal.id) for subgoal in strategy.subgoals)
    yield from (addresses.section_address(WORDS, section.id) for section in strategy.roadmap)
    yield from (addresses.indicator_address(WORDS, indicator.id) for indicator in strategy.indicators)
    yield from (addresses.principal_address(WORDS, principal.id) for principal in strategy.principals)
    yield from (addresses.revision_address(revision.id) for revision in strategy.revisions)


@often
@given(some.sets(some.sampled_from(sorted(PARTS))))
def test_everything_has_its_page_and_what_is_not_there_has_none(left_out: set[str]) -> None:
    emptied: dict[str, Any] = dict.fromkeys(left_out, ())
    strategy = replace(example(), **emptied)
    found = addresses_of(view_of(strategy))
    assert len(found) == len(set(found))
    assert set(asked_for(strategy)) <= set(found)
    assert not set(found) & {address for part in left_out for address in PARTS[part]}
    kept = {address for part in PARTS.keys() - left_out for address in PARTS[part]}
    assert kept <= set(found)


@often
@given(some.sets(some.sampled_from(sorted(PARTS))))
def test_no_page_leads_to_one_that_is_not_made(left_out: set[str]) -> None:
    strategy = replace(example(), **dict.fromkeys(left_out, ()))
    view = view_of(strategy)
    absent = {address for part in left_out for address in PARTS[part]}
    assert absent <= set(absent_pages(strategy))
    for made in made_pages(view, files={}, own={}):
        for address in absent:
            assert f"]({address.rstrip('/')}" not in made.markdown.replace("../", ""), made.address


def test_every_page_is_one_that_an_editor_could_have_written() -> None:
    view = replace(view_of(example()), log=RevisionLog())
    for made in made_pages(view, files={}, own={}):
        assert made.markdown.startswith("---\n") and made.markdown.endswith("\n"), made.address
        body = made.markdown.split("---\n", 2)[2]
        assert list(check_page(f"docs/{made.path}", body, view)) == [], made.address
        assert any(isinstance(piece, Call) for piece in page_pieces(body)) or "# " in body, made.address


def test_a_part_to_come_has_its_page_while_the_public_reads_what_is_decided() -> None:
    decided = replace(example(), subgoals=example().subgoals[:1], roadmap=example().roadmap[:1])
    found = addresses_of(replace(view_of(decided), upcoming=example()))
    coming = [addresses.subgoal_address(WORDS, subgoal.id) for subgoal in example().subgoals]
    assert set(coming) <= set(found)
    assert addresses.section_address(WORDS, example().roadmap[-1].id) in found
    shown = {item.address for item in _flat(menu(decided, found, ()))}
    assert not shown & {*coming[1:]}, "the menu is that of the strategy that is shown"


def test_pages_lead_to_the_countys_own_files() -> None:
    own = {addresses.PROPOSE: "bidra/sida.md"}
    made = {each.address: each.markdown for each in made_pages(view_of(example()), files={}, own=own)}
    assert "](bidra/sida.md)" in made[addresses.CORRECTIONS]
    assert "](foresla-andring.md)" not in made[addresses.CORRECTIONS]


@often
@given(some.data())
def test_the_menu_follows_the_order_of_the_strategy(data: some.DataObject) -> None:
    whole = example()
    strategy = replace(
        whole,
        subgoals=tuple(data.draw(some.permutations(whole.subgoals))),
        roadmap=tuple(data.draw(some.permutations(whole.roadmap))),
    )
    there = addresses_of(view_of(strategy))
    order = [item.address for item in _flat(menu(strategy, there, ())) if item.address is not None]
    assert order == [
        addresses.START,
        addresses.STRATEGY,
        addresses.vision_address(WORDS),
        addresses.subgoals_address(WORDS),
        *(addresses.subgoal_address(WORDS, subgoal.id) for subgoal in strategy.subgoals),
        addresses.principles_address(WORDS),
        addresses.roadmap_address(WORDS),
        *(addresses.section_address(WORDS, section.id) for section in strategy.roadmap),
        addresses.WHOLE,
        *(
            addresses.indicators_address(WORDS),
            addresses.principals_address(WORDS),
            addresses.ADOPTIONS,
            addresses.REVISIONS,
        ),
        addresses.ABOUT,
    ]


@often
@given(some.sets(some.sampled_from(sorted(PARTS))))
def test_the_menu_leads_to_nothing_that_is_not_there(left_out: set[str]) -> None:
    strategy = replace(example(), **dict.fromkeys(left_out, ()))
    there = addresses_of(view_of(strategy))
    items = _flat(menu(strategy, there, ()))
    assert {item.address for item in items if item.address is not None} <= set(there)
    assert all(item.address is not None or item.items for item in items)


def test_pages_that_the_county_adds_stand_last_under_om() -> None:
    there = [*addresses_of(view_of(example())), "kurser/", "utbildning/"]
    last = menu(example(), there, ["kurser/", "utbildning/"])[-1]
    assert last.title == "Om"
    assert [item.address for item in last.items] == [addresses.ABOUT, "kurser/", "utbildning/"]


def _flat(items: tuple[MenuItem, ...]) -> list[MenuItem]:
    return [found for item in items for found in (item, *_flat(item.items))]


def test_a_subgoal_is_described_by_what_its_page_tells() -> None:
    strategy = example()
    subgoal = strategy.subgoals[0]
    bare = subgoal.model_copy(update={"reading": Evidence.NOT_FOUND, "title": "Nära"})
    told = descriptions.subgoal_description(replace(strategy, indicators=()), bare)
    assert told == "Delmål 1, Nära: lydelsen."
    read = subgoal.model_copy(update={"reading": "Så läser vi.", "title": "Nära"})
    told = descriptions.subgoal_description(replace(strategy, indicators=()), read)
    assert told == "Delmål 1, Nära: lydelsen och vad den betyder."


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Trygghet", Role.APPENDIX, "Trygghet: vad som är känt och vad som saknas."),
        (Evidence.NOT_FOUND, Role.CANDIDATE, "Nyckeltal {}: vad som är känt och vad som saknas."),
        (
            Evidence.NOT_FOUND,
            Role.APPENDIX,
            "Nyckeltal {} i strategins bilaga: vad som är känt och vad som saknas.",
        ),
        ('Det "lilla"', Role.CANDIDATE, "Det ”lilla”: vad som är känt och vad som saknas."),
        ("{{ value() }}", Role.CANDIDATE, "Nyckeltal {}: vad som är känt och vad som saknas."),
    ],
)
def test_an_indicator_without_figures_promises_none(name: object, role: Role, expected: str) -> None:
    strategy = replace(example(), series={})
    indicator = strategy.indicators[0].model_copy(update={"name": name, "role": role})
    assert descriptions.indicator_description(strategy, indicator) == expected.format(indicator.id)


def test_principals_are_named_by_kind() -> None:
    principals = example().principals
    regions = [each for each in principals if each.kind is PrincipalKind.REGION]
    municipalities = [each for each in principals if each.kind is PrincipalKind.MUNICIPALITY]
    assert who_they_are([*regions[:1], *municipalities[:1], *municipalities[:1]], WORDS) == (
        "regionen och länets kommuner"
    )
    assert who_they_are(municipalities[:1], WORDS) == "kommunen"
    assert who_they_are([*regions[:1], *regions[:1]], WORDS) == "regionerna"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Vårdrådet"], "ett råd"),
        (["Chefsnätverket", "Vårdrådet"], "ett råd eller ett nätverk"),
        (["Länets styrgrupp", "Norra länets styrgrupp"], "en grupp"),
        (["Tinget"], "ett organ"),
    ],
)
def test_those_who_have_decided_are_named_by_kind_the_latest_first(names: list[str], expected: str) -> None:
    strategy, revisions = example(), revised("").strategy.revisions
    body = strategy.bodies[0]
    bodies = tuple(
        body.model_copy(update={"id": f"b{place}", "name": name}) for place, name in enumerate(names)
    )
    decided = tuple(
        revision.model_copy(update={"decided_by": each.id})
        for revision, each in zip(revisions, bodies, strict=False)
    )
    assert who_have_decided(replace(strategy, bodies=bodies, revisions=decided)) == expected
