"""Write an invented county whose second strategy succeeds its first, in the same history."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.digest import digest

from tests.engine.history.repositories import commit
from tests.engine.site.county import county_with_history

FORMER = "nara-vard-ytterlandet"
NEW_ID = "halsa-ytterlandet"
BEGAN, DECIDED = "2026-10-01", "2026-09-15"
RECORD = f"strategy/revisions/{DECIDED}.yml"
FIRST, SECOND = "2023-10-05", "2024-02-14"
_GONE = (
    *("strategy/subgoals/d6-vard-som-lar.md", "strategy/roadmap/handlingsplan.md"),
    *("indicators/n10-befolkning-80.yml", "indicators/n10-befolkning-80.csv"),
    *(f"strategy/revisions/{day}.yml" for day in (FIRST, SECOND)),
    f"strategy/adoptions/{SECOND}.yml",
)
_SOURCE = """  - id: "protokoll-2026"
    title: "Protokoll 2026"
    publisher: not-found
    url: not-found
"""
_RECORD = """id: "{day}"
title: "Den nya strategin"
class: essential
class_evidence: documented
decision: recommended
decided_by: "samradet"
decided_on: "{day}"
registry_number: not-found
minutes: not-found
reason: not-found
informed: []
effective_from: not-found
condition: not-found
digest: "{digest}"
evidence: documented
references: ["protokoll-2026"]
"""


def succeeded_county(target: Path) -> Path:
    """The county after its second strategy was let in."""
    county_with_history(target)
    write_successor(target)
    commit(target, {}, "Ny strategi", on=BEGAN)
    return target


def write_successor(root: Path) -> None:
    """Write the second strategy over the first: a goal, a section and an indicator less, and a decision."""
    for path in _GONE:
        (root / path).unlink()
    change(root, "strategy/strategy.yml", f'id: "{FORMER}"', f'id: "{NEW_ID}"\nsucceeds: "{FORMER}"')
    change(root, "strategy/strategy.yml", "Gemensam strategi för nära vård i", "Hälsa tillsammans i")
    change(root, "indicators/n02-kontinuitetsindex.yml", "subgoal: D6", "subgoal: D5")
    change(root, "strategy/references.yml", "references:\n", f"references:\n{_SOURCE}")
    strategy = read_strategy(WorkingTree(root), today=date.fromisoformat(BEGAN)).strategy
    assert strategy
    (root / RECORD).write_text(_RECORD.format(day=DECIDED, digest=digest(strategy)), "utf-8")


def change(root: Path, path: str, before: str, after: str) -> None:
    """Put one text in the place of another."""
    text = (root / path).read_text("utf-8")
    assert before in text, f"{before!r} is not in {path}"
    (root / path).write_text(text.replace(before, after), "utf-8")
