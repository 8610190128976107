"""Read the commits that led here, in order and with their days, and what each of them changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from strategi.content.layout import FOLDERS
from strategi.history.commands import fields
from strategi.history.trees import Blob

if TYPE_CHECKING:
    from git import Repo

# Whatever a setting could change is said: what is followed, ordered, hidden, coloured or shown besides.
_LOG = (
    *("log", "-z", "--raw", "--root", "--format=%H|%ct|%P", "--topo-order", "--reverse"),
    *("--diff-merges=first-parent", "--no-renames", "--no-abbrev", "--no-relative", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--no-notes", "--no-show-signature", "--ignore-submodules=none"),
    # Only our files are compared, but no commit is left out for that, nor given other parents.
    *("-O/dev/null", "--full-history", "--sparse", "HEAD", "--"),
)
PAGES = "docs"
_CONTENT = tuple(f"{folder}/" for folder in FOLDERS)
_NO_OBJECT = "0" * 40


class Change(NamedTuple):
    """What a commit did to one file, against its first parent; None where there was, or is, no file."""

    path: str
    before: Blob | None
    after: Blob | None


class Commit(NamedTuple):
    """One commit. Who made it is neither asked for nor kept."""

    id: str
    made_at: int
    """By the committer's clock, in seconds since 1970."""
    parents: tuple[str, ...]
    """The first is the line that it was made on, or merged into."""
    changes: tuple[Change, ...]
    """In `strategy/` and `indicators/`."""
    pages: tuple[Change, ...] = ()
    """In `docs/`, of Markdown files."""


@dataclass(frozen=True, slots=True)
class Line:
    """The commits that HEAD rests on. `commits` are the first parents' chain, oldest first."""

    commits: tuple[Commit, ...]
    days: tuple[date, ...]
    """On which each of them came into the line."""
    others: tuple[Commit, ...]
    """Those that were merged, parents first."""
    before: tuple[Commit, ...] = ()
    """What came earlier on the line, and belongs to another strategy."""

    @property
    def is_empty(self) -> bool:
        """Whether no commit holds any of our files."""
        return not any(each.changes for each in self.commits)


def read_commits(repository: Repo, prefix: str) -> Iterator[Commit]:
    """Give every commit that HEAD rests on, oldest first, with what it changed below `prefix`.

    Given as git tells of them, so that something can be done meanwhile. Raises `HistoryError`.
    """
    skipped = len(os.fsencode(prefix))
    told = fields(repository, *_LOG, *(f"{prefix}{folder}" for folder in (*FOLDERS, PAGES)))
    head, changes = next(told), list[Change]()
    for field in told:
        if field.startswith((b":", b"\n:")):
            changes.append(_change(field, os.fsdecode(next(told)[skipped:])))
        else:
            yield _commit(head, changes)
            head, changes = field, []
    yield _commit(head, changes)


def line_of(commits: Sequence[Commit], *, today: date) -> Line:
    """Put the commits, oldest first, in their places: on the line or beside it."""
    by_id = {each.id: each for each in commits}
    line = tuple(_first_parents(commits[-1], by_id))[::-1]
    on_line = {each.id for each in line}
    others = tuple(each for each in commits if each.id not in on_line)
    return Line(line, tuple(days([each.made_at for each in line], today=today)), others)


def _commit(head: bytes, changes: Iterable[Change]) -> Commit:
    """Sort the changes. A file with the name of a folder is none of ours."""
    identity, made_at, parents = head.decode().strip().split("|")
    content = tuple(each for each in changes if each.path.startswith(_CONTENT))
    pages = tuple(each for each in changes if _is_page(each.path))
    return Commit(identity, int(made_at or 0), tuple(parents.split()), content, pages)


def _is_page(path: str) -> bool:
    return path.startswith(f"{PAGES}/") and path.endswith(".md")


def _change(facts: bytes, path: str) -> Change:
    """Read `:100644 100644 <id before> <id after> M`; ids of zeros stand for no file."""
    mode, next_mode, before, after, _ = facts.decode().split(" ")
    return Change(
        path,
        None if before.startswith(_NO_OBJECT) else Blob(mode[-6:], before),
        None if after.startswith(_NO_OBJECT) else Blob(next_mode, after),
    )


def _first_parents(newest: Commit, by_id: Mapping[str, Commit]) -> Iterator[Commit]:
    """Follow the first parents; in a shallow clone, to where it was cut off."""
    each: Commit | None = newest
    while each is not None:
        yield each
        each = by_id.get(each.parents[0]) if each.parents else None


def days(moments: Sequence[int], *, today: date) -> Iterator[date]:
    """Give the day in Sweden on which each commit came into the line, oldest first.

    A commit cannot have come in before the one that it rests on, nor after today. A clock that says so was
    wrong and tells nothing: the latest day so far is carried forward. Otherwise the log would give days that
    are false, and jump back and forth.
    """
    told = [day_of(each) for each in moments]
    latest = next((each for each in told if each and each <= today), today)
    for each in told:
        if each and latest < each <= today:
            latest = each
        yield latest


def day_of(moment: int) -> date | None:
    """The day in Sweden; None for a time outside the calendar."""
    try:
        return datetime.fromtimestamp(moment, ZoneInfo("Europe/Stockholm")).date()
    except (OverflowError, ValueError, OSError):
        return None
