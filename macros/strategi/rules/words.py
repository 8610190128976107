"""Check that each thing has one word, and that its pages have a place of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.model.finding import Finding
from strategi.model.words import ADDRESSED, Term, TermKind
from strategi.rules.repeats import repeated
from strategi.rules.rule import Rule

_GROUND = "CONTRIBUTING.md, vad saker kallas"
# The pages of these stand at the top of the site; those of the others, below the strategy's own page.
_ON_TOP = (TermKind.INDICATOR, TermKind.PRINCIPAL)
# What stands at the same depth on every site.
TAKEN_ON_TOP = frozenset(
    {
        *("antaganden", "assets", "data", "feeds", "foresla-andring", "integritet", "jamfor"),
        *("kontrollsumma", "om", "ordlista", "rattelser", "regler", "revideringar", "schema", "search"),
        *("strategin", "tillganglighet"),
    }
)
TAKEN_BELOW = frozenset({"hela"})


class WordTwice(Rule):
    """Two words for one thing, and nobody knows which is meant."""

    id = "STR153"
    name = "word-twice"
    title = "En sak har ett ord"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Behåll den ena raden och ta bort den andra."""
        for entry in repeated(reading.of(Term), lambda term: term.record.what):
            message = f"det står redan vad {entry.record.what.value} kallas"
            yield self.found(reading, entry, "what", message=message)


class WordAddressTaken(Rule):
    """Two pages cannot stand at one address."""

    id = "STR154"
    name = "word-address-taken"
    title = "Sidorna för en sak står på en egen plats"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv ett annat namn på mappen, eller ta bort nyckeln: då står sidorna där de brukar."""
        for entry in reading.of(Term):
            what, address = entry.record.what, entry.record.address
            if address is None or what not in ADDRESSED:
                continue
            taken = TAKEN_ON_TOP if what in _ON_TOP else TAKEN_BELOW
            others = {getattr(reading.words, each.value).address for each in _beside(what)}
            if address in taken | others:
                message = f"på adressen ”{address}” står redan andra sidor"
                yield self.found(reading, entry, "address", message=message)


class WordKeyMeaningless(Rule):
    """A key that changes nothing makes its writer believe that it does."""

    id = "STR155"
    name = "word-key-meaningless"
    title = "En nyckel om ett ord gäller saken som det är ordet för"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ta bort nyckeln. Bara goal har nummer, och bara det som har egna sidor har en adress."""
        for entry in reading.of(Term):
            for key in _meaningless(entry):
                message = f"”{key}” betyder ingenting för {entry.record.what.value}"
                yield self.found(reading, entry, key, message=message)


def _beside(what: TermKind) -> Iterator[TermKind]:
    """The others whose pages stand at the same depth."""
    return (each for each in ADDRESSED if each is not what and (each in _ON_TOP) == (what in _ON_TOP))


def _meaningless(entry: Entry[Term]) -> Iterator[str]:
    term = entry.record
    if term.address is not None and term.what not in ADDRESSED:
        yield "address"
    if term.numbered is not None and term.what is not TermKind.GOAL:
        yield "numbered"
