"""Compare two plain texts, such as titles, word by word."""

from __future__ import annotations

from itertools import count

from strategi.diff.redlines.chunks import plain_text
from strategi.diff.redlines.mirror import mirror_runs
from strategi.diff.redlines.move_numbers import numbered_runs
from strategi.diff.redlines.runs import runs
from strategi.diff.redlines.tokens import tokens
from strategi.diff.redlines.weaving import weave
from strategi.diff.redlines.wordings import Rewording
from strategi.model.redline import Run


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Compare two texts without markup word by word; all white space is one space.

    The other way round gives the mirror of the same runs.
    """
    before, after = plain_text(old), plain_text(new)
    if (len(before), before) > (len(after), after):
        return mirror_runs(_compared(after, before))
    return _compared(before, after)


def _compared(before: str, after: str) -> tuple[Run, ...]:
    rewording = Rewording(tokens(before), tokens(after))
    weave([rewording], count(1))
    return numbered_runs(runs(rewording))
