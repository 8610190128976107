"""How did the figures differ each time that a table was changed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from macros.history.blobs import Blobs
from macros.history.edits import Edit
from macros.history.figures import Difference, UnsoundTable, compare_rows, read_rows
from macros.history.outlines import MISSING
from macros.history.repository import HistoryError
from macros.history.trees import Blob


def compare_tables(edits: Sequence[Edit], blobs: Blobs) -> Sequence[Difference]:
    """Compare the versions of tables, for every edit; edits oldest first. Raises `HistoryError`.

    One table is taken after the other, so that only the versions of one are held at a time.
    """
    by_table: dict[str, list[int]] = {}
    for number, edit in enumerate(edits):
        by_table.setdefault(edit.id or edit.path, []).append(number)
    tables = [[edits[number] for number in numbers] for numbers in by_table.values()]
    wanted = [_object_ids(each) for each in tables]
    contents = blobs.read(object_id for each in wanted for object_id in each)
    found = [Difference()] * len(edits)
    for numbers, table, ids in zip(by_table.values(), tables, wanted, strict=True):
        versions = dict(islice(contents, len(ids)))
        if len(versions) < len(ids):
            raise HistoryError(MISSING)
        for number, difference in zip(numbers, _differences(table, versions), strict=True):
            found[number] = difference
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
        try:
            yield compare_rows(before, before if after is None else after)
            standing[each.after] = before if after is None else after
        except UnsoundTable:
            yield Difference()
            standing[each.after] = before


def _rows(blob: Blob | None, versions: Mapping[str, bytes]) -> str | None:
    """The rows of a version, "" where there was no file; None where it is no table."""
    try:
        return read_rows(versions[blob.id]) if blob else ""
    except (KeyError, UnsoundTable):
        return None
