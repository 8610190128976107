"""Compare who is asked to approve a change on the forge with who may decide on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from strategi.content.layout import record_folders, whole_files
from strategi.model.authority import ChangedThing, DecisionClass
from strategi.model.finding import Finding
from strategi.model.indicator import Indicator
from strategi.model.parts import Principles, RoadmapSection, StrategyInfo, Subgoal, Vision
from strategi.model.record import Record
from strategi.model.rule import RuleDescription
from strategi.model.strategy import Strategy

OWNERS = ".github/CODEOWNERS"
OWNERS_AGAINST_MANDATES = RuleDescription(
    id="STR148",
    name="owners-against-mandates",
    title="De som ombeds godkänna en ändring i .github/CODEOWNERS är de som får besluta om den",
    reference="CONTRIBUTING.md, vem som beslutar",
    advice="Ändra raden i .github/CODEOWNERS, eller lägg till en. Den sista raden som passar filen gäller.",
)
_TEAM = re.compile(r"@[A-Za-z0-9-]+/(?P<name>[A-Za-z0-9._-]+)")


class _Line(NamedTuple):
    """A line of the file: which paths, and whose."""

    number: int
    pattern: str
    teams: frozenset[str]


def check_owners(text: str, paths: Iterable[str], strategy: Strategy) -> tuple[Finding, ...]:
    """Say for which files the bodies among the owners are others than those that may decide.

    A team stands for the body with its name as id; other owners are not judged. Where no line names a body
    nothing can be compared, and nothing is said.
    """
    lines = tuple(_lines(text))
    bodies = {body.id for body in strategy.bodies}
    if not any(line.teams & bodies for line in lines):
        return ()
    return tuple(sorted(_found(lines, paths, strategy, bodies)))


def _found(
    lines: tuple[_Line, ...], paths: Iterable[str], strategy: Strategy, bodies: set[str]
) -> Iterator[Finding]:
    for path in paths:
        thing = changed_thing(path)
        if thing is None:
            continue
        line = next((each for each in reversed(lines) if _fits(each.pattern, path)), None)
        asked = line.teams & bodies if line else frozenset()
        needed = _deciders(strategy, thing, path)
        if asked != needed:
            message = f"{path}: {_named(asked)} ombeds godkänna, men {_named(needed)} får besluta"
            value = line.pattern if line else ""
            yield OWNERS_AGAINST_MANDATES.at(OWNERS, line.number if line else 1, 1, message, value=value)


def changed_thing(path: str) -> ChangedThing | None:
    """What a change of the file is a change of; None for figures and for what is not content."""
    folder = path.rpartition("/")[0]
    if path in _lists() or folder in _FOLDERS:
        return _lists().get(path) or _FOLDERS[folder]
    if path in whole_files():
        return _PARTS[whole_files()[path]]
    layout = record_folders().get(folder)
    return _PARTS[layout.record] if layout and path.endswith(layout.suffix) else None


def _deciders(strategy: Strategy, thing: ChangedThing, path: str) -> frozenset[str]:
    """Those who may decide on the file. That a body has decided is asked of all who decide on anything."""
    if thing is ChangedThing.REVISIONS:
        return frozenset(body for mandate in strategy.mandates for body in mandate.decided_by)
    weight = _class_of(strategy, thing, path)
    mandates = (mandate for mandate in strategy.mandates if mandate.change_class is weight)
    return frozenset(body for mandate in mandates for body in mandate.decided_by)


def _class_of(strategy: Strategy, thing: ChangedThing, path: str) -> DecisionClass:
    """The class of a change of what the file says, by the row that names most; in doubt the highest."""
    name = path.rpartition("/")[2].partition(".")[0]
    rows = [
        row
        for row in strategy.classes
        if row.what is thing and row.id in (None, name) and row.field is None and row.change is None
    ]
    if not rows:
        return DecisionClass.PRINCIPLED
    return max(rows, key=lambda row: (row.precision, row.change_class)).change_class


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), 1):
        pattern, *owners = line.partition("#")[0].split() or [""]
        if pattern:
            teams = (_TEAM.fullmatch(owner) for owner in owners)
            yield _Line(number, pattern, frozenset(team["name"] for team in teams if team))


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern means the path, as the forge reads it: a star is no slash, two stars are."""
    is_from_root = "/" in pattern.rstrip("/")
    words = (
        re.escape(pattern.strip("/")).replace(r"\*\*", ".*").replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
    )
    # A star at the end of a way means the files of that folder, and not those further down.
    below = "" if pattern.endswith("/*") else "(?:/.*)?"
    before = "" if is_from_root else "(?:.*/)?"
    return bool(re.fullmatch(f"{before}{words}{'/.*' if pattern.endswith('/') else below}", path))


def _named(bodies: frozenset[str]) -> str:
    return ", ".join(sorted(bodies)) or "inget organ"


def _lists() -> Mapping[str, ChangedThing]:
    in_strategy = (
        *(ChangedThing.GOVERNANCE, ChangedThing.POSTPONEMENTS, ChangedThing.BODIES, ChangedThing.PRINCIPALS),
        *(ChangedThing.REFERENCES, ChangedThing.EVENTS, ChangedThing.FOCUS_SHIFTS),
    )
    return {
        **{f"strategy/{thing.value}.yml": thing for thing in in_strategy},
        "indicators/sources.yml": ChangedThing.SOURCES,
    }


_PARTS: Mapping[type[Record], ChangedThing] = {
    Vision: ChangedThing.VISION,
    Subgoal: ChangedThing.SUBGOAL,
    Principles: ChangedThing.PRINCIPLES,
    RoadmapSection: ChangedThing.ROADMAP_SECTION,
    Indicator: ChangedThing.INDICATOR,
    StrategyInfo: ChangedThing.STRATEGY,
}
_FOLDERS = {
    "strategy/revisions": ChangedThing.REVISIONS,
    "strategy/adoptions": ChangedThing.ADOPTIONS,
    "strategy/plans": ChangedThing.PLANS,
}
