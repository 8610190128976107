"""Tell whose strategy it has been: the county and the principals, each time that either was another."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.history.line import Line
from strategi.history.states import Files, PastReader
from strategi.history.strategies import INFO
from strategi.history.trees import Blob
from strategi.model.governance import Principal
from strategi.model.log import County
from strategi.model.parts import StrategyInfo

_FILES = (INFO, "strategy/principals.yml")


def counties(line: Line, reader: PastReader) -> Iterator[County]:
    """Give the county as it was said to be, oldest first. A state that cannot be read says nothing."""
    files: dict[str, Blob] = {}
    latest: County | None = None
    for commit in line.commits:
        changed = {change.path: change.after for change in commit.changes if change.path in _FILES}
        if changed:
            files = {path: blob for path, blob in ({**files, **changed}).items() if blob}
            county = _county(files, reader)
            if county and county != latest:
                yield county
                latest = county


def _county(files: Files, reader: PastReader) -> County | None:
    found = reader.records(files)
    infos = [record for record in found if isinstance(record, StrategyInfo)]
    principals = [record for record in found if isinstance(record, Principal)]
    return County.of(infos[0], principals) if infos and principals else None
