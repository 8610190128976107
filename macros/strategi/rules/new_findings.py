"""Separate the findings that changed files bring from those that were there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from strategi.content.overlay import Overlay
from strategi.content.reader import read_strategy
from strategi.content.tree import Tree
from strategi.model.finding import Finding, Severity
from strategi.rules.checking import check_strategy


def parted(
    now: Iterable[Finding], then: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What has come, and what was there before, wherever the lines around it have moved it; sorted."""
    left = Counter(map(_fault, then))
    come: list[Finding] = []
    stayed: list[Finding] = []
    for each in sorted(now):
        left[_fault(each)] -= 1
        (stayed if left[_fault(each)] >= 0 else come).append(each)
    return tuple(come), tuple(stayed)


def new_findings(tree: Tree, files: Mapping[str, str], *, today: date) -> tuple[Finding, ...]:
    """What the tree with these files has that the tree without them does not have."""
    over = Overlay(tree, {path: text.encode("utf-8") for path, text in files.items()})
    now, then = (check_strategy(read_strategy(each, today=today), today=today) for each in (over, tree))
    return parted(now, then)[0]


def new_errors(tree: Tree, files: Mapping[str, str], *, today: date) -> tuple[Finding, ...]:
    """The same, but for warnings."""
    found = new_findings(tree, files, today=today)
    return tuple(each for each in found if each.severity is Severity.ERROR)


def _fault(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule_id, finding.path, finding.message, finding.value
