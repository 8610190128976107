"""List the parts that a change touches, on one line as in the Swedish register of statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from strategi.model.change import Comparison, PartChange
from strategi.model.governed import GovernedPart, PartKind
from strategi.model.words import Words
from strategi.render.wording.part_words import goal_number
from strategi.words.lists import listed

UNCHANGED = "inga ändringar"

# The word before the designations of one and of several, and before those of new ones.
_NOUNS = {
    PartKind.SUBGOAL: ("{goal}", "{goal.plural}"),
    PartKind.ROADMAP_SECTION: ("avsnittet", "avsnitten"),
    PartKind.INDICATOR: ("{indicator}", "{indicator.plural}"),
}
_TITLED_GOALS = ("{goal.definite}", "{goal.definite_plural}")
_NEW_NOUNS = {
    PartKind.VISION: ("{vision.new}", ""),
    PartKind.SUBGOAL: ("{goal.new}", "nya {goal.plural}"),
    PartKind.PRINCIPLES: ("nya {principles.plural}", ""),
    PartKind.ROADMAP_SECTION: ("nytt avsnitt", "nya avsnitt"),
    PartKind.INDICATOR: ("{indicator.new}", "nya {indicator.plural}"),
}
# Before the old and the new designations.
_RENUMBERED = {
    PartKind.SUBGOAL: ("{goal} ", "{goal} "),
    PartKind.ROADMAP_SECTION: ("avsnitt ", ""),
    PartKind.INDICATOR: ("", ""),
}
_ALONE = {PartKind.VISION: "{vision.definite}", PartKind.PRINCIPLES: "{principles.definite_plural}"}

# From this many numbers in a row on, only the first and the last are written.
_SHORTEST_RANGE = 3

_Changes = Sequence[PartChange]


def scope(comparison: Comparison, words: Words) -> str:
    """Name the parts that differ: `upph. delmål 4; ändr. delmål 1 och 3; nytt nyckeltal N07`."""
    clauses = (_removed, _renumbered, _edited, _added, _reordered)
    return "; ".join(each for clause in clauses for each in clause(comparison.changed, words)) or UNCHANGED


def designation(part: GovernedPart, words: Words) -> str:
    """What tells a part from others of its kind: a subgoal's number, a section's title, an indicator's id.

    Where subgoals have no numbers, they go by their titles.
    """
    match part.kind:
        case PartKind.SUBGOAL if words.goal.numbered:
            return goal_number(part.id)
        case PartKind.ROADMAP_SECTION | PartKind.SUBGOAL:
            title = part.title or part.id
            # A title that holds a list would be taken for several.
            return f"”{title}”" if re.search(r",| och ", title) else title
        case _:
            return part.id


def _removed(changes: _Changes, words: Words) -> Iterator[str]:
    parts = [each.old for each in changes if each.old and each.new is None]
    if parts:
        yield f"upph. {_definite(parts, words)}"


def _edited(changes: _Changes, words: Words) -> Iterator[str]:
    parts = [each.new for each in changes if each.new and each.old and each.is_edited]
    if parts:
        yield f"ändr. {_definite(parts, words)}"


def _added(changes: _Changes, words: Words) -> Iterator[str]:
    for kind, parts in _by_kind([each.new for each in changes if each.new and each.old is None]):
        one, several = map(words.say, _NEW_NOUNS[kind])
        named = f"{one if len(parts) == 1 else several} {_designations(parts, words)}"
        yield one if kind in _ALONE else named


def _renumbered(changes: _Changes, words: Words) -> Iterator[str]:
    pairs = [(each.old, each.new) for each in changes if each.old and each.new and each.is_renumbered]
    for kind, group in groupby(pairs, key=lambda pair: pair[1].kind):
        olds, news = (list(parts) for parts in zip(*group, strict=True))
        before, after = map(words.say, _RENUMBERED[kind])
        yield f"nuvarande {before}{_identities(olds, words)} betecknas {after}{_identities(news, words)}"


def _reordered(changes: _Changes, words: Words) -> Iterator[str]:
    if any(each.is_moved and each.part.kind is PartKind.ROADMAP_SECTION for each in changes):
        yield words.say("ny ordning i {roadmap.definite}")


def _definite(parts: Sequence[GovernedPart], words: Words) -> str:
    """Parts of several kinds: `målbilden, delmål 1 och 3, avsnittet Revidering`."""
    return ", ".join(_named(kind, group, words) for kind, group in _by_kind(parts))


def _named(kind: PartKind, parts: Sequence[GovernedPart], words: Words) -> str:
    if kind in _ALONE:
        return words.say(_ALONE[kind])
    one, several = map(words.say, _TITLED_GOALS if _is_titled_goal(kind, words) else _NOUNS[kind])
    return f"{one if len(parts) == 1 else several} {_designations(parts, words)}"


def _by_kind(parts: Sequence[GovernedPart]) -> Iterator[tuple[PartKind, Sequence[GovernedPart]]]:
    return ((kind, list(group)) for kind, group in groupby(parts, key=lambda part: part.kind))


def _designations(parts: Sequence[GovernedPart], words: Words) -> str:
    if _is_titled(parts[0], words):
        return listed([designation(part, words) for part in parts])
    return listed(_in_ranges(parts, words))


def _identities(parts: Sequence[GovernedPart], words: Words) -> str:
    """What renumbered parts are called: a section goes by its id, since its title is not what has changed."""
    if _is_titled(parts[0], words):
        return listed([part.id for part in parts])
    return listed(_in_ranges(parts, words))


def _is_titled(part: GovernedPart, words: Words) -> bool:
    """Whether the parts of its kind go by their titles, and not by numbers."""
    return _is_titled_goal(part.kind, words) or part.kind is PartKind.ROADMAP_SECTION


def _is_titled_goal(kind: PartKind, words: Words) -> bool:
    return kind is PartKind.SUBGOAL and not words.goal.numbered


def _in_ranges(parts: Sequence[GovernedPart], words: Words) -> list[str]:
    """Name numbered parts; many numbers in a row are a range: `N01–N04`."""
    named: list[str] = []
    # Numbers in a row are all as far from their places in the list.
    for _, group in groupby(enumerate(parts), key=lambda pair: int(pair[1].id[1:]) - pair[0]):
        names = [designation(part, words) for _, part in group]
        named += [f"{names[0]}–{names[-1]}"] if len(names) >= _SHORTEST_RANGE else names
    return named
