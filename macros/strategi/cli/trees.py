"""Find the files that a command works on: those as they stand, or those of a commit."""

from __future__ import annotations

from pathlib import Path

from strategi.cli.outcome import NotRun
from strategi.content.tree import Tree, WorkingTree
from strategi.history.trees import HistoryError, tree_at


def find_tree(root: Path, revision: str | None) -> Tree:
    """The files below `root`, or of a commit. Raise NotRun where they hold no strategy."""
    try:
        tree: Tree = WorkingTree(root) if revision is None else tree_at(root, revision)
    except HistoryError as error:
        raise NotRun(str(error)) from error
    if not tree.paths("strategy"):
        raise NotRun(f"det finns ingen strategi i {root}: mappen strategy/ saknas eller är tom")
    return tree
