"""Test that the addresses closed to a county's own words are those that every site has."""

from __future__ import annotations

from strategi.model.words import swedish
from strategi.render import addresses
from strategi.rules.words import TAKEN_BELOW, TAKEN_ON_TOP
from strategi.site.brought_files import brought_files


def test_no_word_can_take_the_place_of_what_every_site_has() -> None:
    """The rule knows no page, so what is taken is written there; it is what the addresses say."""
    fixed = {each for name, each in vars(addresses).items() if name.isupper() and isinstance(each, str)}
    files = {
        *brought_files(swedish()),
        addresses.data_address("N01"),
        "search/pages.json",
    }
    tops = {
        each.partition("/")[0].removesuffix(".md")
        for each in {*fixed, *files}
        if "/" in each or ".md" in each
    }
    assert tops - {""} == TAKEN_ON_TOP
    below = {each.split("/")[1] for each in fixed if each.startswith(addresses.STRATEGY)}
    assert below - {""} == TAKEN_BELOW
