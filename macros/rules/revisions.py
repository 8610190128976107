"""Do the revisions form one line, and do their dates agree?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.content.reading import Reading
from macros.model.finding import Finding
from macros.model.governance import Revision
from macros.model.parts import StrategyInfo
from macros.rules.rule import Rule

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
            if before is not None and reading.is_missing(Revision, before.isoformat()):
                yield self.found(reading, entry, "predecessor", message=f"revideringen {before} finns inte")


class ChainForks(Rule):
    """Two texts cannot both follow on the same."""

    id = "REV512"
    name = "chain-forks"
    title = "Revideringarna bildar en enda kedja"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Låt varje revidering utom den första ha en egen föregångare i ”predecessor”."""
        follower: dict[date | None, date] = {}
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
        for entry in reading.of(Revision):
            before = entry.record.predecessor
            if before is not None and before >= entry.record.id:
                message = f"föregångaren {before} är inte äldre än {entry.record.id}"
                yield self.found(reading, entry, "predecessor", message=message)


class DatesContradict(Rule):
    """A text is not in force before it is decided, nor after the strategy has ended."""

    id = "REV514"
    name = "dates-contradict"
    title = "Beslut, ikraftträdande och giltighet kommer i rätt ordning"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta det datum som är fel."""
        ends: list[date] = []
        for entry in reading.of(StrategyInfo):
            info = entry.record
            ends.append(info.valid_to)
            if info.valid_to <= info.valid_from:
                message = f"valid_to {info.valid_to} är inte senare än valid_from {info.valid_from}"
                yield self.found(reading, entry, "valid_to", message=message)
        for revision in reading.of(Revision):
            start, decided = revision.record.effective_from, revision.record.decided_on
            if not isinstance(start, date):
                continue
            if start < decided:
                message = f"effective_from {start} är före beslutet {decided}"
                yield self.found(reading, revision, "effective_from", message=message)
            if any(start >= end for end in ends):
                message = f"effective_from {start} är efter strategins slut {ends[0]}"
                yield self.found(reading, revision, "effective_from", message=message)


class DecisionInFuture(Rule):
    """What has not happened is no decision."""

    id = "REV515"
    name = "decision-in-future"
    title = "Ett beslut ligger inte i framtiden"
    reference = _CHAIN

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Rätta datumet, eller vänta med revideringen tills beslutet är fattat."""
        for entry in reading.of(Revision):
            if entry.record.decided_on > today:
                message = f"decided_on {entry.record.decided_on} ligger i framtiden"
                yield self.found(reading, entry, "decided_on", message=message)
