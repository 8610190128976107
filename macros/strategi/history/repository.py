"""Open the repository that holds a folder, and check whether all of its history is here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from git import Repo

_NO_REPOSITORY = "det finns ingen git-historik i den här mappen"


class HistoryError(Exception):
    """The history cannot be read. The text says why, in Swedish."""


def open_repository(root: Path) -> Repo:
    """Open the repository that holds `root`. Raises `HistoryError`."""
    with _unasked():
        from git import InvalidGitRepositoryError, NoSuchPathError, Repo
    try:
        repository = Repo(root, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise HistoryError(_NO_REPOSITORY) from error
    repository.git.update_environment(**_environment())
    return repository


@contextmanager
def _unasked() -> Iterator[None]:
    """Keep GitPython from running git twice, to know its version, when it is first imported.

    It is told that there is no such program and to say nothing about it; what is started later is `git`.
    """
    told = {"GIT_PYTHON_GIT_EXECUTABLE": os.devnull, "GIT_PYTHON_REFRESH": "quiet"}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _environment() -> dict[str, str]:
    """Read what was committed, whatever is replaced or grafted here; take names as they are; fetch nothing.

    Older versions of git only know that no protocol is allowed: to fetch what is missing then fails at once.
    """
    return {
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_LITERAL_PATHSPECS": "1",
        **dict.fromkeys(("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"), "0"),
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }


def prefix_of(repository: Repo, root: Path) -> str:
    """The way from the top of the repository to `root`, with a last slash; "" at the top or when bare."""
    top = repository.working_tree_dir
    if top is None:
        return ""
    way = PurePosixPath(root.resolve().relative_to(Path(top).resolve()).as_posix())
    return "" if way == PurePosixPath(".") else f"{way}/"


def is_shallow(repository: Repo) -> bool:
    """Whether older commits were left out when this copy was made."""
    marks = Path(repository.common_dir) / "shallow"
    return marks.is_file() and marks.stat().st_size > 0


def is_partial(repository: Repo) -> bool:
    """Whether files of older commits may have been left out when this copy was made."""
    with repository.config_reader("repository") as settings:
        return any(settings.has_option(section, "promisor") for section in settings.sections())
