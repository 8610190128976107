"""The invented county as a strategy, with texts changed in its files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.model.strategy import Strategy

from tests.engine.content.trees import MemoryTree, county_files

READ_ON = date(2026, 1, 15)


Edits = Mapping[str, Mapping[str, str]]


def county(edits: Edits | None = None, files: Mapping[str, str | None] | None = None) -> Strategy:
    """The county as a strategy, with the same changes as `county_reading`."""
    strategy = county_reading(edits, files).strategy
    assert strategy is not None
    return strategy


def county_reading(edits: Edits | None = None, files: Mapping[str, str | None] | None = None) -> Reading:
    """The county with whole files put in (None takes one out), and then, by path, each old text made new.

    A text that is to be changed must stand in its file.
    """
    found = {path: data.decode() for path, data in county_files().items()}
    for path, whole in (files or {}).items():
        if whole is None:
            del found[path]
        else:
            found[path] = whole
    for path, texts in (edits or {}).items():
        for old, new in texts.items():
            assert old in found[path], f"{old!r} is not in {path}"
            found[path] = found[path].replace(old, new)
    tree = MemoryTree({path: text.encode() for path, text in found.items()})
    return read_strategy(tree, today=READ_ON)
