"""Show compared words as added, struck or moved, or as differing only in formatting or links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from strategi.diff.redlines.tokens import BREAK
from strategi.model.redline import Mark, Op, Run, Token

REFORMATTED = "reformatted"
LINK, IMAGE = "link", "image"

_SAFE_TARGET = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_MARK_WORDS = {"strong": "fetstil", "emphasis": "kursiv stil", "code": "kodstil"}


class Piece(NamedTuple):
    """Text with one formatting. Its links are safe to follow from any page."""

    text: str
    marks: tuple[Mark, ...]


class MoveEnd(NamedTuple):
    """One end of what was moved. Both have the same number."""

    kind: str
    """`moved-here` or `moved-away`."""
    number: int
    is_below: bool
    """Whether the other end stands further down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words with the same fate. `kind` is the value of an Op, or REFORMATTED."""

    kind: str
    pieces: tuple[Piece, ...]
    move: int = 0
    """Shared by all words of a move; 0 elsewhere."""
    end: MoveEnd | None = None
    """Where these words are the end that links lead to."""
    note: str = ""
    """What differs though the words are the same, in Swedish."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


def spans(runs: Iterable[Run], ops: frozenset[Op] = frozenset(Op)) -> tuple[Span, ...]:
    """Show the runs of those fates: all of them, those of the old text or those of the new."""
    return tuple(_shown(list(runs), ops))


def _shown(runs: Sequence[Run], ops: frozenset[Op]) -> Iterator[Span]:
    at = 0
    while at < len(runs):
        pair = _same_words(runs[at : at + 2])
        if pair:
            yield _reformatted(*pair, ops)
        elif runs[at].op in ops:
            yield _alone(runs[at])
        at += 2 if pair else 1


def _alone(run: Run) -> Span:
    """A space that was added or taken away, and nothing with it, is not worth a sign."""
    is_only_space = run.text.isspace() and BREAK not in run.text
    kind = Op.EQUAL.value if is_only_space else run.op.value
    return Span(kind=kind, pieces=_pieces(run.tokens), move=0 if is_only_space else run.move)


def _reformatted(old: Run, new: Run, ops: frozenset[Op]) -> Span:
    """Words that look or lead otherwise: said of the new ones."""
    if new.op not in ops:
        return Span(kind=Op.EQUAL.value, pieces=_pieces(old.tokens))
    return Span(kind=REFORMATTED, pieces=_pieces(new.tokens), note=_format_note(old, new))


def _same_words(runs: Sequence[Run]) -> tuple[Run, Run] | None:
    """The old and the new of two neighbours that say the same in the same words."""
    by_op = {run.op: run for run in runs}
    if by_op.keys() != {Op.DELETED, Op.INSERTED} or runs[0].text != runs[1].text:
        return None
    return by_op[Op.DELETED], by_op[Op.INSERTED]


def _pieces(tokens: Iterable[Token]) -> tuple[Piece, ...]:
    alike = groupby(tokens, key=lambda token: token.marks)
    return tuple(
        Piece("".join(token.text for token in group), tuple(filter(_is_shown, marks)))
        for marks, group in alike
    )


def _is_shown(mark: Mark) -> bool:
    """Of an image its words are shown; a way within the strategy leads nowhere from another page."""
    return mark.kind in _MARK_WORDS or (mark.kind == LINK and bool(_SAFE_TARGET.match(mark.target)))


def _format_note(old: Run, new: Run) -> str:
    before, after = _marks(old), _marks(new)
    words = [*_link_words(_targets(before, LINK), _targets(after, LINK))]
    if _targets(before, IMAGE) != _targets(after, IMAGE):
        words.append("bilden är en annan")
    for kind, name in _MARK_WORDS.items():
        was, is_now = (any(mark.kind == kind for mark in marks) for marks in (before, after))
        if was != is_now:
            words.append(f"{name} {'tillagd' if is_now else 'borttagen'}")
    return ", ".join(words) or "formateringen är ändrad"


def _marks(run: Run) -> frozenset[Mark]:
    return frozenset(mark for token in run.tokens for mark in token.marks)


def _targets(marks: Iterable[Mark], kind: str) -> str:
    return ", ".join(sorted(mark.target for mark in marks if mark.kind == kind))


def _link_words(before: str, after: str) -> Iterator[str]:
    if before and after and before != after:
        yield f"länken leder till {after}, förut till {before}"
    elif after and not before:
        yield f"länk till {after} tillagd"
    elif before and not after:
        yield f"länk till {before} borttagen"
