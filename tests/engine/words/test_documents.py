"""A document that a principal adopted is read by what the county calls its parts."""

from __future__ import annotations

import pytest
from strategi.diff.verification.titles import title_keys, without_number
from strategi.model.words import Term, TermKind, WordGender, swedish, words_of

OWN = words_of(
    [
        Term(
            what=TermKind.GOAL,
            singular="väg",
            definite="vägen",
            plural="vägar",
            definite_plural="vägarna",
            gender=WordGender.COMMON,
        )
    ]
)


@pytest.mark.parametrize(
    ("line", "title"),
    [("Väg 3. Nära hem", "nära hem"), ("VÄG 3: Nära hem", "nära hem"), ("3. Nära hem", "nära hem")],
)
def test_a_title_is_found_below_the_county_s_own_label(line: str, title: str) -> None:
    assert title in set(title_keys(line, OWN))
    assert without_number(line, OWN) == "Nära hem"


def test_another_countys_label_is_a_part_of_the_title() -> None:
    assert "nära hem" not in set(title_keys("Väg tre nära hem", OWN))
    assert without_number("Väg 3. Nära hem", swedish()) == "Väg 3. Nära hem"
    assert without_number("Delmål 3. Nära hem", swedish()) == "Nära hem"
