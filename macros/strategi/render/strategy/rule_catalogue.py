"""Render the rules that every proposal is checked against, and what each asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from strategi.model.finding import Severity
from strategi.model.rule import RuleDescription
from strategi.model.words import Words
from strategi.render.addresses import rule_anchor
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.rules import catalogue

_FAMILIES = {
    "STR": ("Filer och uppgifter", "Att filerna går att läsa, och att uppgifterna i dem hänger ihop."),
    "ADO": (
        "Antaganden",
        "Att {principal.definite_plural_genitive} beslut är redovisade så att de går att räkna.",
    ),
    "IND": ("{Indicator.plural} och värden", "Att tabellerna med värden är hela, rimliga och har en källa."),
    "MAP": ("{Roadmap} och planer", "Att planer och aktiviteter hänger ihop med strategin."),
    "REV": ("Revideringar", "Att varje beslut är redovisat, och att texten är den som beslutades."),
    "TXT": ("Texter och sidor", "Att texterna bara är text, och att länkar och anrop leder rätt."),
}
_OTHER = ("Övriga regler", "")
SEVERITY_WORDS = {
    Severity.ERROR: "Fel: stoppar publicering",
    Severity.WARNING: "Varning",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Rules whose numbers begin alike."""

    id: str
    title: str
    purpose: str
    rules: Sequence[RuleDescription]


def rule_catalogue(view: View) -> str:
    """Every rule: its number, what it asks for, what to do and on which ground."""
    return fragment(
        "rule_catalogue.html",
        view=view,
        families=tuple(families(view.words)),
        severity_words=SEVERITY_WORDS,
        anchor=rule_anchor,
    )


def families(words: Words) -> Iterator[Family]:
    """The rules by family, in the order of their numbers."""
    by_number = sorted(catalogue(words), key=lambda rule: (rule.id[3:], rule.id))
    for prefix, rules in groupby(by_number, key=lambda rule: rule.id[:3]):
        title, purpose = map(words.say, _FAMILIES.get(prefix, _OTHER))
        yield Family(id=prefix.lower(), title=title, purpose=purpose, rules=tuple(rules))
