"""The words of a county are filled in as Swedish asks, and what is filled in stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategi.model.words import FORMS, Term, TermKind, WordGender, swedish, term_names, words_of

WAY = Term(
    what=TermKind.GOAL,
    singular="väg",
    definite="vägen",
    plural="vägar",
    definite_plural="vägarna",
    gender=WordGender.COMMON,
    numbered=False,
)
CROSS = Term(
    what=TermKind.PRINCIPAL,
    singular="kryss",
    definite="krysset",
    plural="kryss",
    definite_plural="kryssen",
    gender=WordGender.NEUTER,
    address="kryssen",
)
OWN = words_of((WAY, CROSS))


@pytest.mark.parametrize(
    ("sentence", "usual", "own"),
    [
        (
            "Varje {goal} har {indicator.a}.",
            "Varje delmål har ett nyckeltal.",
            "Varje väg har ett nyckeltal.",
        ),
        ("{Goal.no} är {goal:känd|känt}", "Inget delmål är känt", "Ingen väg är känd"),
        ("{goal.new}, {goal.the_new}", "nytt delmål, det nya delmålet", "ny väg, den nya vägen"),
        ("{goal.which} {goal.it}", "vilket delmål det", "vilken väg den"),
        ("{goal.genitive} {goal.definite_genitive}", "delmåls delmålets", "vägs vägens"),
        ("{goal.plural_genitive}", "delmåls", "vägars"),
        ("{Principal.a_genitive} namn", "En huvudmans namn", "Ett kryss namn"),
        ("{principal.definite_plural_genitive}", "huvudmännens", "kryssens"),
        ("{principles.full}", "principerna för samverkan", "principerna för samverkan"),
        ("{Vision:Ny|Nytt} {vision}", "Ny målbild", "Ny målbild"),
        ('{{ value("N05") }}, { #namn }, {% raw %}', '{{ value("N05") }}, { #namn }, {% raw %}', None),
    ],
)
def test_a_sentence_is_said_in_the_words_of_a_county(sentence: str, usual: str, own: str | None) -> None:
    assert swedish().say(sentence) == usual
    assert OWN.say(sentence) == (usual if own is None else own)


def test_what_a_row_leaves_out_is_as_usual() -> None:
    assert (OWN.goal.address, OWN.principal.address) == ("delmal", "kryssen")
    assert (OWN.goal.numbered, swedish().goal.numbered) == (False, True)
    assert words_of(()) == swedish()


@pytest.mark.parametrize("name", ["gaol", "goal.plurals", "goal.model_fields", "goal.__class__"])
def test_a_name_that_is_no_word_is_never_left_in_a_sentence(name: str) -> None:
    with pytest.raises(KeyError):
        swedish().say(f"Varje {{{name}}}." if "__" not in name else "Varje {goal.x_}.")


@given(value=st.text(), name=st.sampled_from(term_names()))
def test_what_is_filled_in_is_never_read_as_a_sentence(value: str, name: str) -> None:
    planted = f"{value}{{{name}.plural}}{{value}}"
    assert swedish().say("<{value}> {goal}", value=planted) == f"<{planted}> delmål"


@given(st.sampled_from(term_names()), st.sampled_from(FORMS))
def test_every_form_begins_with_a_capital_where_the_name_does(name: str, form: str) -> None:
    plain, begun = (swedish().say(f"{{{each}.{form}}}") for each in (name, name.capitalize()))
    assert begun == plain[:1].upper() + plain[1:]
    assert plain
