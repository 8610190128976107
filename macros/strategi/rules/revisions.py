"""Check that the revisions form one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from strategi.content.reading import Reading
from strategi.model.finding import Finding
from strategi.model.governance import Postponement, Revision
from strategi.model.revision_id import RevisionId
from strategi.rules.rule import Rule

_CHAIN = "CONTRIBUTING.md, revideringar"


class PredecessorMissing(Rule):
    """The line of revisions has no gaps."""

    id = "REV511"
    name = "predecessor-missing"
    title = "Den revidering som föregick finns"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta datumet, eller lägg till den tidigare revideringen i strategy/revisions/."""
        for entry in reading.of(Revision):
            before = entry.record.predecessor
            if before is not None and reading.is_missing(Revision, before):
                yield self.found(reading, entry, "predecessor", message=f"revideringen {before} finns inte")


class ChainForks(Rule):
    """Two texts cannot both follow on the same."""

    id = "REV512"
    name = "chain-forks"
    title = "Revideringarna bildar en enda kedja"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Låt varje revidering utom den första ha en egen föregångare i ”predecessor”."""
        follower: dict[RevisionId | None, RevisionId] = {}
        for entry in sorted(reading.of(Revision), key=lambda each: each.record.id):
            before = entry.record.predecessor
            if before in follower:
                what = f"föregångaren {before}" if before else "ingen föregångare"
                message = f"{entry.record.id} har {what}, och det har redan {follower[before]}"
                yield self.found(reading, entry, "predecessor", message=message)
            follower.setdefault(before, entry.record.id)


class PredecessorNotOlder(Rule):
    """Without this the line could bite its own tail."""

    id = "REV513"
    name = "predecessor-not-older"
    title = "En föregångare är äldre än den som följer"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ange den revidering som kom närmast före."""
        recorded = {entry.record.id: entry.record for entry in reading.of(Revision)}
        for entry in reading.of(Revision):
            before = self._nearest_comparable(entry.record, recorded)
            if before is not None and before >= entry.record.id:
                message = f"föregångaren {before} är inte äldre än {entry.record.id}"
                yield self.found(reading, entry, "predecessor", message=message)

    def _nearest_comparable(
        self, revision: Revision, recorded: Mapping[RevisionId, Revision]
    ) -> RevisionId | None:
        """The nearest revision before, by predecessors, of which the ids say which came first.

        2022 can follow on 2022-04-27, or the other way round: no day of either is compared then.
        """
        before, seen = revision.predecessor, {revision.id}
        while before is not None and before not in seen and before.overlaps(revision.id):
            seen.add(before)
            earlier = recorded[before].predecessor if before in recorded else None
            # That link is itself reported.
            before = None if earlier is None or earlier.first_day > before.last_day else earlier
        return before


class PostponedRevisionMissing(Rule):
    """What is to follow on nothing cannot be due."""

    id = "REV516"
    name = "postponed-revision-missing"
    title = "Ett beslut om när nästa revidering ska ske gäller en revidering som finns"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv datumet för den revidering som nästa ska följa på, som i strategy/revisions/."""
        for entry in reading.of(Postponement):
            revision = entry.record.revision
            if reading.is_missing(Revision, revision):
                yield self.found(reading, entry, "revision", message=f"revideringen {revision} finns inte")
