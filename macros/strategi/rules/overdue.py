"""Check whether the day for the next revision has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.reading import Reading
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Revision
from strategi.rules.rule import Rule
from strategi.rules.standing import standing


class RevisionOverdue(Rule):
    """Nothing in the files is wrong; something outside them is late, and readers are told so."""

    id = "REV531"
    name = "revision-overdue"
    title = "Nästa revidering är beslutad i tid"
    reference = "Strategins avsnitt om revidering: tiden mellan revideringarna"
    severity = Severity.WARNING

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Lägg till den nya revideringen, eller beslutet om en annan dag i strategy/postponements.yml."""
        if reading.strategy is None:
            return
        found = standing(reading.strategy, today)
        current = found.revision
        if not found.is_overdue or current is Evidence.NOT_FOUND:
            return
        for entry in reading.of(Revision):
            if entry.record.id == current.id:
                message = f"nästa revidering skulle ha beslutats senast {found.next_revision_due}"
                yield self.found(reading, entry, "effective_from", message=message)
