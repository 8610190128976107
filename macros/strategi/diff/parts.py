"""Compare the governed parts of one kind: added, removed, renumbered, moved or edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from strategi.diff.facts import compare_facts, is_same_text
from strategi.diff.order import misplaced
from strategi.diff.pairing import Places, pair_parts
from strategi.diff.redlines.texts import compare_texts
from strategi.model.change import Comparison, PartChange
from strategi.model.governed import TEXT, GovernedPart, PartKind
from strategi.model.redline import Redline

# The order of the others is that of their numbers: another place is another number.
_ORDERED_KIND = PartKind.ROADMAP_SECTION


def compare_parts(old: Sequence[GovernedPart], new: Sequence[GovernedPart]) -> tuple[PartChange, ...]:
    """Compare all parts of one kind. They come in the new order, removed ones after what they stood after."""
    pairs = pair_parts(old, new)
    moved = misplaced([there for there, here in pairs if new[here].kind is _ORDERED_KIND])
    changes = {here: _change(old[there], new[here], is_moved=there in moved) for there, here in pairs}
    removed = _removed(len(old), pairs)
    olds = {here: there for there, here in pairs}
    ordered = [PartChange(old=old[place], new=None) for place in removed[None]]
    for here, part in enumerate(new):
        ordered.append(changes[here] if here in changes else PartChange(old=None, new=part))
        if here in olds:
            ordered.extend(PartChange(old=old[place], new=None) for place in removed[olds[here]])
    return tuple(ordered)


def renumbered(comparison: Comparison, kind: PartKind) -> dict[str, str]:
    """Give the old id of each part of that kind that has got a new one, by its new id."""
    return {
        change.new.id: change.old.id
        for change in comparison.parts
        if change.old and change.new and change.is_renumbered and change.new.kind is kind
    }


def _removed(count: int, pairs: Sequence[Places]) -> dict[int | None, list[int]]:
    """The old places without a pair, by the nearest place before them that has one."""
    paired = {there for there, _ in pairs}
    removed: dict[int | None, list[int]] = defaultdict(list)
    before = None
    for place in range(count):
        if place in paired:
            before = place
        else:
            removed[before].append(place)
    return removed


def _change(old: GovernedPart, new: GovernedPart, *, is_moved: bool) -> PartChange:
    redline = _redline(old.text, new.text)
    # Where no word that is shown differs, the wording as it is written does: never silently the same.
    shown = () if redline.is_equal else (TEXT,)
    differences = ((name, old.facts[name], new.facts[name]) for name in new.facts if name not in shown)
    return PartChange(old=old, new=new, facts=compare_facts(differences), redline=redline, is_moved=is_moved)


def _redline(old: str | None, new: str | None) -> Redline:
    """Compare two wordings; empty where they are the same, and where there is none to compare."""
    if old is None or new is None or is_same_text(old, new):
        return Redline()
    return compare_texts(old, new)
