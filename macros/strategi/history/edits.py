"""Determine whether each record was added, removed or changed in a stretch of history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategi.history.files import definition_of, id_by_name, id_key, is_table, record_kind
from strategi.history.outlines import Outlines
from strategi.history.stretches import FileChange
from strategi.history.trees import Blob
from strategi.model.change import ChangeKind


class Edit(NamedTuple):
    """What happened to a file."""

    path: str
    kind: ChangeKind
    id: str
    before: Blob | None
    after: Blob | None


def edits(changes: Sequence[FileChange], outlines: Outlines) -> Iterator[Edit]:
    """Tell what happened to each file. One that was renamed is changed: identity comes from the id inside."""
    ids = {each.path: _id(each, outlines) for each in changes}
    came_from = _renamed(changes, ids) if len(changes) > 1 else {}
    gone = {each.path for each in came_from.values()}
    for each in changes:
        before = came_from.get(each.path, each).before
        if each.path not in gone:
            yield Edit(each.path, _kind(before, each.after), ids[each.path], before, each.after)


def _kind(before: Blob | None, after: Blob | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    return ChangeKind.CHANGED if after else ChangeKind.REMOVED


def _renamed(changes: Sequence[FileChange], ids: dict[str, str]) -> dict[str, FileChange]:
    """By the new path, the file that was removed and held what the new one holds."""
    removed = {_identity(each, ids): each for each in changes if each.after is None and ids[each.path]}
    added = [each for each in changes if each.before is None and _identity(each, ids) in removed]
    return {each.path: removed.pop(key) for each in added if (key := _identity(each, ids)) in removed}


def _identity(change: FileChange, ids: dict[str, str]) -> tuple[object, str]:
    return record_kind(change.path) or is_table(change.path), ids[change.path]


def _id(change: FileChange, outlines: Outlines) -> str:
    """The id inside the file, or else the one in its name; that of the definition for a table."""
    path, blob = change.path, change.after or change.before
    if is_table(path):
        path, blob = definition_of(path), change.definition
    outline = outlines.of(path, blob)
    return (outline.word(id_key(path)) if outline else "") or id_by_name(path)
