"""Find the commit that a proposal starts from, and the files that it changes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from strategi.history.commands import ask
from strategi.history.repository import HistoryError, is_shallow, open_repository, prefix_of
from strategi.history.trees import CommitTree, tree_at

if TYPE_CHECKING:
    from git import Repo

_SHALLOW = (
    "historiken är ofullständig i denna kopia: äldre versioner är inte hämtade hit "
    "(git fetch --unshallow hämtar dem)"
)
# Whatever a setting could change is said: renames are for people, and no other program is run.
_DIFF = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a proposal starts: the newest commit that it shares with what it is to be merged into."""

    commit: str
    tree: CommitTree
    changed: frozenset[str]
    """Every file below the root that the proposal adds, changes or removes, new ones included."""
    is_behind: bool
    """Whether what it is to be merged into has gone on since."""


def start_of(root: Path, base: str) -> Start:
    """Find where the files below `root` part from `base`. Raises `HistoryError`; its text says why."""
    repository = open_repository(root)
    target = _commit(repository, base)
    head = _commit(repository, "HEAD")
    # Without the commits in between, git would name a wrong one, or none.
    if is_shallow(repository):
        raise HistoryError(_SHALLOW)
    shared = os.fsdecode(ask(repository, "merge-base", target, head)).strip()
    if not shared:
        raise HistoryError(f"förslaget och ”{base}” har ingen gemensam historik")
    return Start(
        commit=shared,
        tree=tree_at(root, shared),
        changed=_changed(repository, root, shared),
        is_behind=shared != target,
    )


def _commit(repository: Repo, name: str) -> str:
    found = ask(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not found:
        raise HistoryError(f"ingen version ”{name}” finns i historiken")
    return os.fsdecode(found).strip()


def _changed(repository: Repo, root: Path, commit: str) -> frozenset[str]:
    """Against the files as they stand, so that what is not committed yet counts too."""
    # Git looks from the folder it is started in: the top of the working tree.
    answers = (
        ask(repository, *_DIFF, "--ignore-submodules=none", commit, "--"),
        ask(repository, "ls-files", "-z", "--others", "--exclude-standard", "--"),
    )
    prefix = prefix_of(repository, root)
    paths = (os.fsdecode(each) for answer in answers for each in answer.split(b"\0") if each)
    return frozenset(path.removeprefix(prefix) for path in paths if path.startswith(prefix))
