"""Check that a revision's class, digests, notes and corrections agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from strategi.content.document import Keys
from strategi.content.reading import Reading
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.governance import ChangeClass, Correction, DecisionKind, Revision
from strategi.model.governed import RECORD_ID
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import places_of
from strategi.rules.rule import Rule

_GROUND = "CONTRIBUTING.md, revideringar"
PART_ID = re.compile("[A-Z][0-9]{1,6}|[a-z0-9]+(-[a-z0-9]+)*")
"""The shape of every part's id."""


def named_parts(revision: Revision) -> Iterator[tuple[Keys, str]]:
    """Every id of a part that a revision's notes and corrections name, and the way to it."""
    for number, note in enumerate(revision.notes):
        for place, part_id in enumerate(note.parts):
            yield ("notes", number, "parts", place), part_id
    for number, correction in enumerate(revision.corrections):
        yield ("corrections", number, "part"), correction.part


class PartIdMalformed(Rule):
    """A part may have been removed since, but its id never had any other shape."""

    id = "REV521"
    name = "part-id-malformed"
    title = "En not eller rättelse nämner delar med deras id"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv vision, principles, D och {goal.definite_genitive} nummer, N och
        {indicator.definite_genitive}, eller avsnittets id."""
        for entry in reading.of(Revision):
            for keys, part_id in named_parts(entry.record):
                if not PART_ID.fullmatch(part_id):
                    message = f"”{part_id}” kan inte vara id för någon del"
                    yield self.found(reading, entry, *keys, message=message)


class CorrectionChainBroken(Rule):
    """Every corrected text follows on the one before, from the text that was first recorded.

    A correction of the record itself leaves the text as it is. Several parts can be corrected at once, and
    then share both sums.
    """

    id = "REV522"
    name = "correction-chain-broken"
    title = "Rättelsernas kontrollsummor bildar en kedja från revideringens egen"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv summan före och efter rättelsen som strategi digest räknar ut dem."""
        for entry in reading.of(Revision):
            if not entry.record.corrections:
                continue
            if entry.record.digest is Evidence.NOT_FOUND:
                message = "revideringen har en rättelse, men dess egen ”digest” är not-found"
                yield self.found(reading, entry, "digest", message=message)
                continue
            for number, key, message in self._breaks(entry.record.digest, entry.record.corrections):
                yield self.found(reading, entry, "corrections", number, key, message=message)

    def _breaks(self, first: str, corrections: Sequence[Correction]) -> Iterator[tuple[int, str, str]]:
        """Number, key and message of every sum that does not follow."""
        step, expected = ("", ""), first
        for number, each in enumerate(corrections):
            if (each.digest_before, each.digest_after) == step:
                continue
            step = each.digest_before, each.digest_after
            if each.digest_before != expected:
                yield number, "digest_before", f"digest_before är inte summan före rättelsen, {expected}"
            if each.digest_after == each.digest_before and each.part != RECORD_ID:
                message = "digest_after är densamma som digest_before, så ingenting är rättat"
                yield number, "digest_after", message
            expected = each.digest_after


class ClassAgainstDigest(Rule):
    """A technical change leaves the wording alone, and one that is not essential is of words alone.

    Who decides on the whole can decide on validity and leave every word as it is.
    """

    id = "REV523"
    name = "class-against-digest"
    title = "En teknisk ändring lämnar kontrollsumman som den är, och en icke-principiell gör det inte"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta ”class”, eller räkna om ”digest” med strategi digest."""
        recorded = {entry.record.id: entry.record for entry in reading.of(Revision)}
        for entry in reading.of(Revision):
            problem = self._problem(entry.record, recorded)
            if problem:
                yield self.found(reading, entry, "class", message=problem)

    def _problem(self, revision: Revision, recorded: dict[RevisionId, Revision]) -> str:
        before = self._compared_with(revision, recorded)
        kind = revision.change_class
        is_unsaid = kind is Evidence.NOT_FOUND or revision.digest is Evidence.NOT_FOUND
        if before is None or is_unsaid or not before.digests:
            return ""
        is_same = revision.digest in before.digests
        if kind is ChangeClass.TECHNICAL and not is_same:
            return f"ändringen sägs vara teknisk, men texten är en annan än den från {before.id}"
        if kind is ChangeClass.NON_ESSENTIAL and is_same:
            return f"ändringen sägs vara icke-principiell, men texten är densamma som den från {before.id}"
        return ""

    def _compared_with(self, revision: Revision, recorded: dict[RevisionId, Revision]) -> Revision | None:
        """The revision before; a decision is not compared with the draft of itself that was approved."""
        before = recorded.get(revision.predecessor) if revision.predecessor else None
        seen = {revision.id}
        while before and before.decision is DecisionKind.APPROVED and revision.is_decided:
            if before.id in seen:
                break
            seen.add(before.id)
            before = recorded.get(before.predecessor) if before.predecessor else None
        # What may be a draft of the same decision, or be decided itself, is compared with nothing.
        return before if Evidence.NOT_FOUND not in (revision.decision, before and before.decision) else None


class DigestTwice(Rule):
    """One text decided twice is unusual, and most often a sum that was copied."""

    id = "REV524"
    name = "digest-twice"
    title = "Två revideringar har var sin text"
    reference = _GROUND
    severity = Severity.WARNING

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Räkna om summan med strategi digest. Är texten verkligen densamma behöver inget göras."""
        latest: dict[str, RevisionId] = {}
        places = places_of(entry.record for entry in reading.of(Revision))
        for entry in sorted(reading.of(Revision), key=lambda each: places[each.record.id]):
            revision = entry.record
            if revision.digest is Evidence.NOT_FOUND:
                continue
            same = latest.get(revision.digest)
            if same and not self._is_judged_by_class(revision, same):
                message = f"texten är densamma som den från {same}"
                yield self.found(reading, entry, "digest", message=message)
            latest[revision.digest] = revision.id

    def _is_judged_by_class(self, revision: Revision, same: RevisionId) -> bool:
        """Whether the class says that the text is the same, or is itself reported as wrong."""
        return revision.change_class is not Evidence.NOT_FOUND and revision.predecessor == same
