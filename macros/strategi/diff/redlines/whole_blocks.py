"""Build the redline blocks that are whole: the same in both texts, or moved away."""

from __future__ import annotations

from strategi.diff.redlines.runs import whole_run
from strategi.model.redline import Block, BlockChange, Op, RedlineBlock


def equal_block(old: Block, new: Block) -> RedlineBlock:
    """A block that is the same in both texts."""
    cells = tuple([whole_run(Op.EQUAL, cell) for cell in new.cells])
    return RedlineBlock(change=BlockChange.EQUAL, cells=cells, old=old, new=new)


def away_block(block: Block, move: int) -> RedlineBlock:
    """What is left of a block where it stood before it moved."""
    cells = tuple(whole_run(Op.MOVED_AWAY, cell, move) for cell in block.cells)
    return RedlineBlock(change=BlockChange.MOVED_AWAY, cells=cells, old=block, move=move)
