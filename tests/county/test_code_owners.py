"""Is everyone who may decide on a part asked to approve a change of it, and nobody else?"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from datetime import date

import pytest
from strategi.content.layout import FOLDERS, record_folders, whole_files
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.authority import ChangedThing, DecisionClass
from strategi.model.indicator import Indicator
from strategi.model.parts import Principles, RoadmapSection, StrategyInfo, Subgoal, Vision
from strategi.model.strategy import Strategy

from tests.building import REPOSITORY

OWNERS = REPOSITORY / ".github" / "CODEOWNERS"
TEAM = re.compile(r"@(?P<organisation>[A-Za-z0-9-]+)/(?P<name>[a-z0-9-]+)")
# The two teams that are no bodies, as the file explains at its top.
OTHERS = {"redaktion", "forvaltning"}
PARTS = {
    Vision: ChangedThing.VISION,
    Subgoal: ChangedThing.SUBGOAL,
    Principles: ChangedThing.PRINCIPLES,
    RoadmapSection: ChangedThing.ROADMAP_SECTION,
    Indicator: ChangedThing.INDICATOR,
    StrategyInfo: ChangedThing.STRATEGY,
}
LISTS = {
    f"strategy/{each.value}.yml": each
    for each in (
        ChangedThing.GOVERNANCE,
        ChangedThing.POSTPONEMENTS,
        ChangedThing.BODIES,
        ChangedThing.PRINCIPALS,
        ChangedThing.REFERENCES,
        ChangedThing.EVENTS,
        ChangedThing.FOCUS_SHIFTS,
    )
} | {"indicators/sources.yml": ChangedThing.SOURCES}
FOLDER_OF = {
    "strategy/revisions": ChangedThing.REVISIONS,
    "strategy/adoptions": ChangedThing.ADOPTIONS,
    "strategy/plans": ChangedThing.PLANS,
}


@pytest.fixture(scope="module")
def strategy() -> Strategy:
    found = read_strategy(WorkingTree(REPOSITORY), today=date(2026, 11, 22)).strategy
    assert found is not None
    return found


def rows() -> list[tuple[str, tuple[str, ...]]]:
    """Patterns and their owners, in order."""
    lines = [line.split() for line in OWNERS.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [(pattern, tuple(owners)) for pattern, *owners in lines]


def owners(path: str) -> set[str]:
    """The teams of the last line that matches the path."""
    matching = [teams for pattern, teams in rows() if matches(pattern, path)]
    found = [TEAM.fullmatch(each) for each in matching[-1]]
    return {each["name"] for each in found if each}


def matches(pattern: str, path: str) -> bool:
    """The patterns that we use: from the root, a folder's end on a slash, a star is no slash."""
    if pattern == "*":
        return True
    assert pattern.startswith("/")
    words = re.escape(pattern[1:]).replace(r"\*", "[^/]*")
    return bool(re.fullmatch(words + (".*" if pattern.endswith("/") else ""), path))


def thing(path: str) -> ChangedThing | None:
    """What a change of the file is a change of; None for figures and what is not content."""
    folder = path.rpartition("/")[0]
    record = record_folders().get(folder)
    if path in LISTS or folder in FOLDER_OF:
        return LISTS.get(path) or FOLDER_OF[folder]
    if path in whole_files():
        return PARTS[whole_files()[path]]
    return PARTS[record.record] if record and path.endswith(record.suffix) else None


def class_of(strategy: Strategy, path: str) -> DecisionClass:
    """The class of a change of what the file says, by the row that names most."""
    what, name = thing(path), path.rpartition("/")[2].partition(".")[0]
    fitting = [
        each
        for each in strategy.classes
        if each.what is what and each.id in (None, name) and each.field is None and each.change is None
    ]
    return max(fitting, key=lambda each: (each.precision, each.change_class)).change_class


def deciders(strategy: Strategy, decision_class: DecisionClass) -> set[str]:
    return {
        body for each in strategy.mandates if each.change_class is decision_class for body in each.decided_by
    }


def content_files() -> Iterable[str]:
    listed = subprocess.run(
        ["git", "-C", str(REPOSITORY), "ls-files"], capture_output=True, text=True, check=False
    ).stdout.splitlines()
    return listed or [
        p.relative_to(REPOSITORY).as_posix() for f in FOLDERS for p in (REPOSITORY / f).rglob("*.*")
    ]


def test_every_team_is_a_body_or_one_of_the_two_that_are_explained(strategy: Strategy) -> None:
    named = [TEAM.fullmatch(each) for _, teams in rows() for each in teams]
    found = [each for each in named if each]
    assert len(found) == len(named) > 0
    names = {each["name"] for each in found}
    assert OTHERS <= names <= {each.id for each in strategy.bodies} | OTHERS
    comments = OWNERS.read_text("utf-8").partition("\n*")[0]
    assert all(f"#   {each} " in comments for each in OTHERS)


def test_the_teams_are_of_one_organisation_and_it_is_said_while_they_are_placeholders() -> None:
    text = OWNERS.read_text("utf-8")
    (organisation,) = {each["organisation"] for each in TEAM.finditer(text)}
    assert ("THE TEAMS ARE PLACEHOLDERS" in text) == (organisation == "ORGANISATION")


def test_every_file_has_an_owner() -> None:
    files = list(content_files())
    assert "strategy/vision.md" in files
    assert [path for path in files if not owners(path)] == []


def test_what_is_governed_is_owned_by_those_who_may_decide_on_it(strategy: Strategy) -> None:
    governed = [path for path in content_files() if thing(path)]
    assert len(governed) > 50
    # A file that is not there yet has an owner too.
    for path in [
        *governed,
        "strategy/postponements.yml",
        "strategy/plans/x.yml",
        "strategy/subgoals/d9-ny.md",
    ]:
        may_decide = deciders(strategy, class_of(strategy, path))
        if thing(path) is ChangedThing.REVISIONS:  # those who answer for a body know
            may_decide = {each for mandate in strategy.mandates for each in mandate.decided_by}
        assert owners(path) == (may_decide or {"redaktion"}), path


def test_who_may_decide_is_changed_by_those_who_decide_on_principles_alone(strategy: Strategy) -> None:
    assert owners("strategy/governance.yml") == deciders(strategy, DecisionClass.PRINCIPLED)


@pytest.mark.parametrize(
    ("path", "team"),
    [
        ("indicators/n01-trygghet-aldreomsorg.csv", "redaktion"),
        ("docs/om.md", "redaktion"),
        ("macros/strategi/theme/main.html", "forvaltning"),
        ("macros/strategi/plugin.py", "forvaltning"),
        (".github/workflows/check.yml", "forvaltning"),
        (".github/CODEOWNERS", "forvaltning"),
        ("mkdocs.yml", "forvaltning"),
    ],
)
def test_figures_pages_and_code_have_teams_of_their_own(path: str, team: str) -> None:
    assert owners(path) == {team}
