"""Hold what the things of a strategy are called: each word in its forms, with its gender and its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from strategi.model.evidence import Evidence
from strategi.model.record import Flag, Record, Slug

# Letters, and spaces or hyphens between them: a word stands in headings, sentences and names alike, and must
# mean nothing to Markdown, HTML or YAML. Written out, since an editor's program knows no other letters by \w.
_LETTERS = "[A-Za-zÀ-ÖØ-öø-ÿ]+"
WORD_SHAPE = f"^{_LETTERS}([ -]{_LETTERS})*$"


def _known(value: str) -> str:
    if value == Evidence.NOT_FOUND.value:
        raise PydanticCustomError("word_not_found", "ett ord som inte är känt skrivs inte")
    return value


Word = Annotated[str, Field(pattern=WORD_SHAPE, max_length=60), AfterValidator(_known)]

# A word or a value in a sentence of ours: `{goal}`, `{Goal.definite}`, `{goal:ny|nytt}`, `{count}`.
_PLACE = re.compile(
    r"\{(?P<name>[A-Za-z_]+)(?:\.(?P<form>[a-z_]+))?(?::(?P<common>[^{}|]*)\|(?P<neuter>[^{}|]*))?\}"
)


class TermKind(Enum):
    """What a term is the word for. The value is the name by which sentences and macros ask for it."""

    GOAL = "goal"
    PRINCIPAL = "principal"
    INDICATOR = "indicator"
    VISION = "vision"
    PRINCIPLES = "principles"
    ROADMAP = "roadmap"
    APPENDIX = "appendix"
    COUNTY = "county"


# The terms whose pages stand at an address of their own.
ADDRESSED = (
    TermKind.GOAL,
    TermKind.PRINCIPAL,
    TermKind.INDICATOR,
    TermKind.VISION,
    TermKind.PRINCIPLES,
    TermKind.ROADMAP,
)


class WordGender(Enum):
    """Which words go with a noun: `en` and `den`, or `ett` and `det`."""

    COMMON = "common"
    NEUTER = "neuter"


class Term(Record):
    """What one kind of thing is called (`strategy/words.yml`). Its text is the singular."""

    what: TermKind
    singular: Word
    definite: Word
    plural: Word
    definite_plural: Word
    gender: WordGender
    address: Slug | None = None
    """Where its pages stand; the usual place when it is absent."""
    numbered: Flag | None = None
    """Whether a goal's number is said before its title; it is when the key is absent."""
    complement: Word | None = None
    """What follows the word where the thing is named in full: `för samverkan`."""

    def __str__(self) -> str:
        return self.singular

    def agree(self, common: str, neuter: str) -> str:
        """Choose the word that goes with the noun: `ny` or `nytt`."""
        return common if self.gender is WordGender.COMMON else neuter

    @property
    def genitive(self) -> str:
        """`delmåls`."""
        return _genitive(self.singular)

    @property
    def definite_genitive(self) -> str:
        """`delmålets`."""
        return _genitive(self.definite)

    @property
    def plural_genitive(self) -> str:
        """`huvudmäns`."""
        return _genitive(self.plural)

    @property
    def definite_plural_genitive(self) -> str:
        """`huvudmännens`."""
        return _genitive(self.definite_plural)

    @property
    def full(self) -> str:
        """`principerna för samverkan`."""
        return " ".join(filter(None, [self.definite_plural, self.complement]))

    @property
    def plural_full(self) -> str:
        """`principer för samverkan`."""
        return " ".join(filter(None, [self.plural, self.complement]))

    @property
    def a(self) -> str:
        """`ett delmål`."""
        return f"{self.agree('en', 'ett')} {self.singular}"

    @property
    def a_genitive(self) -> str:
        """`ett delmåls`."""
        return f"{self.agree('en', 'ett')} {self.genitive}"

    @property
    def it(self) -> str:
        """`det`."""
        return self.agree("den", "det")

    @property
    def no(self) -> str:
        """`inget delmål`."""
        return f"{self.agree('ingen', 'inget')} {self.singular}"

    @property
    def new(self) -> str:
        """`nytt delmål`."""
        return f"{self.agree('ny', 'nytt')} {self.singular}"

    @property
    def the_new(self) -> str:
        """`det nya delmålet`."""
        return f"{self.it} nya {self.definite}"

    @property
    def which(self) -> str:
        """`vilket delmål`."""
        return f"{self.agree('vilken', 'vilket')} {self.singular}"

    def form(self, name: str) -> str:
        """The word in the form of that name, one of `FORMS`."""
        return str(getattr(self, name))

    @property
    def capital(self) -> CapitalTerm:
        """The same word where a sentence or a heading begins with it."""
        return CapitalTerm(self)


FORMS = (
    "singular",
    "definite",
    "plural",
    "definite_plural",
    "genitive",
    "definite_genitive",
    "plural_genitive",
    "definite_plural_genitive",
    "full",
    "plural_full",
    "a",
    "a_genitive",
    "it",
    "no",
    "new",
    "the_new",
    "which",
)


@dataclass(frozen=True, slots=True)
class CapitalTerm:
    """A term whose every form begins with a capital letter."""

    term: Term

    def __str__(self) -> str:
        return self.form("singular")

    def __getattr__(self, name: str) -> str:
        if name not in FORMS:
            raise AttributeError(name)
        return self.form(name)

    def agree(self, common: str, neuter: str) -> str:
        """Choose the word that goes with the noun, as the first of a sentence: `Ny` or `Nytt`."""
        return _capital(self.term.agree(common, neuter))

    def form(self, name: str) -> str:
        """The word in the form of that name, one of `FORMS`."""
        return _capital(self.term.form(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What everything is called in one county."""

    goal: Term
    principal: Term
    indicator: Term
    vision: Term
    principles: Term
    roadmap: Term
    appendix: Term
    county: Term

    def say(self, sentence: str, **values: object) -> str:
        """Fill in the words and values of a sentence: `Varje {goal} har {indicator.a}, till exempel {id}`.

        `{goal}` is the singular, `{goal.plural}` one of the `FORMS`, `{Goal}` begins a sentence, and
        `{goal:ny|nytt}` goes with the noun. What is filled in is never itself read as a sentence. Raise
        KeyError for a name that is neither a word nor a value. Other braces are text.
        """
        return _PLACE.sub(lambda place: self._filled(place, values), sentence)

    def term(self, name: str) -> Term | CapitalTerm:
        """The term that a sentence or a macro asks for by name: `goal`, `Goal`. Raise KeyError."""
        kind = name[:1].lower() + name[1:]
        if kind not in term_names():
            raise KeyError(name)
        found: Term = getattr(self, kind)
        return found if kind == name else found.capital

    def _filled(self, place: re.Match[str], values: Mapping[str, object]) -> str:
        name, form = place["name"], place["form"]
        if name in values and form is None and place["common"] is None:
            return str(values[name])
        term = self.term(name)
        if place["common"] is not None:
            return term.agree(place["common"], place["neuter"])
        if form is not None and form not in FORMS:
            raise KeyError(f"{name}.{form}")
        return term.form(form or "singular")


def words_of(rows: Iterable[Term]) -> Words:
    """The words of a county: its own rows, and ours for what it has no row for."""
    usual = swedish()
    own = {row.what.value: _with_usual(row, getattr(usual, row.what.value)) for row in rows}
    return replace(usual, **own)


@cache
def swedish() -> Words:
    """The words that are used where a county has none of its own."""
    return Words(
        goal=_term(
            TermKind.GOAL, "delmål delmålet delmål delmålen", WordGender.NEUTER, "delmal", numbered=True
        ),
        principal=_term(
            TermKind.PRINCIPAL, "huvudman huvudmannen huvudmän huvudmännen", WordGender.COMMON, "huvudman"
        ),
        indicator=_term(
            TermKind.INDICATOR, "nyckeltal nyckeltalet nyckeltal nyckeltalen", WordGender.NEUTER, "nyckeltal"
        ),
        vision=_term(
            TermKind.VISION, "målbild målbilden målbilder målbilderna", WordGender.COMMON, "malbild"
        ),
        principles=_term(
            TermKind.PRINCIPLES,
            "princip principen principer principerna",
            WordGender.COMMON,
            "principer",
            complement="för samverkan",
        ),
        roadmap=_term(
            TermKind.ROADMAP, "färdplan färdplanen färdplaner färdplanerna", WordGender.COMMON, "fardplan"
        ),
        appendix=_term(TermKind.APPENDIX, "bilaga bilagan bilagor bilagorna", WordGender.COMMON),
        county=_term(TermKind.COUNTY, "län länet län länen", WordGender.NEUTER),
    )


@cache
def term_names() -> tuple[str, ...]:
    """The name of every term, as sentences and macros ask for it."""
    return tuple(field.name for field in fields(Words))


def _term(
    what: TermKind,
    forms: str,
    gender: WordGender,
    address: str | None = None,
    *,
    numbered: bool | None = None,
    complement: str | None = None,
) -> Term:
    singular, definite, plural, definite_plural = forms.split()
    return Term(
        what=what,
        singular=singular,
        definite=definite,
        plural=plural,
        definite_plural=definite_plural,
        gender=gender,
        address=address,
        numbered=numbered,
        complement=complement,
    )


def _with_usual(row: Term, usual: Term) -> Term:
    """A row of the county's, with what it leaves out as it usually is."""
    left_out = {key: getattr(usual, key) for key in ("address", "numbered") if getattr(row, key) is None}
    return row.model_copy(update=left_out)


def _genitive(word: str) -> str:
    """Swedish writes no s after one that is heard already."""
    return word if word[-1:].lower() in "sxz" else f"{word}s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
