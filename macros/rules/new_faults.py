"""Which faults would a change of files bring that are not there already?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from macros.content.overlay import Overlay
from macros.content.reader import read_strategy
from macros.content.tree import Tree
from macros.model.finding import Finding, Severity
from macros.rules.checking import check_strategy


def new_faults(tree: Tree, files: Mapping[str, str], *, today: date) -> tuple[Finding, ...]:
    """Errors in the tree with these files that the tree without them does not have."""
    over = Overlay(tree, {path: text.encode("utf-8") for path, text in files.items()})
    before, after = (_errors(each, today) for each in (tree, over))
    left = Counter(map(_same, before))
    new = []
    for each in after:
        left[_same(each)] -= 1
        if left[_same(each)] < 0:
            new.append(each)
    return tuple(new)


def _errors(tree: Tree, today: date) -> Iterable[Finding]:
    found = check_strategy(read_strategy(tree, today=today), today=today)
    return [each for each in found if each.severity is Severity.ERROR]


def _same(finding: Finding) -> tuple[str, str, str, str]:
    """What a fault is, wherever the lines around it have moved it."""
    return finding.path, finding.rule_id, finding.message, finding.value
