"""Which files did a past commit hold?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from macros.content.tree import SYMBOLIC_LINK, UnreadableFile

if TYPE_CHECKING:
    from git import Repo

_LINK = "120000"
_FILE_KIND = "blob"


class HistoryError(Exception):
    """The history cannot be read. The text says why, in Swedish."""


@dataclass(frozen=True, slots=True)
class CommitTree:
    """The files of one commit. All of them are read by one `git cat-file --batch`."""

    _repository: Repo
    _files: Mapping[str, tuple[str, str]]
    """Mode and object id by path."""

    def paths(self, folder: str) -> tuple[str, ...]:
        """List every file below `folder`, sorted; empty when there is no such folder."""
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadableFile`."""
        mode, object_id = self._files.get(path, ("", ""))
        if mode == _LINK:
            raise UnreadableFile(SYMBOLIC_LINK)
        try:
            _, kind, _, data = self._repository.git.get_object_data(object_id)
        except ValueError as error:
            raise UnreadableFile("filen finns inte i denna kopia av historiken") from error
        if kind not in (_FILE_KIND, _FILE_KIND.encode()):
            raise UnreadableFile("det är inte en vanlig fil")
        return bytes(data)


def tree_at(root: Path, revision: str) -> CommitTree:
    """Give the files below `root` as they stood in a commit. Raises `HistoryError`.

    `root` is a working tree, a folder in one, or a bare repository; `revision` is a name that git knows.
    """
    repository = _repository(root)
    commit = _git(
        repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if not commit:
        raise HistoryError(f"ingen version ”{revision}” finns i historiken")
    listing = _git(repository, "ls-tree", "-r", "-z", "--full-tree", os.fsdecode(commit.strip()))
    return CommitTree(repository, _below(_prefix(repository, root), _files(listing)))


def _repository(root: Path) -> Repo:
    """Open the repository that holds `root`."""
    try:
        # Importing GitPython fails where git is not installed; everything else works without it.
        from git import InvalidGitRepositoryError, NoSuchPathError, Repo
    except ImportError as error:
        raise HistoryError("programmet git finns inte på den här datorn") from error
    try:
        return Repo(root, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise HistoryError(f"det finns ingen git-historik i {root}") from error


def _git(repository: Repo, *command: str) -> bytes:
    """Run git and give what it printed; empty when it found nothing to print. Raises `HistoryError`."""
    status, output, problem = repository.git.execute(
        ["git", *command],
        with_extended_output=True,
        with_exceptions=False,
        stdout_as_string=False,
        strip_newline_in_stdout=False,
    )
    # "fatal" is a fault of the repository; with "error", the revision is something else than a commit.
    if status and problem.startswith("fatal"):
        raise HistoryError(f"git kunde inte läsa historiken: {problem.strip()}")
    return b"" if status else bytes(output)


def _files(listing: bytes) -> dict[str, tuple[str, str]]:
    files: dict[str, tuple[str, str]] = {}
    for line in listing.split(b"\0"):
        facts, _, path = line.partition(b"\t")
        if path:
            mode, _, object_id = os.fsdecode(facts).split(" ")
            files[os.fsdecode(path)] = (mode, object_id)
    return files


def _prefix(repository: Repo, root: Path) -> str:
    """The way from the top of the repository to `root`, with a last slash; "" at the top or when bare."""
    top = repository.working_tree_dir
    if top is None:
        return ""
    way = PurePosixPath(root.resolve().relative_to(Path(top).resolve()).as_posix())
    return "" if way == PurePosixPath(".") else f"{way}/"


def _below(prefix: str, files: Mapping[str, tuple[str, str]]) -> Mapping[str, tuple[str, str]]:
    return {path.removeprefix(prefix): each for path, each in files.items() if path.startswith(prefix)}
