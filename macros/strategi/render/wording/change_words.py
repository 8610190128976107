"""Describe changes to parts, records and figures in plain sentences, and count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from strategi.model.change import (
    ChangeKind,
    Comparison,
    FactChange,
    FigureChangeKind,
    FiguresChange,
    PartChange,
    RecordChange,
)
from strategi.model.governed import TEXT, GovernedPart, PartKind
from strategi.model.words import Words
from strategi.render.wording.fact_words import fact_name
from strategi.render.wording.part_words import goal_title
from strategi.words.lists import listed
from strategi.words.numbers import counted, plural

_NEW_WORDS = {
    PartKind.VISION: "{vision.new}",
    PartKind.SUBGOAL: "{goal.new}",
    PartKind.PRINCIPLES: "nya {principles.plural}",
    PartKind.ROADMAP_SECTION: "nytt avsnitt",
    PartKind.INDICATOR: "{indicator.new}",
}
_RECORD_WORDS = {
    ChangeKind.ADDED: "har lagts till",
    ChangeKind.REMOVED: "har tagits bort",
    ChangeKind.MOVED: "har fått en annan plats i listan",
}
# How many of a kind there are is said before the word they share.
_FIGURE_WORDS = {
    FigureChangeKind.NEW: ("nytt", "nya"),
    FigureChangeKind.CORRECTED: ("rättat", "rättade"),
    FigureChangeKind.WITHDRAWN: ("borttaget", "borttagna"),
}
SAME_FIGURES = "värdena är desamma, men filen är skriven på ett annat sätt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much differs. A part that is both renumbered and edited is one of each."""

    added: int
    removed: int
    renumbered: int
    edited: int
    moved: int
    parts: int
    """Parts that differ in any way."""
    passages: int
    """Passages of text and facts that differ; a part that was added or removed is one."""

    @property
    def changes(self) -> int:
        """Everything that a reader counts as a change."""
        return self.passages + self.renumbered + self.moved


def counts(comparison: Comparison) -> Counts:
    """Count what differs."""
    changed = comparison.changed
    return Counts(
        added=sum(each.kind is ChangeKind.ADDED for each in changed),
        removed=sum(each.kind is ChangeKind.REMOVED for each in changed),
        renumbered=sum(each.is_renumbered for each in changed),
        edited=sum(each.is_edited for each in changed),
        moved=sum(each.is_moved and not each.is_renumbered for each in changed),
        parts=len(changed),
        passages=sum(map(_passages, changed)),
    )


def counts_words(comparison: Comparison) -> str:
    """Say how much differs: `5 ändringar i 3 delar`, `inga ändringar`."""
    found = counts(comparison)
    if not found.changes:
        return "inga ändringar"
    changes = counted(found.changes, "ändring", "ändringar")
    return f"{changes} i {counted(found.parts, 'del', 'delar')}"


def part_label(part: GovernedPart, words: Words) -> str:
    """What a part is called: `Delmål 1. Nära hem`, `Avsnittet Revidering`, `Nyckeltal N05. Trygghet`."""
    match part.kind:
        case PartKind.SUBGOAL:
            return goal_title(words, part.id, part.title)
        case PartKind.ROADMAP_SECTION:
            return f"Avsnittet {part.title}"
        case PartKind.INDICATOR:
            return f"{words.indicator.capital} {part.id}" + (f". {part.title}" if part.title else "")
        case _:
            return part.title or part.id


def part_words(change: PartChange, words: Words) -> str:
    """Say what has happened to a part: `Delmål 1. Nära hem: lydelsen har ändrats`."""
    return f"{part_label(change.part, words)}: {part_events(change, words)}"


def part_events(change: PartChange, words: Words) -> str:
    """Say it without the part's name: `betecknades förut N05; definitionen har ändrats`."""
    if change.old is None:
        return words.say(_NEW_WORDS[change.part.kind])
    if change.new is None:
        return "har tagits bort"
    return "; ".join(_events(change.old, change, words)) or "oförändrat"


def fact_words(change: FactChange, words: Words) -> str:
    """Say what has happened to a fact: `definitionen har ändrats`."""
    return facts_words([change], words)


def facts_words(changes: Iterable[FactChange], words: Words, *, also_changed: tuple[str, ...] = ()) -> str:
    """Say it of several: `namnet och enheten har ändrats, definitionen har lagts till`."""
    names: Mapping[str, list[str]] = {"ändrats": [*also_changed], "lagts till": [], "tagits bort": []}
    for each in changes:
        what = "lagts till" if each.before is None else "tagits bort" if each.after is None else "ändrats"
        names[what].append(fact_name(each.name, words))
    return ", ".join(f"{listed(facts)} har {what}" for what, facts in names.items() if facts)


def record_events(change: RecordChange, words: Words) -> str:
    """Say what has happened to a record, without its name: `sammansättningen har ändrats`."""
    return facts_words(change.facts, words) if change.facts else _RECORD_WORDS[change.kind]


def figures_events(change: FiguresChange) -> str:
    """Say what has happened to an indicator's figures: `12 nya värden, 1 rättat`."""
    kinds = Counter(each.kind for each in change.changes)
    return figure_counts({kind: kinds[kind] for kind in FigureChangeKind}) or SAME_FIGURES


def figure_counts(by_kind: Mapping[FigureChangeKind, int]) -> str:
    """Say how many figures are new, corrected and withdrawn; "" when none is."""
    said: list[str] = []
    for kind, count in by_kind.items():
        if count:
            noun = "" if said else f" {plural(count, 'värde', 'värden')}"
            said.append(f"{counted(count, *_FIGURE_WORDS[kind])}{noun}")
    return ", ".join(said)


def _events(old: GovernedPart, change: PartChange, words: Words) -> Iterator[str]:
    if change.is_renumbered:
        yield f"betecknades förut {old.id}"
    elif change.is_moved:
        yield "har en annan plats i ordningen"
    wording = () if change.redline.is_equal else (fact_name(TEXT, words),)
    facts = facts_words(change.facts, words, also_changed=wording)
    if facts:
        yield facts


def _passages(change: PartChange) -> int:
    if change.old is None or change.new is None:
        return 1
    return sum(1 for _ in change.redline.passages()) + len(change.facts)
