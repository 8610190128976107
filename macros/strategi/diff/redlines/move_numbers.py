"""Number the moves 1, 2, 3 … in the order of the new text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from strategi.model.redline import BlockChange, Op, RedlineBlock, RedlineCell


def numbered_blocks(blocks: Sequence[RedlineBlock]) -> tuple[RedlineBlock, ...]:
    """The blocks with their moves numbered anew."""
    numbers = _numbers(move for block in blocks for move in _moves_here(block))
    return tuple(_numbered(block, numbers) for block in blocks) if numbers else tuple(blocks)


def numbered_runs(cell: RedlineCell) -> RedlineCell:
    """The runs with their moves numbered anew."""
    return _numbered_cell(cell, _numbers(_moves_in(cell)))


def _numbers(moves: Iterable[int]) -> dict[int, int]:
    return {move: number for number, move in enumerate(dict.fromkeys(moves), start=1)}


def _moves_here(block: RedlineBlock) -> Iterator[int]:
    if block.change is BlockChange.EQUAL:
        return
    if block.change is BlockChange.MOVED_HERE:
        yield block.move
    for cell in block.cells:
        yield from _moves_in(cell)


def _moves_in(cell: RedlineCell) -> Iterator[int]:
    return (run.move for run in cell if run.op is Op.MOVED_HERE)


def _numbered(block: RedlineBlock, numbers: Mapping[int, int]) -> RedlineBlock:
    if block.change is BlockChange.EQUAL:
        return block
    cells = tuple(_numbered_cell(cell, numbers) for cell in block.cells)
    return replace(block, cells=cells, move=numbers.get(block.move, 0))


def _numbered_cell(cell: RedlineCell, numbers: Mapping[int, int]) -> RedlineCell:
    return tuple(run._replace(move=numbers[run.move]) if run.move else run for run in cell)
