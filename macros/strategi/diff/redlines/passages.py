"""Define passages, and the criteria by which a block or a sentence can match another."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from strategi.diff.redlines.sequences import Part, trimmed
from strategi.diff.redlines.similarity import Bag, are_similar, bag, containment
from strategi.model.redline import Block, BlockKind, Cell

SIMILAR = 0.5
"""How alike two passages are at least, to be one and the same that was edited."""
_OF_ANOTHER_KIND = 0.8
_CONTAINED = 0.8
_MOVED = 0.7
MOVED_WORDS = 3
"""A move of fewer words says nothing: they stand in every text."""
_EDITED_WORDS = 5
_REWORDED = 0.25
_FEW_WORDS = 5

_ROWS = frozenset({BlockKind.HEADER_ROW, BlockKind.ROW})
_NAMES = frozenset({BlockKind.HEADER_ROW, BlockKind.HEADING})


@dataclass(frozen=True, eq=False)
class Passage:
    """A block or a sentence at its place in the text."""

    place: int
    tokens: Cell
    key: str = ""
    """What tells a row from the others of its table: its first cell."""
    form: str = "text"
    """Only what has the same form can be compared."""
    kind: str = ""
    shape: Hashable = ()
    """Its kind, its level and the lists around it."""
    is_name: bool = False
    """Whether it names what follows, and is the same however it is renamed."""
    is_joinable: bool = True
    """Whether it can be one of the pieces of another, or in pieces."""

    @cached_property
    def bag(self) -> Bag:
        """Its words in a bag, put there when they are asked for."""
        return bag(self.tokens, self.key)


Passages = Sequence[Passage]


def block_passage(place: int, block: Block) -> Passage:
    """A block as a passage."""
    is_row = block.kind in _ROWS
    key = block.cells[0] if block.kind is BlockKind.ROW else ()
    return Passage(
        place,
        tuple(chain.from_iterable(block.cells)),
        key="".join(token.text for token in key),
        form="row" if is_row else "code" if block.kind is BlockKind.CODE else "text",
        kind=block.kind.value,
        shape=(block.kind, block.path, block.kind is BlockKind.HEADING and block.level),
        is_name=block.kind in _NAMES,
        is_joinable=block.kind is BlockKind.PARAGRAPH,
    )


def may_be_same(old: Passage, new: Passage) -> bool:
    """Whether the new passage may well be the old one, edited."""
    if old.form != new.form:
        return False
    if old.kind == new.kind and _has_same_ends(old.tokens, new.tokens):
        return True
    return are_similar(old.bag, new.bag, SIMILAR if old.kind == new.kind else _OF_ANOTHER_KIND)


def _has_same_ends(old: Cell, new: Cell) -> bool:
    """Whether half of them or more is the same before and after all that differs: quick to see."""
    inner = trimmed(old, new, Part(0, len(old), 0, len(new)))
    longest = max(inner.old_end - inner.old_start, inner.new_end - inner.new_start)
    return 0 < 2 * longest <= max(len(old), len(new))


def may_be_piece(old: Passage, new: Passage) -> bool:
    """Whether nearly all of one stands in the other."""
    if old.form != new.form or not (old.is_joinable and new.is_joinable):
        return False
    return containment(old.bag, new.bag) >= _CONTAINED


def may_be_moved(old: Passage, new: Passage) -> bool:
    """Whether the new passage may be the old one, edited, though it stands elsewhere."""
    if old.form != new.form or old.kind != new.kind or not are_similar(old.bag, new.bag, _MOVED):
        return False
    is_known = bool(old.bag.key) and old.bag.key == new.bag.key
    return is_known or min(old.bag.count, new.bag.count) >= _EDITED_WORDS


def may_be_reworded(old: Passage, new: Passage) -> bool:
    """Whether the new passage may be the old one in other words, given that it stands where that stood."""
    if old.shape != new.shape:
        return False
    is_short = old.form == "text" and max(old.bag.count, new.bag.count) <= _FEW_WORDS
    return old.is_name or is_short or are_similar(old.bag, new.bag, _REWORDED)
