"""Files as they were written before keys and words were replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from strategi.content import replacements
from strategi.content.replacements import Replacement
from strategi.history import outlines

GOVERNANCE = "strategy/governance.yml"
RECORD = "strategy/revisions/2022-12-01.yml"
FORMER = {"class: essential": "class: principled", "class: non-essential": "class: non-principled"}


def in_former_words(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that say the class of a change, as they were written when it had other words."""
    written = {path: data.decode() for path, data in files.items()}
    for new, old in FORMER.items():
        written = {path: text.replace(new, old) for path, text in written.items()}
    return {path: text.encode() for path, text in written.items() if text.encode() != files[path]}


@contextmanager
def more_replacements(*rows: Replacement) -> Iterator[None]:
    """Let the table have more rows for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replacements, "REPLACEMENTS", (*replacements.REPLACEMENTS, *rows))
        _forget()
        try:
            yield
        finally:
            patch.undo()
            _forget()


def _forget() -> None:
    for told in (replacements.replaced_in, replacements._by_place, outlines._shape):
        told.cache_clear()
