"""Say on a page what things are called, how many they are and where they are read, as the content has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from strategi.model.indicator import Role
from strategi.model.strategy import Strategy
from strategi.model.words import FORMS, CapitalTerm, Term, TermKind, WordGender, Words, term_names
from strategi.render.addresses import (
    indicators_address,
    principals_address,
    principles_address,
    roadmap_address,
    subgoals_address,
    vision_address,
)
from strategi.render.errors import UnknownName
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.words.numbers import capital, in_letters

SECTION = "section"
# What can be counted on a page: the strategy's own, so of the indicators those in its appendix.
_COUNTS: Mapping[str, Callable[[Strategy], int]] = {
    "goal": lambda strategy: len(strategy.subgoals),
    "principal": lambda strategy: len(strategy.principals),
    "indicator": lambda strategy: sum(each.role is Role.APPENDIX for each in strategy.indicators),
    SECTION: lambda strategy: len(strategy.roadmap),
}
_ADDRESSES: Mapping[str, Callable[[Words], str]] = {
    "goal": subgoals_address,
    "principal": principals_address,
    "indicator": indicators_address,
    "vision": vision_address,
    "principles": principles_address,
    "roadmap": roadmap_address,
}


def word(view: View, what: str, form: str = "singular") -> str:
    """What something is called: `delmålet`, and `Delmålet` for `Goal`. Raise UnknownName."""
    return find_term(view.words, what).form(find_form(form))


def count(view: View, counted: str, form: str = "plural") -> str:
    """How many there are: `fem delmål`, and `Fem delmål` for `Goal`. Raise UnknownName."""
    name = find_counted(counted)
    term = counted_term(view.words, name)
    said = in_letters(true_count(view.strategy, name), term, find_form(form))
    return said if counted == name else capital(said)


def link(view: View, linked: str) -> str:
    """The page where they are all read, as a link that is called what they are. Raise UnknownName."""
    name = find_linked(linked)
    term: Term = getattr(view.words, name)
    is_one = name in ("vision", "roadmap")
    said = term.capital.singular if is_one else term.capital.plural
    return fragment("link.html", view=view, address=_ADDRESSES[name](view.words), said=said)


def numbering(view: View) -> str:
    """How goals are numbered, in a sentence; "" where their numbers are not said."""
    if not view.words.goal.numbered:
        return ""
    return view.words.say("{Goal.definite_plural} numreras D1, D2 och så vidare.")


def find_term(words: Words, what: str) -> Term | CapitalTerm:
    """The term of that name. Raise UnknownName."""
    try:
        return words.term(what)
    except KeyError:
        raise UnknownName("inget ord för", what, term_names()) from None


def find_form(form: str) -> str:
    """The form of that name. Raise UnknownName."""
    if form not in FORMS:
        raise UnknownName("ingen form som heter", form, FORMS)
    return form


def find_counted(counted: str) -> str:
    """The name of what is counted, also where it is written with a capital letter. Raise UnknownName."""
    name = counted[:1].lower() + counted[1:]
    if name not in _COUNTS:
        raise UnknownName("inget att räkna som heter", counted, _COUNTS)
    return name


def find_linked(linked: str) -> str:
    """The name of what has pages at an address of its own. Raise UnknownName."""
    if linked not in _ADDRESSES:
        raise UnknownName("ingen sida för", linked, _ADDRESSES)
    return linked


def counted_names() -> tuple[str, ...]:
    """Everything that can be counted on a page, by name."""
    return tuple(_COUNTS)


def true_count(strategy: Strategy, name: str) -> int:
    """How many there are of what has that name."""
    return _COUNTS[name](strategy)


def counted_term(words: Words, name: str) -> Term:
    """What is counted is called this. Sections are called so everywhere."""
    if name == SECTION:
        return Term(
            what=TermKind.ROADMAP,
            singular="avsnitt",
            definite="avsnittet",
            plural="avsnitt",
            definite_plural="avsnitten",
            gender=WordGender.NEUTER,
        )
    term: Term = getattr(words, name)
    return term
