"""Compare who is asked to approve a change on the forge with who may decide on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from strategi.content.layout import record_folders, whole_files
from strategi.model.authority import AROUND, ChangedThing, DecisionClass
from strategi.model.finding import Finding, Severity
from strategi.model.indicator import Indicator
from strategi.model.parts import Principles, RoadmapSection, StrategyInfo, Subgoal, Vision
from strategi.model.record import Record
from strategi.model.rule import RuleDescription
from strategi.model.strategy import Strategy

OWNERS = ".github/CODEOWNERS"
_GROUND = "CONTRIBUTING.md, vem som beslutar"
OWNERS_AGAINST_MANDATES = RuleDescription(
    id="STR148",
    name="owners-against-mandates",
    title="De som ombeds godkänna en ändring i .github/CODEOWNERS är de som får besluta om den",
    reference=_GROUND,
    advice="Ändra raden i .github/CODEOWNERS, eller lägg till en. Den sista raden som passar filen gäller.",
)
OWNER_MISSING = RuleDescription(
    id="STR149",
    name="owner-missing",
    title="Varje fil i strategy/, indicators/ och docs/ passar en rad i .github/CODEOWNERS",
    reference=_GROUND,
    advice="Lägg till en rad som filen passar, eller en rad med * överst, som gäller alla filer.",
    severity=Severity.WARNING,
)
OWNERS_OF_SEVERAL = RuleDescription(
    id="STR150",
    name="owners-of-several",
    title="Lagen i .github/CODEOWNERS hör till samma organisation",
    reference=_GROUND,
    advice="Skriv lagen med den organisation som projektet hör till. Andras lag blir inte ombedda.",
    severity=Severity.WARNING,
)
_TEAM = re.compile(r"@(?P<organisation>[A-Za-z0-9-]+)/(?P<name>[A-Za-z0-9._-]+)")


_SIGNS = {r"\*\*": ".*", r"\*": "[^/]*", r"\?": "[^/]"}


class _Team(NamedTuple):
    """Some of those who are asked, as the forge names them."""

    organisation: str
    name: str

    def __str__(self) -> str:
        return f"@{self.organisation}/{self.name}"


class _Line(NamedTuple):
    """A line of the file: which paths, and whose. The last line that fits a path is the one that counts."""

    number: int
    pattern: str
    means: re.Pattern[str]
    owners: tuple[_Team, ...]

    @property
    def teams(self) -> frozenset[str]:
        """The names of the teams."""
        return frozenset(team.name for team in self.owners)


def owner_rules() -> tuple[RuleDescription, ...]:
    """Every rule on who is asked, by number."""
    return (OWNERS_AGAINST_MANDATES, OWNER_MISSING, OWNERS_OF_SEVERAL)


def check_owners(text: str, paths: Iterable[str], strategy: Strategy) -> tuple[Finding, ...]:
    """Say whom the forge asks that may not decide, for which files it asks nobody, and whom it cannot ask."""
    lines = tuple(_lines(text))
    asked = [(path, _last_fitting(lines, path)) for path in paths] if lines else []
    found = (*_against_mandates(lines, asked, strategy), *_missing(asked), *_of_several(lines))
    return tuple(sorted(found))


def _last_fitting(lines: Sequence[_Line], path: str) -> _Line | None:
    return next((each for each in reversed(lines) if each.means.fullmatch(path)), None)


def _against_mandates(
    lines: Iterable[_Line], asked: Iterable[tuple[str, _Line | None]], strategy: Strategy
) -> Iterator[Finding]:
    """Say for which files the bodies among the owners are others than those that may decide.

    A team stands for the body with its name as id; other owners are not judged. Where no line names a body
    nothing can be compared, and nothing is said.
    """
    bodies = {body.id for body in strategy.bodies}
    if not any(line.teams & bodies for line in lines):
        return
    for path, line in asked:
        thing = changed_thing(path)
        if thing is None:
            continue
        named = line.teams & bodies if line else frozenset()
        needed = _deciders(strategy, thing, path)
        if named != needed:
            message = f"{path}: {_named(named)} ombeds godkänna, men {_named(needed)} får besluta"
            value = line.pattern if line else ""
            yield OWNERS_AGAINST_MANDATES.at(OWNERS, line.number if line else 1, 1, message, value=value)


def _missing(asked: Iterable[tuple[str, _Line | None]]) -> Iterator[Finding]:
    """Say once that files fit no line. A line without owners is somebody's choice, and no fault."""
    paths = sorted(path for path, line in asked if line is None)
    if paths:
        others = f" och {len(paths) - 1} till" if len(paths) > 1 else ""
        yield OWNER_MISSING.at(OWNERS, 1, 1, f"ingen ombeds godkänna en ändring av {paths[0]}{others}")


def _of_several(lines: Iterable[_Line]) -> Iterator[Finding]:
    """Say which teams are of another organisation than the first one. To the forge, case is no difference."""
    teams = [(line, team) for line in lines for team in line.owners]
    for line, team in teams[1:]:
        first = teams[0][1]
        if team.organisation.casefold() != first.organisation.casefold():
            message = f"{team} hör till en annan organisation än {first}"
            yield OWNERS_OF_SEVERAL.at(OWNERS, line.number, 1, message, value=str(team))


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
        return DecisionClass.TECHNICAL if thing in AROUND else DecisionClass.ESSENTIAL
    return max(rows, key=lambda row: (row.precision, row.change_class)).change_class


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), 1):
        pattern, *owners = line.partition("#")[0].split() or [""]
        if pattern:
            found = (_TEAM.fullmatch(owner) for owner in owners)
            teams = tuple(_Team(each["organisation"], each["name"]) for each in found if each)
            yield _Line(number, pattern, _meant(pattern), teams)


def _meant(pattern: str) -> re.Pattern[str]:
    """Which paths a pattern means, as the forge reads it: a star is no slash, two stars are."""
    is_from_root = "/" in pattern.rstrip("/")
    # Two stars between slashes are any number of folders, none as well.
    folders = re.sub(r"(^|/)\\\*\\\*/", r"\1(?:.*/)?", re.escape(pattern.strip("/")))
    words = re.sub(r"\\\*\\\*|\\\*|\\\?", lambda sign: _SIGNS[sign[0]], folders)
    # A star at the end of a way means the files of that folder, and not those further down.
    below = "" if pattern.endswith("/*") else "(?:/.*)?"
    before = "" if is_from_root else "(?:.*/)?"
    return re.compile(f"{before}{words}{'/.*' if pattern.endswith('/') else below}")


def _named(bodies: frozenset[str]) -> str:
    return ", ".join(sorted(bodies)) or "inget organ"


def _lists() -> Mapping[str, ChangedThing]:
    in_strategy = (
        *(ChangedThing.GOVERNANCE, ChangedThing.POSTPONEMENTS, ChangedThing.BODIES, ChangedThing.PRINCIPALS),
        *(ChangedThing.REFERENCES, ChangedThing.EVENTS, ChangedThing.FOCUS_SHIFTS),
        *AROUND,
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
