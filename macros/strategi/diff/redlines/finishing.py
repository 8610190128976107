"""Convert drafts to blocks of a redline once their words have been compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from strategi.diff.redlines.drafts import Draft
from strategi.diff.redlines.runs import cut_runs, runs
from strategi.model.redline import BlockChange, RedlineBlock

_PIECES = frozenset({BlockChange.SPLIT, BlockChange.MERGED})


def finished(draft: Draft | RedlineBlock) -> Iterator[RedlineBlock]:
    """The block of the redline; several where one became several or several one."""
    if isinstance(draft, RedlineBlock):
        yield draft
    elif draft.change in _PIECES:
        yield from _pieces(draft)
    else:
        yield RedlineBlock(
            change=draft.change,
            cells=tuple(map(runs, draft.rewordings)),
            old=draft.old[0] if draft.old else None,
            new=draft.new[0] if draft.new else None,
            move=draft.move,
            columns=draft.columns,
        )


def _pieces(draft: Draft) -> Iterator[RedlineBlock]:
    cells = cut_runs(runs(draft.rewordings[0]))
    for number, (cell, old, new) in enumerate(zip_longest(cells, draft.old, draft.new)):
        yield RedlineBlock(change=draft.change, cells=(cell,), old=old, new=new, is_continued=number > 0)
