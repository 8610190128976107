"""Check that every principal's decision on every revision is recorded once, with its support."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.content.suggestion import did_you_mean
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governance import Adoption, AdoptionLedger, Outcome, Principal, Revision
from strategi.rules.repeats import repeated
from strategi.rules.rule import Rule

_CONDITION = "Beslutets villkor: alla {principal.plural} fattar likalydande beslut"


class LedgerRevisionMissing(Rule):
    """Decisions on nothing."""

    id = "ADO201"
    name = "ledger-revision-missing"
    title = "Antagandena gäller en revidering som finns"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Lägg till revideringen i strategy/revisions/, eller rätta datumet."""
        for entry in reading.of(AdoptionLedger):
            revision = entry.record.revision
            if reading.is_missing(Revision, revision):
                message = f"revideringen {revision} finns inte"
                yield self.found(reading, entry, "revision", message=message)


class LedgerPrincipalMissing(Rule):
    """Only principals adopt the strategy."""

    id = "ADO202"
    name = "ledger-principal-missing"
    title = "Den som har antagit är {principal.a}"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv {principal.definite_genitive} id som i strategy/principals.yml."""
        for entry in reading.of(AdoptionLedger):
            for number, adoption in enumerate(entry.record.adoptions):
                if reading.is_missing(Principal, adoption.principal):
                    hint = did_you_mean(adoption.principal, reading.ids.get(Principal, ()))
                    message = f"{reading.words.principal.definite} ”{adoption.principal}” finns inte{hint}"
                    yield self.found(reading, entry, "adoptions", number, "principal", message=message)


class PrincipalAbsent(Rule):
    """Silence must be visible as "not documented", not as a missing row."""

    id = "ADO203"
    name = "principal-absent-from-ledger"
    title = "Varje {principal} finns med i varje lista över antaganden"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Lägg till {principal.definite}. Är beslutet inte känt skrivs outcome: not-documented."""
        for entry in reading.of(AdoptionLedger):
            named = {each.principal for each in entry.record.adoptions}
            # A misspelt name is reported as such, not also as an absent principal.
            misspelt = "".join(did_you_mean(each, reading.ids.get(Principal, ())) for each in named)
            for principal in reading.of(Principal):
                identity = principal.record.id
                if identity not in named and f"”{identity}”" not in misspelt:
                    message = f"{reading.words.principal.definite} ”{identity}” saknas i listan"
                    yield self.found(reading, entry, "adoptions", message=message)


class PrincipalTwice(Rule):
    """One principal, one decision."""

    id = "ADO204"
    name = "principal-twice-in-ledger"
    title = "{Principal.a} står en gång i en lista över antaganden"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Behåll den ena raden och ta bort den andra."""
        for entry in reading.of(AdoptionLedger):
            for number, adoption in repeated(enumerate(entry.record.adoptions), lambda row: row[1].principal):
                message = f"{reading.words.principal.definite} ”{adoption.principal}” står redan i listan"
                yield self.found(reading, entry, "adoptions", number, "principal", message=message)


class DecisionWithoutSupport(Rule):
    """What a principal decided is said only with a source; it may leave out the day and the body."""

    id = "ADO205"
    name = "decision-without-support"
    title = "Ett redovisat beslut har en källa"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Fyll i uppgiften, eller skriv outcome: not-documented tills den är känd."""
        for entry in reading.of(AdoptionLedger):
            for number, adoption in enumerate(entry.record.adoptions):
                if adoption.outcome is not Outcome.NOT_DOCUMENTED:
                    yield from self._gaps(reading, entry, number, adoption)

    def _gaps(
        self, reading: Reading, entry: Entry[AdoptionLedger], number: int, adoption: Adoption
    ) -> Iterator[Finding]:
        gaps = {
            "references": not adoption.references,
            "outcome_evidence": adoption.outcome_evidence is Evidence.NOT_FOUND,
        }
        for key in (key for key, is_gap in gaps.items() if is_gap):
            message = f"{adoption.principal} har outcome {adoption.outcome.value} men saknar ”{key}”"
            yield self.found(reading, entry, "adoptions", number, key, message=message)


class DecisionNotDocumented(Rule):
    """A decision with a day is documented."""

    id = "ADO206"
    name = "undocumented-decision-with-facts"
    title = "Ett beslut som inte är känt har varken datum, organ eller diarienummer"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ändra outcome till vad {principal.definite} beslutade, eller skriv not-found."""
        for entry in reading.of(AdoptionLedger):
            for number, adoption in enumerate(entry.record.adoptions):
                if adoption.outcome is Outcome.NOT_DOCUMENTED:
                    yield from self._facts(reading, entry, number, adoption)

    def _facts(
        self, reading: Reading, entry: Entry[AdoptionLedger], number: int, adoption: Adoption
    ) -> Iterator[Finding]:
        for key in ("outcome_evidence", "body", "decided_on", "paragraph", "registry_number"):
            if getattr(adoption, key) is not Evidence.NOT_FOUND:
                message = f"{adoption.principal} har outcome not-documented, men ”{key}” är ifylld"
                yield self.found(reading, entry, "adoptions", number, key, message=message)
