"""Compare the figures of a table each time that it was changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TypeVar

from strategi.history.blobs import Blobs
from strategi.history.edits import Edit
from strategi.history.figures import Difference, compare_rows, read_rows
from strategi.history.outlines import MISSING
from strategi.history.repository import HistoryError
from strategi.history.trees import Blob

K = TypeVar("K", bound=Hashable)


def compare_tables(edits: Mapping[K, Edit], blobs: Blobs) -> Mapping[K, Difference]:
    """Compare the versions of tables, for every edit; edits oldest first. Raises `HistoryError`.

    One table is taken after the other, so that only the versions of one are held at a time.
    """
    by_table: dict[str, dict[K, Edit]] = {}
    for key, edit in edits.items():
        by_table.setdefault(edit.id or edit.path, {})[key] = edit
    wanted = {table: _object_ids(each.values()) for table, each in by_table.items()}
    contents = blobs.read(chain.from_iterable(wanted.values()))
    found: dict[K, Difference] = {}
    for table, each in by_table.items():
        versions = dict(islice(contents, len(wanted[table])))
        if versions.keys() != set(wanted[table]):
            raise HistoryError(MISSING)
        found.update(zip(each, _differences(each.values(), versions), strict=True))
    return found


def _object_ids(edits: Iterable[Edit]) -> Sequence[str]:
    versions = (blob for each in edits for blob in (each.before, each.after))
    return tuple(dict.fromkeys(blob.id for blob in versions if blob and not blob.fault))


def _differences(edits: Iterable[Edit], versions: Mapping[str, bytes]) -> Iterator[Difference]:
    """Compare each version of one table with the one before it.

    One that is no sound table cannot have been published: it leaves the one before it standing.
    """
    standing: dict[Blob | None, str] = {}
    for each in edits:
        before = standing[each.before] if each.before in standing else _rows(each.before, versions) or ""
        after = _rows(each.after, versions)
        difference = None if after is None else compare_rows(before, after)
        standing[each.after] = before if after is None or difference is None else after
        yield difference or Difference()


def _rows(blob: Blob | None, versions: Mapping[str, bytes]) -> str | None:
    """The rows of a version, "" where there was no file; None where it is no table."""
    if blob is None:
        return ""
    return None if blob.fault else read_rows(versions[blob.id])
