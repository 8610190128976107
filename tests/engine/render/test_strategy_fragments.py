"""Every fragment of the strategy: as its golden file says, sound as HTML, and saying what is not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser
from strategi.model.evidence import Evidence
from strategi.model.parts import Wording
from strategi.model.strategy import Strategy
from strategi.model.words import swedish
from strategi.render import names
from strategi.render.addresses import rule_anchor
from strategi.render.errors import UnknownName
from strategi.render.strategy import about, adoptions, mandates, parts, principals, standing
from strategi.render.strategy.rule_catalogue import rule_catalogue
from strategi.render.strategy.tiles import tile_map
from strategi.rules import catalogue

from tests.engine.render.strategy_examples import (
    adopted_by_all,
    deviating,
    divided,
    example,
    fragments,
    on_a_map,
    page,
)

NAMES = sorted(fragments())
# An attribute that HTML allows without a value, and XML does not.
BARE = re.compile(r" data-search-exclude(?=[ >])")


@pytest.fixture(scope="module", params=NAMES)
def html(request: pytest.FixtureRequest) -> str:
    return fragments()[request.param]()


@pytest.mark.parametrize("name", NAMES)
def test_is_as_its_golden_file(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"render/strategy/{name}.html", fragments()[name]())


def test_every_tag_is_closed(html: str) -> None:
    ElementTree.fromstring(f"<root>{BARE.sub('', html)}</root>")


def test_no_style_no_script_and_no_blank_line(html: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|#[0-9a-f]{6}\b", html)
    assert all(line.strip() for line in html.splitlines())


def test_the_three_looks_of_the_standing() -> None:
    days = {"noticeable": date(2020, 5, 1), "quiet": date(2023, 1, 1), "historical": date(2030, 1, 2)}
    for look, day in days.items():
        assert f'class="ls-standing ls-standing--{look}"' in standing.standing(page(today=day))


def test_an_overdue_revision_is_said_openly() -> None:
    said = standing.standing(page(today=date(2024, 7, 2)))
    assert "Revideringen är försenad" in said and "1 juli 2024" in said
    assert "försenad" not in standing.standing(page(today=date(2024, 7, 1)))


def test_silence_is_not_said_to_be_a_no() -> None:
    silent = [row for row in adoptions.adoption_rows(page()) if not row.is_documented]
    assert len(silent) == len(example().principals) - 1
    assert all(row.words == "Beslut saknas i de källor vi har" for row in silent)


def test_the_document_s_own_words_are_not_called_ours() -> None:
    verbatim = replace(example(), info=example().info.model_copy(update={"wording": Wording.VERBATIM}))
    ours = "vår återgivning"
    assert ours in parts.vision(page())
    assert ours not in parts.vision(page(verbatim)) + parts.whole_strategy(page(verbatim))


def test_headings_of_a_text_go_below_those_of_the_whole() -> None:
    assert "<h2>Sedan</h2>" in parts.roadmap_section(page(), "resan")
    assert "<h4>Sedan</h4>" in parts.whole_strategy(page())


def test_html_in_a_text_is_shown_and_not_passed_on() -> None:
    vision = example().vision.model_copy(update={"text": "<script>alert(1)</script> <b>a</b>"})
    shown = parts.vision(page(replace(example(), vision=vision)))
    assert "<script" not in shown and "<b>" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize(
    ("any_id", "name"),
    [
        ("vision", "Målbild"),
        ("D1", "Nära dig"),
        ("resan", "Resan"),
        ("region", "Region Exempel"),
        ("rad", "Exempelrådet"),
    ],
)
def test_everything_has_a_name(any_id: str, name: str) -> None:
    assert names.name(page(), any_id) == name


def test_a_subgoal_s_title_has_its_number() -> None:
    assert names.title(page(), "D2") == "Delmål 2. Nära alla"
    assert names.title(page(), "resan") == "Resan"


def test_a_text_that_is_not_found_says_so() -> None:
    assert names.text(page(), "D2") == "Uppgift saknas"
    assert names.text(page(), "D1") == "Du är i mitten."


def test_every_rule_has_a_place_of_its_own_in_the_catalogue() -> None:
    shown = rule_catalogue(page())
    ids = re.findall(r'<dt id="(\w+)"', shown)
    assert ids == sorted({rule_anchor(each.id) for each in catalogue(swedish())}, key=lambda each: each[3:])
    assert "Övriga regler" not in shown, "every family has a name"


def test_that_nobody_has_said_who_decides_is_said() -> None:
    said = mandates.who_decides(page(), section_id="resan")
    assert "Uppgift saknas" in said and "Det är inte beskrivet vem som beslutar" in said


def test_where_to_propose_a_change_is_told_only_when_there_is_a_place() -> None:
    assert "Uppgift saknas" in about.edit_hint(page())
    assert "Föreslå en ändring av texten" in about.edit_hint(page(forge="https://forge.example/a/b"))


def test_the_forms_are_linked_to_only_when_there_is_a_place() -> None:
    without, linked = about.forms(page()), about.forms(page(forge="https://forge.example/a/b"))
    assert "issues/new" not in without
    assert "Uppgift saknas" in without
    for kind, said in about.FORM_NAMES.items():
        name = swedish().say(said)
        assert f"<li>{name}</li>" in without
        assert (
            f'<a href="https://forge.example/a/b/issues/new?template={kind.value}.yml">{name}</a>' in linked
        )


@pytest.mark.parametrize(
    "call",
    [
        lambda: names.name(page(), "D9"),
        lambda: names.text(page(), "region"),
        lambda: parts.subgoal(page(), "D9"),
        lambda: parts.roadmap_section(page(), "resa"),
        lambda: about.mark(page(), "okänt"),
        lambda: mandates.who_decides(page(), section_id="okänt"),
    ],
)
def test_what_does_not_exist_is_named(call: Callable[[], str]) -> None:
    with pytest.raises(UnknownName, match="Det finns in"):
        call()


def text_of(html: str) -> str:
    return " ".join(LexborHTMLParser(html).body.text().split())


@pytest.mark.parametrize(
    ("strategy", "said"),
    [
        (example(), "Om villkoret är uppfyllt är inte känt"),
        (divided(), "Villkoret är inte uppfyllt: 1 huvudman har beslutat med avvikelser."),
        (deviating(), "1 huvudman har beslutat med avvikelser och 1 har sagt nej."),
        (adopted_by_all(), "Villkoret är uppfyllt: likalydande beslut är dokumenterade för 4 av 4 huvudmän."),
        (adopted_by_all(Evidence.INFERRED), "Om villkoret är uppfyllt är inte känt"),
    ],
    ids=["silent", "deviating", "deviating and no", "all the same", "one by inference"],
)
def test_whether_the_condition_is_met_is_said_wherever_it_matters(strategy: Strategy, said: str) -> None:
    view = page(strategy)
    assert said in text_of(standing.standing(view))
    assert said in text_of(adoptions.adoptions(view))
    assert all(said in text_of(principals.principal(view, each.id)) for each in strategy.principals)


def test_without_a_condition_nothing_is_said_of_it() -> None:
    (revision,) = example().revisions
    without = replace(example(), revisions=(revision.model_copy(update={"condition": Evidence.NOT_FOUND}),))
    for said in (standing.standing(page(without)), adoptions.adoptions(page(without))):
        assert "illkoret" not in said


def test_every_outcome_has_a_sign_and_a_word_of_its_own() -> None:
    for words in (adoptions.OUTCOME_SIGNS, adoptions.OUTCOME_LABELS):
        assert set(words) == set(adoptions.Outcome)
        assert len(set(words.values())) == len(words)


def test_the_map_has_a_tile_for_each_principal_in_reading_order() -> None:
    found = tile_map(on_a_map(example()).principals)
    assert [each.id for each in found.wide] == ["region"]
    assert [each.principal.id for each in found.tiles] == ["ekeby", "lundby", "aasen"]
    plain = tile_map(example().principals)
    assert not plain.is_map and not plain.wide
    assert [each.principal for each in plain.tiles] == list(example().principals)


def test_a_tile_says_in_words_what_its_sign_says() -> None:
    html = LexborHTMLParser(adoptions.adoptions(page(on_a_map(deviating()))))
    said = [" ".join(each.text().split()) for each in html.css(".ls-tile a")]
    assert said == [
        "=Regionen: likalydande beslut, enligt vår tolkning",
        "≠Ekeby: beslut med avvikelser, enligt vår tolkning",
        "×Lundby: nej, enligt vår tolkning",
        "?Åsen: beslut saknas i källorna",
    ]


def test_deviating_words_are_shown_against_the_recommended_ones() -> None:
    html = LexborHTMLParser(principals.principal(page(deviating()), "ekeby"))
    shown = {each.css_first("h3").text(): each for each in html.css(".ls-deviation")}
    text = shown["Avsnittet Resan: lydelsen"]
    assert [each.text() for each in text.css("del")] != []
    assert "och främst" in text.css_first("ins").text()
    title = shown["Delmål 1. Nära dig: rubriken"]
    assert "mig" in title.css_first("ins").text() and "dig" in title.css_first("del").text()
    assert "inte känd här" in shown["Delmål 2. Nära alla: lydelsen"].text()
    assert shown["Delmål 2. Nära alla: lydelsen"].css_first("b") is None
    assert "Uppgift saknas" in shown["Målbild: lydelsen"].text()
    assert "struken" in shown["Avsnittet Målet"].text()


def test_an_older_revision_is_told_below_the_current_one() -> None:
    shown = adoptions.adoptions(page(deviating()))
    assert shown.index("som är den aktuella") < shown.index("Beslut om revideringen 1 mars 2019")
    whole = principals.principal(page(deviating()), "ekeby")
    assert whole.index("Villkoret") < whole.index("Beslut om revideringen 1 mars 2019")
    ids = [each.attributes["id"] for each in LexborHTMLParser(whole).css("[id]")]
    assert len(ids) == len(set(ids))


def test_a_local_plan_is_shown_and_what_is_not_known_of_it_is_missing() -> None:
    shown = principals.principal(page(deviating()), "ekeby")
    assert 'href="https://ekeby.example/plan"' in shown
    assert "SN 2020/7" in shown and "Vi har inte hittat någon lokal plan" not in shown
    missing = [each.text() for each in LexborHTMLParser(shown).css("#saknas ~ ul li")]
    assert "Den lokala planens sista dag" in missing
    assert "Den avvikande lydelsen: Målbild, lydelsen" in missing
    assert "Lokal plan" not in missing
    assert "Lokal plan</li>" in principals.principal(page(deviating()), "aasen")
