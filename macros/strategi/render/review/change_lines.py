"""List a proposal's changes, each in one line with what stood and what would stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from strategi.model.authority import ChangedThing, DecisionClass
from strategi.model.change import ChangeKind, FactChange, PartChange
from strategi.model.evidence import Evidence
from strategi.model.governance import Outcome
from strategi.model.governed import TEXT, GovernedPart
from strategi.model.redline import BlockChange, RedlineBlock
from strategi.model.review import JudgedChange, Review
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.wording.change_words import part_events, part_label, record_events
from strategi.render.wording.fact_words import fact_name, fact_value
from strategi.render.wording.figure_words import few_figure_rows
from strategi.render.wording.record_words import indicator_label, record_label
from strategi.words.numbers import counted_of, moment

# Words shown on each side of what differs, and the most that is shown of one side.
_CONTEXT = 5
_LONGEST = 160
_GAP = "…"
_ORDER = "platsen i ordningen"
_NAME = "beteckningen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change. `before` and `after` are shortened to what differs; "" where there is nothing."""

    label: str
    """What is changed: `Delmål 1. Nära hem`."""
    what: str
    """Which of its facts, or what happens to it as a whole."""
    before: str
    after: str
    change_class: DecisionClass
    reason: str
    evidence: Evidence


def change_lines(review: Review) -> tuple[ChangeLine, ...]:
    """Every change of a review, in the strategy's order; empty where it could not be judged."""
    if review.weighing is None or review.new is None or review.old is None:
        return ()
    strategies = (review.new, review.old)
    changes = [each for each in review.weighing.changes if not _is_silence(each, review.new)]
    silences = [each for each in review.weighing.changes if _is_silence(each, review.new)]
    told = (line for each in changes for line in _lines(each, strategies))
    return (*told, *_new_ledgers(silences, review.words))


def difference(line: ChangeLine, written: Callable[[str], str] = str) -> str:
    """What stood and what would stand: `: ”a” → ”b”`; "" where neither says anything.

    `written` makes the words safe to stand where they are shown.
    """
    if not line.before and not line.after:
        return ""
    before, after = (f"”{written(each)}”" if each else "ingenting" for each in (line.before, line.after))
    return f": {before} → {after}"


def _is_silence(change: JudgedChange, strategy: Strategy) -> bool:
    """Whether a row of a new ledger says only that a principal's decision is not known."""
    if change.thing is not ChangedThing.ADOPTIONS or change.kind is not ChangeKind.ADDED:
        return False
    revision, _, principal = change.id.partition("/")
    ledger = strategy.ledgers.get(RevisionId(revision))
    rows = {each.principal: each.outcome for each in (ledger.adoptions if ledger else ())}
    return rows.get(principal) is Outcome.NOT_DOCUMENTED


def _new_ledgers(silences: Sequence[JudgedChange], words: Words) -> Iterator[ChangeLine]:
    """One line for each list in which no decision is known yet."""
    for revision, group in groupby(silences, key=lambda each: each.id.partition("/")[0]):
        rows = list(group)
        holders = words.principal.capital.definite_plural_genitive
        yield ChangeLine(
            label=f"{holders} beslut om revideringen {moment(RevisionId(revision))}",
            what=f"{counted_of(len(rows), words.principal)} läggs till, utan något dokumenterat beslut",
            before="",
            after="",
            change_class=rows[0].change_class,
            reason=rows[0].reason,
            evidence=rows[0].evidence,
        )


def _lines(change: JudgedChange, strategies: tuple[Strategy, Strategy]) -> Iterator[ChangeLine]:
    for label, what, before, after in _told(change, strategies):
        shown = around(before, after)
        yield ChangeLine(
            label=label,
            what=what,
            before=shown[0],
            after=shown[1],
            change_class=change.change_class,
            reason=change.reason,
            evidence=change.evidence,
        )


_Told = Iterator[tuple[str, str, str, str]]


def _told(change: JudgedChange, strategies: tuple[Strategy, Strategy]) -> _Told:
    words = strategies[0].words
    if change.part is not None:
        yield from _part(change, change.part, words)
    if change.record is not None:
        label = record_label(change.record.collection, change.record.id, *strategies)
        if not change.record.facts:
            yield label, record_events(change.record, words), "", ""
        for fact in change.record.facts:
            yield label, fact_name(fact.name, words), *_values(fact, words)
    if change.figures is not None:
        label = indicator_label(change.figures.indicator_id, *strategies)
        rows, more = few_figure_rows(change.figures, *strategies)
        if not rows:
            yield label, "värdena är desamma, men filen är skriven på ett annat sätt", "", ""
        for row in rows:
            yield label, row.label, row.before, row.after
        if more:
            yield label, more, "", ""


def _part(change: JudgedChange, part: PartChange, words: Words) -> _Told:
    label = part_label(part.part, words)
    if part.old is None or part.new is None:
        yield label, part_events(part, words), _whole(part.old), _whole(part.new)
    elif change.kind is ChangeKind.RENUMBERED:
        yield label, _NAME, part.old.id, part.new.id
    elif change.kind is ChangeKind.MOVED:
        yield label, _ORDER, "", ""
    elif change.field == TEXT and not part.redline.is_equal:
        for passage in part.redline.passages():
            yield label, _passage_words(passage), *_texts(passage)
    else:
        facts = (each for each in part.facts if each.name == change.field)
        yield from ((label, fact_name(each.name, words), *_values(each, words)) for each in facts)


def _whole(part: GovernedPart | None) -> str:
    return "" if part is None else part.text or part.title or part.id


def _values(fact: FactChange, words: Words) -> tuple[str, str]:
    return fact_value(fact.name, fact.before, words), fact_value(fact.name, fact.after, words)


def _passage_words(passage: tuple[RedlineBlock, ...]) -> str:
    moved = {
        BlockChange.MOVED_AWAY: "lydelsen, flyttat härifrån",
        BlockChange.MOVED_HERE: "lydelsen, flyttat hit",
    }
    kinds = {each.change for each in passage}
    return moved.get(next(iter(kinds)), "lydelsen") if len(kinds) == 1 else "lydelsen"


def _texts(passage: tuple[RedlineBlock, ...]) -> tuple[str, str]:
    olds = [each.old.text for each in passage if each.old]
    news = [each.new.text for each in passage if each.new]
    return " ".join(olds), " ".join(news)


def around(before: str, after: str) -> tuple[str, str]:
    """Shorten two texts to what differs between them, with a few words on each side."""
    olds, news = before.split(), after.split()
    start = _common(olds, news)
    end = _common(olds[start:][::-1], news[start:][::-1])
    return _cut(olds, start, end), _cut(news, start, end)


def _common(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _CONTEXT), min(len(words), len(words) - end + _CONTEXT)
    lead = f"{_GAP} " if first else ""
    text = lead + " ".join(words[first:last])
    if len(text) > _LONGEST:
        return f"{text[:_LONGEST].rstrip()} {_GAP}"
    return f"{text} {_GAP}" if last < len(words) else text
