"""Compare the records outside the governed text: who decides, what was decided, what facts rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from strategi.diff.facts import compare_facts
from strategi.diff.order import misplaced
from strategi.diff.pairing import pair_ids
from strategi.diff.parts import renumbered
from strategi.diff.values import differences, keyed
from strategi.model.change import ChangeKind, Comparison, RecordChange
from strategi.model.governed import PRINCIPLES_ID, VISION_ID, PartKind, governed_parts
from strategi.model.record import Record
from strategi.model.strategy import Strategy

Records = Mapping[str, Record]
"""The records of one list or folder by id, in reading order."""

_KINDS = {
    "vision": PartKind.VISION,
    "subgoals": PartKind.SUBGOAL,
    "principles": PartKind.PRINCIPLES,
    "roadmap": PartKind.ROADMAP_SECTION,
    "indicators": PartKind.INDICATOR,
}


def compare_records(old: Strategy, new: Strategy, governed: Comparison) -> tuple[RecordChange, ...]:
    """Compare every record, key by key, but for what `governed` tells of the same two strategies."""
    then, now = _governed_facts(old), _governed_facts(new)
    olds, news = _collections(old), _collections(new)
    return tuple(
        change
        for name in news
        for change in _Lists(
            name=name,
            old=olds[name],
            new=news[name],
            renumbered=_renumbered(name, governed, (*olds[name], *news[name])),
            told_then=then if name in _KINDS else {},
            told_now=now if name in _KINDS else {},
        ).changes()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """The same list or folder in two strategies.

    `told_then` and `told_now` hold the governed facts of the parts of either, by id: what happened to these,
    and to the parts as wholes, is told by the comparison of governed parts.
    """

    name: str
    old: Records
    new: Records
    renumbered: Mapping[str, str]
    told_then: Mapping[str, Collection[str]]
    told_now: Mapping[str, Collection[str]]

    def changes(self) -> Iterator[RecordChange]:
        pairs = tuple(pair_ids(self.old, self.new, self.renumbered))
        moved = self._moved(pairs)
        for there, here in pairs:
            if there and here:
                yield from self._changed(there, here, is_moved=there in moved)
            elif here and here not in self.told_now:
                yield RecordChange(collection=self.name, id=here, kind=ChangeKind.ADDED)
            elif there and there not in self.told_then:
                yield RecordChange(collection=self.name, id=there, kind=ChangeKind.REMOVED)

    def _changed(self, there: str, here: str, *, is_moved: bool) -> Iterator[RecordChange]:
        told = self.told_now.get(here) or self.told_then.get(there) or ()
        facts = compare_facts(differences(self.old[there], self.new[here], without=told))
        if facts or is_moved:
            kind = ChangeKind.CHANGED if facts else ChangeKind.MOVED
            yield RecordChange(collection=self.name, id=here, kind=kind, facts=facts)

    def _moved(self, pairs: tuple[tuple[str | None, str | None], ...]) -> Collection[str]:
        if self.told_now:
            return ()
        places = {each: place for place, each in enumerate(self.old)}
        ids = [*self.old]
        return {ids[place] for place in misplaced([places[there] for there, here in pairs if there and here])}


def _collections(strategy: Strategy) -> Mapping[str, Records]:
    """Every list and folder, by the name it has in the content."""
    return {
        "strategy": {"strategy": strategy.info},
        "vision": {VISION_ID: strategy.vision} if strategy.vision else {},
        "subgoals": keyed(strategy.subgoals),
        "principles": {PRINCIPLES_ID: strategy.principles} if strategy.principles else {},
        "roadmap": keyed(strategy.roadmap),
        "focus-shifts": keyed(strategy.focus_shifts),
        "references": keyed(strategy.references),
        "principals": keyed(strategy.principals),
        "areas": keyed(strategy.areas),
        "bodies": keyed(strategy.bodies),
        "events": keyed(strategy.events),
        "revisions": keyed(strategy.revisions),
        "adoptions": _adoptions(strategy),
        "postponements": keyed(strategy.postponements),
        "governance.mandates": keyed(strategy.mandates),
        "governance.classes": keyed(strategy.classes),
        "plans": keyed(strategy.plans),
        "indicators": keyed(strategy.indicators),
        "words": keyed(strategy.terms),
        "site": {"site": strategy.site},
        "sources.references": keyed(strategy.sources.references),
        "sources.series": keyed(strategy.sources.series),
    }


def _adoptions(strategy: Strategy) -> Records:
    return {
        f"{revision}/{principal}": adoption
        for revision, ledger in sorted(strategy.ledgers.items())
        for principal, adoption in keyed(ledger.adoptions).items()
    }


def _governed_facts(strategy: Strategy) -> dict[str, Collection[str]]:
    """By id. What the number of a section's order does is told, and more than that it does not say."""
    return {each.id: {"id", "order", *each.facts} for each in governed_parts(strategy)}


def _renumbered(name: str, governed: Comparison, records: Iterable[str]) -> Mapping[str, str]:
    """The old key of each record whose part has got a new number, by its new one."""
    if name in _KINDS:
        return renumbered(governed, _KINDS[name])
    if name != "sources.series":
        return {}
    numbers = renumbered(governed, PartKind.INDICATOR)
    series = {key.partition("/")[2] for key in records}
    return {f"{new}/{each}": f"{old}/{each}" for new, old in numbers.items() for each in series}
