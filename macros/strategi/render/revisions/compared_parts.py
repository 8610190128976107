"""Prepare each part that differs between two texts for display: what happened, which words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from strategi.diff.redlines.texts import compare_texts
from strategi.model.change import Comparison, FactChange, PartChange
from strategi.model.governance import Revision, RevisionNote
from strategi.model.governed import TEXT, GovernedPart
from strategi.model.parts import Reference
from strategi.model.redline import NEW_OPS, OLD_OPS, Op, Redline, Run, Token
from strategi.model.words import Words
from strategi.render.redlines.lines import Stretch, stretches
from strategi.render.redlines.nodes import Node, nodes
from strategi.render.redlines.spans import Span, spans
from strategi.render.redlines.stretch_words import counted_blocks, stretch_words
from strategi.render.wording.change_words import fact_words, part_events, part_label
from strategi.render.wording.fact_words import fact_name, fact_value

# From this many words on, a passage where nothing differs is folded.
_FOLDED_FROM = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """One change as the reader counts them. A table with several places that differ has several numbers."""

    first: int
    last: int
    words: str
    part: str
    """Name of the part."""

    @property
    def label(self) -> str:
        """`Ändring 3`, `Ändring 3–4`."""
        return f"Ändring {self.first}" if self.first == self.last else f"Ändring {self.first}–{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text that all differs or all is the same. `change` is None where it is the same, or the part is new."""

    change: Numbered | None
    is_changed: bool
    inline: tuple[Node, ...]
    pairs: tuple[tuple[tuple[Node, ...], tuple[Node, ...]], ...]
    """What stood and what stands, beside each other."""
    is_folded: bool
    counted: tuple[int, str]
    """How many blocks, and the word for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact before and after; None where it is not found or absent."""

    change: Numbered
    name: str
    before: tuple[Span, ...] | None
    after: tuple[Span, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What a revision's record says of the change of a part."""

    revision: Revision
    note: RevisionNote
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPart:
    """A part that differs. `whole` is what happened to it as a whole: new, removed, renumbered, moved."""

    label: str
    id: str
    whole: Numbered | None
    facts: tuple[FactRow, ...]
    passages: tuple[Passage, ...]
    given: tuple[tuple[str, str | None], ...]
    """Names and values of the facts of an indicator that was added or removed."""
    notes: tuple[Why, ...]

    @property
    def changes(self) -> Iterator[Numbered]:
        """Every change, in the order in which it is shown."""
        if self.whole:
            yield self.whole
        yield from (row.change for row in self.facts)
        yield from (passage.change for passage in self.passages if passage.change)


def compared_parts(
    comparison: Comparison,
    revisions: Iterable[Revision],
    references: Mapping[str, Reference],
    words: Words,
) -> tuple[ComparedPart, ...]:
    """Show the parts that differ, with the notes of the revisions that changed them; `references` by id."""
    whys = [
        Why(revision=each, note=note, references=tuple(references[id] for id in note.references))
        for each in revisions
        for note in each.notes
    ]
    numbers = count(1)
    return tuple(
        _Numberer(change, numbers, words).part(_notes(change, whys)) for change in comparison.changed
    )


class _Numberer:
    """Numbers the changes of one part, from where the part before it ended."""

    def __init__(self, change: PartChange, numbers: count[int], words: Words) -> None:
        self._change = change
        self._words = words
        self._numbers = numbers

    def part(self, notes: tuple[Why, ...]) -> ComparedPart:
        change = self._change
        is_whole = change.old is None or change.new is None
        texts = [each for each in change.facts if _is_text_alone(each)]
        redline = _redline(change, texts)
        return ComparedPart(
            label=part_label(change.part, self._words),
            id=change.part.id,
            whole=self._whole(),
            facts=tuple(self._fact(each) for each in change.facts if not _is_text_alone(each)),
            passages=tuple(self._passage(each, is_counted=not is_whole) for each in stretches(redline)),
            given=tuple(_given(change.part, self._words)) if is_whole else (),
            notes=notes,
        )

    def _number(self, words: str, places: int = 1) -> Numbered:
        taken = [next(self._numbers) for _ in range(places)]
        return Numbered(
            first=taken[0], last=taken[-1], words=words, part=part_label(self._change.part, self._words)
        )

    def _whole(self) -> Numbered | None:
        words = _whole_words(self._change, self._words)
        return self._number(words) if words else None

    def _fact(self, fact: FactChange) -> FactRow:
        return FactRow(
            change=self._number(fact_words(fact, self._words)),
            name=fact_name(fact.name, self._words),
            before=_value(fact, fact.before, Op.DELETED, self._words),
            after=_value(fact, fact.after, Op.INSERTED, self._words),
        )

    def _passage(self, stretch: Stretch, *, is_counted: bool) -> Passage:
        is_numbered = is_counted and stretch.is_changed
        words = stretch_words(stretch.blocks)
        return Passage(
            change=self._number(words, stretch.places) if is_numbered else None,
            is_changed=stretch.is_changed,
            inline=nodes(stretch.inline),
            pairs=tuple((nodes(pair.old), nodes(pair.new)) for pair in stretch.pairs),
            is_folded=not stretch.is_changed and stretch.words >= _FOLDED_FROM,
            counted=counted_blocks(stretch.blocks),
        )


def _is_text_alone(fact: FactChange) -> bool:
    """Whether a wording was found or lost; it is shown as text, not as a fact."""
    return fact.name == TEXT and (fact.before is None or fact.after is None)


def _redline(change: PartChange, texts: Sequence[FactChange]) -> Redline:
    """The words that differ: all of them where there is a wording on one side only."""
    if change.old and change.new and not texts:
        return change.redline
    before, after = ((part.text if part else None) or "" for part in (change.old, change.new))
    return compare_texts(before, after) if before or after else Redline()


def _whole_words(change: PartChange, words: Words) -> str:
    if change.old is None or change.new is None:
        return part_events(change, words)
    if change.is_renumbered:
        return f"nuvarande {change.old.id} betecknas {change.new.id}"
    return "har en annan plats i ordningen" if change.is_moved else ""


def _value(fact: FactChange, value: str | None, op: Op, words: Words) -> tuple[Span, ...] | None:
    if value is None:
        return None
    shown = fact_value(fact.name, value, words)
    if fact.runs and shown == value:
        return spans(fact.runs, OLD_OPS if op is Op.DELETED else NEW_OPS)
    return spans([Run(op, (Token(shown),))])


def _given(part: GovernedPart, words: Words) -> Iterator[tuple[str, str | None]]:
    """The facts of an indicator; a text part says all it has in its title and wording."""
    for name, value in part.facts.items():
        if "name" in part.facts and name != "name":
            yield fact_name(name, words), None if value is None else fact_value(name, value, words)


def _notes(change: PartChange, whys: Iterable[Why]) -> tuple[Why, ...]:
    ids = {part.id for part in (change.old, change.new) if part}
    return tuple(each for each in whys if ids & set(each.note.parts))
