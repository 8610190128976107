"""Give the files of every version on the line of history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from strategi.history.blobs import Blobs
from strategi.history.line import Line, line_of, read_commits
from strategi.history.outlines import Outlines
from strategi.history.repository import is_partial, is_shallow, open_repository, prefix_of
from strategi.history.strategies import only_info, strategies
from strategi.history.trees import CommitTree, HistoryError, tree_at

if TYPE_CHECKING:
    from git import Repo


class PastTree(NamedTuple):
    """A version of the content: the commit, the day on which it came into the line, and its files."""

    commit: str
    day: date
    tree: CommitTree


def past_trees(root: Path, *, strategy_id: str, today: date) -> Iterator[PastTree]:
    """Give each version of a strategy that changed `strategy/` or `indicators/` and left any, oldest first.

    `strategy_id` is "" where the files tell none; then it is that of the newest version. Raises
    `HistoryError` where there is no history, or not the whole of it.
    """
    repository = open_repository(root)
    if is_shallow(repository) or is_partial(repository):
        raise HistoryError("hela historiken är inte hämtad hit (git fetch --unshallow hämtar den)")
    line = _own_line(repository, root, strategy_id, today)
    for commit, day in zip(line.commits, line.days, strict=True):
        if commit.changes:
            tree = tree_at(root, commit.id)
            if tree.paths("strategy"):
                yield PastTree(commit.id, day, tree)


def _own_line(repository: Repo, root: Path, strategy_id: str, today: date) -> Line:
    line = line_of(tuple(read_commits(repository, prefix_of(repository, root))), today=today)
    outlines = Outlines()
    outlines.read(only_info(line.commits), Blobs(repository))
    found = strategies(line, outlines)
    return found.own_line(strategy_id or found.ids[-1])
