"""Check that the class and the deciding body are stated for every kind of change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from strategi.content.reading import Reading
from strategi.model.authority import AROUND, ChangedThing, Classification, Mandate
from strategi.model.finding import Finding
from strategi.rules.repeats import repeated
from strategi.rules.rule import Rule

_GROUND = "CONTRIBUTING.md, vem som beslutar"
_FILE = "strategy/governance.yml"


class MandateTwice(Rule):
    """Two answers to who decides are none."""

    id = "STR133"
    name = "mandate-twice"
    title = "För varje klass av ändringar står det en gång vem som beslutar"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Behåll en av raderna under ”mandates”. Flera organ skrivs i samma rads ”decided_by”."""
        for entry in repeated(reading.of(Mandate), lambda mandate: mandate.record.change_class):
            message = f"klassen {entry.record.change_class.value} står redan under ”mandates”"
            yield self.found(reading, entry, "class", message=message)


class ClassWithoutMandate(Rule):
    """A change that nobody may decide on could never be made."""

    id = "STR134"
    name = "class-without-mandate"
    title = "Den klass som en ändring får har en rad som säger vem som beslutar"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Lägg till klassen under ”mandates”. Behövs inget beslut skrivs decided_by: []."""
        if Mandate in reading.unknown or reading.faulty.get(Mandate):
            return
        known = {entry.record.change_class for entry in reading.of(Mandate)}
        for entry in reading.of(Classification):
            found = entry.record.change_class
            if found not in known:
                known.add(found)  # said once
                message = f"klassen {found.value} står inte under ”mandates”"
                yield self.found(reading, entry, "class", message=message)


class ThingWithoutClass(Rule):
    """What no row covers would be judged by a guess."""

    id = "STR135"
    name = "thing-without-class"
    title = "Varje sak som kan ändras har en rad utan villkor, som säger hur mycket ändringen väger"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Lägg till en rad med ”what” och ”class” under ”classes”, utan ”id”, ”field” och ”change”."""
        document = reading.documents.get(_FILE)
        if document is None or Classification in reading.unknown or reading.faulty.get(Classification):
            return
        covered = {each.record.what for each in reading.of(Classification) if not each.record.precision}
        place = document.key_place(("classes",))
        for each in ChangedThing:
            if each not in covered and each not in AROUND:
                message = f"ingen rad säger hur en ändring av {each.value} ska klassas"
                yield self.describe().at(_FILE, place.line, place.column, message)


class ClassificationTwice(Rule):
    """Two rows on the same thing contradict each other, or one of them is needless."""

    id = "STR136"
    name = "classification-twice"
    title = "Två rader säger inte hur samma ändring ska klassas"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Behåll den ena raden och ta bort den andra."""
        condition = attrgetter("record.what", "record.id", "record.field", "record.change")
        for entry in repeated(reading.of(Classification), condition):
            message = f"en tidigare rad om {entry.record.what.value} har samma villkor"
            yield self.found(reading, entry, "what", message=message)
