"""Compare two Markdown texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from strategi.diff.redlines.alignment import align
from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.chunks import plain_text
from strategi.diff.redlines.drafts import Draft, drafts
from strategi.diff.redlines.finishing import finished
from strategi.diff.redlines.mirror import mirror
from strategi.diff.redlines.move_numbers import numbered_blocks
from strategi.diff.redlines.weaving import pair_words, weave
from strategi.diff.redlines.wordings import Rewording
from strategi.model.redline import BlockChange, Redline


def compare_texts(old: str, new: str) -> Redline:
    """Compare two texts block by block, then sentence by sentence and word by word.

    Any text can be compared. The other way round gives the mirror of the same redline.
    """
    before, after = plain_text(old), plain_text(new)
    # Only one way is ever compared, the shorter text first: the other way cannot differ from it.
    if (len(before), before) > (len(after), after):
        return mirror(_redline(after, before))
    return _redline(before, after)


def _redline(before: str, after: str) -> Redline:
    old, new = text_blocks(before), text_blocks(after)
    numbers = count(1)
    drafted = drafts(old, new, align(old, new), numbers)
    _compare_words_of((each for each in drafted if isinstance(each, Draft)), numbers)
    return Redline(numbered_blocks(list(chain.from_iterable(map(finished, drafted)))))


def _compare_words_of(drafted: Iterable[Draft], numbers: Iterator[int]) -> None:
    """Fill in what became of all words. Of a moved block no sentence is looked for elsewhere."""
    in_place: list[Rewording] = []
    for draft in drafted:
        if draft.change is BlockChange.MOVED_HERE:
            for each in draft.rewordings:
                pair_words(each)
        else:
            in_place += draft.rewordings
    weave(in_place, numbers)
