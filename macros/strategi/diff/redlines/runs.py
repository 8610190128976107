"""Combine two wordings into one sequence of runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from strategi.diff.redlines.sequences import Part
from strategi.diff.redlines.tokens import BOUNDARY, is_space
from strategi.diff.redlines.wordings import Rewording
from strategi.model.redline import Cell, Op, RedlineCell, Run, Token

_ELSEWHERE = {Op.DELETED: Op.MOVED_AWAY, Op.INSERTED: Op.MOVED_HERE}


def runs(rewording: Rewording) -> RedlineCell:
    """The runs in reading order; between what is equal, old words stand before new ones."""
    old, new = rewording.old_tokens, rewording.new_tokens
    away = {rewording.old.places[word]: move for word, move in rewording.away.items()}
    here = {rewording.new.places[word]: move for word, move in rewording.here.items()}
    found: list[Run] = []
    start = 0
    for part in _changed_parts(rewording):
        found += whole_run(Op.EQUAL, old[start : part.old_start])
        found += _one_sided(Op.DELETED, old, range(part.old_start, part.old_end), away)
        found += _one_sided(Op.INSERTED, new, range(part.new_start, part.new_end), here)
        start = part.old_end
    return (*found, *whole_run(Op.EQUAL, old[start:]))


def whole_run(op: Op, tokens: Cell, move: int = 0) -> RedlineCell:
    """One run of all the tokens; none where there are none."""
    return (Run(op, tokens, move),) if tokens else ()


def cut_runs(found: RedlineCell) -> list[RedlineCell]:
    """Runs cut where one block ends and the next begins."""
    pieces: list[list[Run]] = [[]]
    for run in found:
        for is_boundary, tokens in groupby(run.tokens, key=lambda token: token.text == BOUNDARY):
            if is_boundary:
                pieces.extend([] for _ in tokens)
            else:
                pieces[-1].append(run._replace(tokens=tuple(tokens)))
    return [tuple(piece) for piece in pieces]


def _changed_parts(rewording: Rewording) -> Iterator[Part]:
    """The tokens that differ; what stands between two parts, or outside them, is equal."""
    if rewording.only_change:
        yield rewording.only_change
        return
    old, new = rewording.old, rewording.new
    old_start = new_start = 0
    end = len(old.tokens), len(new.tokens)
    for here, there in [*((old.places[one], new.places[other]) for one, other in rewording.pairs), end]:
        is_space_alone = here - old_start == there - new_start == 1 and _is_same_space(
            old.tokens[old_start], new.tokens[new_start]
        )
        if (here > old_start or there > new_start) and not is_space_alone:
            part = _without_equal_space(old.tokens, new.tokens, Part(old_start, here, new_start, there))
            if part.old_end > part.old_start or part.new_end > part.new_start:
                yield part
        old_start, new_start = here + 1, there + 1


def _without_equal_space(old: Cell, new: Cell, part: Part) -> Part:
    old_start, old_end, new_start, new_end = part
    while old_start < old_end and new_start < new_end and _is_same_space(old[old_start], new[new_start]):
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and _is_same_space(old[old_end - 1], new[new_end - 1]):
        old_end, new_end = old_end - 1, new_end - 1
    return Part(old_start, old_end, new_start, new_end)


def _is_same_space(old: Token, new: Token) -> bool:
    return old == new and old.text.isspace()


def _one_sided(op: Op, tokens: Cell, places: range, moves: Mapping[int, int]) -> Iterator[Run]:
    """Tokens that stand on one side alone, cut where a move begins or ends."""
    if not moves:
        yield from whole_run(op, tokens[places.start : places.stop])
        return
    for move, held in groupby(_with_moves(tokens, places, moves), key=itemgetter(0)):
        yield Run(_ELSEWHERE[op] if move else op, tuple(token for _, token in held), move)


def _with_moves(tokens: Cell, places: range, moves: Mapping[int, int]) -> Iterator[tuple[int, Token]]:
    """Tokens with their moves, 0 for those that have none. Space goes with the word before it."""
    move = moves.get(places.start + 1, 0)
    for place in places:
        if not is_space(tokens[place]):
            move = moves.get(place, 0)
        yield move, tokens[place]
