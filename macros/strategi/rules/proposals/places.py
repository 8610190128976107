"""Name a changed part, and find the file and the place where it stands."""

from __future__ import annotations

from strategi.content.collection import Entry
from strategi.content.document import START, Place
from strategi.content.reading import Reading
from strategi.model.change import ChangeKind, PartChange
from strategi.model.governed import TEXT, GovernedPart, PartKind
from strategi.model.indicator import Indicator
from strategi.model.parts import Principles, RoadmapSection, Subgoal, Vision
from strategi.model.record import Record
from strategi.model.review import JudgedChange
from strategi.model.words import Words

_KINDS: dict[PartKind, type[Record]] = {
    PartKind.VISION: Vision,
    PartKind.SUBGOAL: Subgoal,
    PartKind.PRINCIPLES: Principles,
    PartKind.ROADMAP_SECTION: RoadmapSection,
    PartKind.INDICATOR: Indicator,
}
_NOUNS = {
    PartKind.VISION: "{vision.definite}",
    PartKind.SUBGOAL: "{goal.definite}",
    PartKind.PRINCIPLES: "{principles.full}",
    PartKind.ROADMAP_SECTION: "avsnittet",
    PartKind.INDICATOR: "{indicator.definite}",
}
_VERBS = {
    ChangeKind.ADDED: "läggs till",
    ChangeKind.REMOVED: "tas bort",
    ChangeKind.CHANGED: "ändras",
    ChangeKind.MOVED: "flyttas",
    ChangeKind.RENUMBERED: "får en annan beteckning",
}


def part_noun(part: GovernedPart, words: Words) -> str:
    """What a part is called in a sentence: `målbilden`, `delmålet D1`, `avsnittet revidering`."""
    is_alone = part.kind in (PartKind.VISION, PartKind.PRINCIPLES)
    noun = words.say(_NOUNS[part.kind])
    return noun if is_alone else f"{noun} {part.id}"


def what_happens(change: PartChange, words: Words) -> str:
    """Say it in a clause: `delmålet D1 ändras`."""
    assert change.kind is not None
    return f"{part_noun(change.part, words)} {_VERBS[change.kind]}"


def place_of(change: JudgedChange, head: Reading, base: Reading) -> tuple[str, Place]:
    """The file and the place of a changed part: in the files as they would stand, else as they stood."""
    assert change.part is not None
    part, reading = (change.part.new, head) if change.part.new else (change.part.old, base)
    assert part is not None
    entry = part_entry(reading, part)
    if entry is None:
        return f"{'indicators' if part.kind is PartKind.INDICATOR else 'strategy'}/", START
    document = reading.documents[entry.path]
    if change.field in (TEXT, None) and document.body:
        return entry.path, Place(document.body_line, 1, document.body.split("\n", 1)[0])
    return entry.path, reading.place(entry, change.field or "id")


def part_entry(reading: Reading, part: GovernedPart) -> Entry[Record] | None:
    """The record that a governed part was read from."""
    entries = reading.of(_KINDS[part.kind])
    return next((each for each in entries if getattr(each.record, "id", part.id) == part.id), None)
