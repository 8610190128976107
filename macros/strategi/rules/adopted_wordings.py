"""Check that what a principal is recorded as adopting agrees with the facts on its wording."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.content.document import Keys
from strategi.content.reading import Reading
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Adoption, AdoptionLedger, Deviation, Outcome, Revision
from strategi.model.revision_id import RevisionId
from strategi.rules.revision_texts import PART_ID
from strategi.rules.rule import Rule

_CONDITION = "Beslutets villkor: alla {principal.plural} fattar likalydande beslut"
_GUIDE = "CONTRIBUTING.md, antaganden"

Row = tuple[Entry[AdoptionLedger], int, Adoption]


def deviations_of(ledger: AdoptionLedger) -> Iterator[tuple[Keys, Deviation]]:
    """Everything that any principal adopted in other words, and the way to it."""
    for number, adoption in enumerate(ledger.adoptions):
        for place, deviation in enumerate(adoption.deviations):
            yield ("adoptions", number, "deviations", place), deviation


class DigestAgainstOutcome(Rule):
    """Identical is a claim on words, and the digest is how it is proved."""

    id = "ADO207"
    name = "digest-against-outcome"
    title = "Kontrollsumman av det som antogs stämmer med utfallet"
    reference = _CONDITION

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Jämför med strategi verify, och rätta ”outcome” eller ”digest”."""
        for entry, number, adoption in _rows(reading):
            problem = self._problem(adoption, _digests(reading, entry.record.revision))
            if problem:
                message = f"{adoption.principal}: {problem}"
                yield self.found(reading, entry, "adoptions", number, "digest", message=message)

    def _problem(self, adoption: Adoption, digests: tuple[str, ...]) -> str:
        if adoption.digest is None:
            return ""
        if adoption.outcome in (Outcome.REJECTED, Outcome.NOT_DOCUMENTED):
            return f"outcome är {adoption.outcome.value}, och då har ingen lydelse antagits"
        is_same = adoption.digest in digests
        if adoption.outcome is Outcome.IDENTICAL and digests and not is_same:
            return "outcome är identical, men revideringens text har en annan kontrollsumma"
        if adoption.outcome is Outcome.DEVIATING and is_same:
            return "outcome är deviating, men kontrollsumman är revideringens egen"
        return ""


class DeviationsAgainstOutcome(Rule):
    """Who says that a decision deviates must say where."""

    id = "ADO208"
    name = "deviations-against-outcome"
    title = "Avvikelser redovisas när beslutet avviker, och bara då"
    reference = _GUIDE

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv varje avvikelse under ”deviations” (strategi verify ger raderna), eller rätta ”outcome”."""
        for entry, number, adoption in _rows(reading):
            if adoption.outcome is Outcome.DEVIATING and not adoption.deviations:
                message = f"{adoption.principal} har outcome deviating, men ingen avvikelse är redovisad"
                yield self.found(reading, entry, "adoptions", number, "outcome", message=message)
            if adoption.outcome is not Outcome.DEVIATING and adoption.deviations:
                message = f"{adoption.principal} har outcome {adoption.outcome.value}, men avvikelser"
                yield self.found(reading, entry, "adoptions", number, "outcome", message=message)


class DeviationContradicted(Rule):
    """One fact deviates in one way."""

    id = "ADO209"
    name = "deviation-contradicted"
    title = "En avvikelse redovisas en gång, och är antingen en annan lydelse eller en struken del"
    reference = _GUIDE

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Behåll det som är rätt. För en struken del skrivs wording: not-found."""
        for entry, number, adoption in _rows(reading):
            seen: set[tuple[str, str]] = set()
            struck = {each.part for each in adoption.deviations if each.is_struck}
            for place, each in enumerate(adoption.deviations):
                for key, message in self._problems(each, seen, struck):
                    keys = ("adoptions", number, "deviations", place, key)
                    yield self.found(reading, entry, *keys, message=message)
                seen.add((each.part, each.fact))

    def _problems(
        self, deviation: Deviation, seen: set[tuple[str, str]], struck: set[str]
    ) -> Iterator[tuple[str, str]]:
        """Key and message of everything that does not go together."""
        if (deviation.part, deviation.fact) in seen:
            yield "part", f"”{deviation.fact}” i delen ”{deviation.part}” står redan bland avvikelserna"
        elif deviation.part in struck and not deviation.is_struck:
            yield "part", f"delen ”{deviation.part}” är struken, och kan inte också ha en annan lydelse"
        if deviation.is_struck and deviation.wording is not Evidence.NOT_FOUND:
            yield "wording", f"delen ”{deviation.part}” är struken, men har en lydelse"


class DeviatingPartMalformed(Rule):
    """A part may have been removed since, but its id never had any other shape."""

    id = "ADO210"
    name = "deviating-part-malformed"
    title = "En avvikelse nämner delen med dess id"
    reference = _GUIDE

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv vision, principles, D och {goal.definite_genitive} nummer, N och
        {indicator.definite_genitive}, eller avsnittets id."""
        for entry in reading.of(AdoptionLedger):
            for keys, each in deviations_of(entry.record):
                if not PART_ID.fullmatch(each.part):
                    message = f"”{each.part}” kan inte vara id för någon del"
                    yield self.found(reading, entry, *keys, "part", message=message)


class AdoptionOutOfOrder(Rule):
    """Nobody adopts what is not there yet."""

    id = "ADO211"
    name = "adoption-out-of-order"
    title = "{Principal.a} beslutar efter revideringen, och dagen ligger inte i framtiden"
    reference = _GUIDE

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta det datum som är fel. Är dagen inte känd skrivs decided_on: not-found."""
        revisions = {each.record.id: each.record for each in reading.of(Revision)}
        for entry, number, adoption in _rows(reading):
            day = adoption.decided_on
            if not isinstance(day, date):
                continue
            revision = revisions.get(entry.record.revision)
            is_before = revision is not None and day < revision.earliest_day
            problem = f"är före revideringens beslut {revision.when}" if revision and is_before else ""
            problem = "ligger i framtiden" if day > today else problem
            if problem:
                message = f"{adoption.principal}: decided_on {day} {problem}"
                yield self.found(reading, entry, "adoptions", number, "decided_on", message=message)


class ConditionBroken(Rule):
    """One principal that decides otherwise is enough for the condition not to be met."""

    id = "ADO212"
    name = "condition-broken"
    title = "Alla {principal.plural} har fattat likalydande beslut, när det är beslutets villkor"
    reference = _CONDITION
    severity = Severity.WARNING

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Är beslutet rätt återgivet behöver inget göras. Sidorna säger att villkoret inte är uppfyllt."""
        conditions = {each.record.id: each.record.condition for each in reading.of(Revision)}
        for entry, number, adoption in _rows(reading):
            is_otherwise = adoption.outcome in (Outcome.DEVIATING, Outcome.REJECTED)
            if is_otherwise and isinstance(conditions.get(entry.record.revision), str):
                what = "med avvikelser" if adoption.outcome is Outcome.DEVIATING else "nej"
                message = f"villkoret är inte uppfyllt: {adoption.principal} har beslutat {what}"
                yield self.found(reading, entry, "adoptions", number, "outcome", message=message)


def _rows(reading: Reading) -> Iterator[Row]:
    """Every decision, with its ledger and its place there."""
    for entry in reading.of(AdoptionLedger):
        for number, adoption in enumerate(entry.record.adoptions):
            yield entry, number, adoption


def _digests(reading: Reading, revision_id: RevisionId) -> tuple[str, ...]:
    """Every digest that the revision's text has had; none where none is known."""
    return next((each.record.digests for each in reading.of(Revision) if each.record.id == revision_id), ())
