"""Show a passage of a redline as it stood, as it stands, and as both at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from strategi.model.redline import NEW_OPS, OLD_OPS, Block, BlockChange, Op, Redline, RedlineBlock
from strategi.render.redlines.division import divided, item_numbers, units
from strategi.render.redlines.shape_words import shape_note
from strategi.render.redlines.sides import cells_in, shape_in, wholes, with_moved_words
from strategi.render.redlines.spans import MoveEnd, Span, spans

_MOVES = {BlockChange.MOVED_HERE: Op.MOVED_HERE, BlockChange.MOVED_AWAY: Op.MOVED_AWAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block as it is shown."""

    shape: Block
    cells: tuple[tuple[Span, ...], ...]
    number: int = 0
    """What it counts as in an ordered list, where it begins an item of one; else 0."""
    end: MoveEnd | None = None
    """Where the whole block is one end of a move."""
    note: str = ""
    """What happened to the block as a whole, in Swedish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What stood and what stands, side by side; either can be empty."""

    old: tuple[Line, ...]
    new: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks in a row that all differ or all are the same."""

    blocks: tuple[RedlineBlock, ...]
    is_changed: bool
    inline: tuple[Line, ...]
    """Both texts in one."""
    pairs: tuple[Pair, ...]
    """Both texts side by side; none where they are the same."""

    @property
    def words(self) -> int:
        """How many words both texts have in it."""
        return sum(len(span.text.split()) for line in self.inline for cell in line.cells for span in cell)

    @property
    def places(self) -> int:
        """How many times in a row something differs; more than once only in a table."""
        flags = [False, *(each.change is not BlockChange.EQUAL for each in self.blocks)]
        return sum(here and not before for before, here in pairwise(flags))


def stretches(redline: Redline) -> tuple[Stretch, ...]:
    """Divide a redline where what differs begins and ends."""
    writer = _Writer(redline)
    return tuple(
        writer.stretch(places, is_changed=is_changed) for places, is_changed in divided(redline.blocks)
    )


class _Writer:
    """Writes the blocks of one redline. The first words of a move are its end, which links lead to."""

    def __init__(self, redline: Redline) -> None:
        self._blocks = tuple(map(with_moved_words, redline.blocks))
        self._numbers = {
            OLD_OPS: item_numbers([shape_in(each, OLD_OPS) for each in redline.blocks]),
            NEW_OPS: item_numbers([shape_in(each, NEW_OPS) for each in redline.blocks]),
        }
        self._first_ends = _first_ends(redline)
        self._inline_ends: set[MoveEnd] = set()
        self._side_ends: set[MoveEnd] = set()

    def stretch(self, places: range, *, is_changed: bool) -> Stretch:
        return Stretch(
            blocks=tuple(self._blocks[at] for at in places),
            is_changed=is_changed,
            inline=tuple(self._inline(at) for at in places),
            pairs=tuple(_with_joined_sides(self._pair(unit) for unit in units(self._blocks, places)))
            if is_changed
            else (),
        )

    def _inline(self, at: int) -> Line:
        block = self._blocks[at]
        line = Line(
            shape=block.shape,
            cells=tuple(spans(cell) for cell in block.cells),
            number=self._numbers[NEW_OPS if shape_in(block, NEW_OPS) else OLD_OPS][at],
            note=shape_note(block),
        )
        return self._with_ends(line, block, self._inline_ends)

    def _pair(self, unit: Sequence[int]) -> Pair:
        return Pair(old=tuple(self._side(unit, OLD_OPS)), new=tuple(self._side(unit, NEW_OPS)))

    def _side(self, unit: Sequence[int], ops: frozenset[Op]) -> Iterator[Line]:
        for at, shape, pieces in wholes([(at, self._blocks[at]) for at in unit], ops):
            line = Line(
                shape=shape,
                cells=tuple(spans(cell, ops) for cell in cells_in(pieces, ops)),
                number=self._numbers[ops][at],
                note=shape_note(pieces[0]) if ops is NEW_OPS else "",
            )
            yield self._with_ends(line, pieces[0], self._side_ends)

    def _with_ends(self, line: Line, block: RedlineBlock, seen: set[MoveEnd]) -> Line:
        """Mark the end of each move once: at the block, else at the first words."""
        end = self._end(_MOVES[block.change].value, block.move) if block.change in _MOVES else None
        if end:
            seen.add(end)
        cells = tuple(tuple(self._marked(span, seen) for span in cell) for cell in line.cells)
        return replace(line, cells=cells, end=end)

    def _marked(self, span: Span, seen: set[MoveEnd]) -> Span:
        end = self._end(span.kind, span.move)
        if not span.move or end in seen:
            return span
        seen.add(end)
        return replace(span, end=end)

    def _end(self, kind: str, move: int) -> MoveEnd:
        return MoveEnd(kind, move, is_below=self._first_ends.get(move) == kind)


def _with_joined_sides(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Put pairs that lack the same side together: what is new as a whole is read as one."""
    waiting: Pair | None = None
    for pair in pairs:
        if waiting and ((not waiting.old and not pair.old) or (not waiting.new and not pair.new)):
            waiting = Pair(old=waiting.old + pair.old, new=waiting.new + pair.new)
            continue
        if waiting:
            yield waiting
        waiting = pair
    if waiting:
        yield waiting


def _first_ends(redline: Redline) -> Mapping[int, str]:
    """By the number of each move, the kind of its end that comes first."""
    first: dict[int, str] = {}
    for block in redline.blocks:
        if block.change in _MOVES:
            first.setdefault(block.move, _MOVES[block.change].value)
        for run in (run for cell in block.cells for run in cell if run.move):
            first.setdefault(run.move, run.op.value)
    return first
