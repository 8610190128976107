"""Test that words, numbers and sentences are split where a Swedish reader would split them."""

from __future__ import annotations

import pytest
from strategi.diff.redlines.tokens import tokens
from strategi.diff.redlines.wordings import Wording

WORDS = (
    ("Vård, omsorg.", "Vård|,|omsorg|."),
    ("hälso- och sjukvård", "hälso-|och|sjukvård"),
    ("e-hälsa i EU:s S:t Erik", "e-hälsa|i|EU:s|S:t|Erik"),
    ("och/eller", "och|/|eller"),
    ("t.ex. bl.a. fr.o.m. i dag", "t.ex.|bl.a.|fr.o.m.|i|dag"),
    ("6,0 % av 1 250", "6,0 %|av|1 250"),
    ("1\u00a0250 och 12\u202f500 och 3\u2009000,5", "1 250|och|12 500|och|3 000,5"),
    ("2022 15 kommuner", "2022|15|kommuner"),
    ("2022–2030 och 10-15 %", "2022–2030|och|10-15 %"),
    ("27 april 2022, 3 maj", "27 april 2022|,|3 maj"),
    ("2022-04-27 kl. 10.30", "2022-04-27|kl|.|10.30"),
    ("3 kap. 4 § och s. 21–23", "3|kap. 4 §|och|s. 21–23"),
    ("−3,5 mot -2", "−3,5|mot|-2"),
    ("65-årsdagen, 2:a, 5G, 1 250-tal", "65-årsdagen|,|2:a|,|5G|,|1 250-tal"),
    ("N05 i HSN 2022/123", "N05|i|HSN|2022/123"),
    ("https://exempel.se/a?b=1.", "https://exempel.se/a?b=1|."),
    ("”nära” – god … så", "”|nära|”|–|god|…|så"),
    ("väl\u00adfärd", "väl\u00adfärd"),
)
SENTENCES = (
    ("Ett. Två! Tre? Fyra", "Ett.|Två!|Tre?|Fyra"),
    (
        "Det gäller t.ex. Norrby och bl.a. Söderby. Sedan mer.",
        "Det gäller t.ex. Norrby och bl.a. Söderby.|Sedan mer.",
    ),
    ("Se s. 21. Kap. 3 gäller jfr. Planen.", "Se s. 21.|Kap. 3 gäller jfr. Planen."),
    ("Mål, planer m.m. Därefter beslut.", "Mål, planer m.m.|Därefter beslut."),
    ("A. Ek beslutar. Sedan gäller det.", "A. Ek beslutar.|Sedan gäller det."),
    ("Han sa ”Nej.” Sedan gick han.", "Han sa ”Nej.”|Sedan gick han."),
    ("Det är 3.5 gånger. 2022 är året.", "Det är 3.5 gånger.|2022 är året."),
    ("Slut ... och sedan mer.", "Slut ... och sedan mer."),
)


@pytest.mark.parametrize(("text", "cut"), WORDS, ids=[text for text, _ in WORDS])
def test_words(text: str, cut: str) -> None:
    assert [each.text for each in tokens(text) if each.text != " "] == cut.split("|")


@pytest.mark.parametrize(("text", "cut"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentences(text: str, cut: str) -> None:
    wording = Wording(tokens(text))
    firsts = [wording.places[each.start] for each in wording.sentences]
    ends = [wording.places[each.stop - 1] + 1 for each in wording.sentences]
    found = ["".join(each.text for each in wording.tokens[a:b]) for a, b in zip(firsts, ends, strict=True)]
    assert found == cut.split("|")
