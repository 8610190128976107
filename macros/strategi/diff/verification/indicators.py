"""Verify what the document states of each indicator, in a table, a list or below a heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from strategi.diff.redlines.words import compare_words
from strategi.diff.verification.spelling import typography, words_of
from strategi.diff.verification.titles import title_key, title_keys
from strategi.model.adopted import AdoptedBlock, AdoptedKind
from strategi.model.change import FactChange, PartChange
from strategi.model.governed import GovernedPart
from strategi.model.verification import Typography, Verdict, VerifiedPart
from strategi.model.words import Words

Blocks = Sequence[AdoptedBlock]
Said = Callable[[str, str], str]
"""How the value of a fact is said in Swedish, by the fact's name."""

NAME = "name"
_SUBGOAL = "subgoal"
# What a column, or the label before a value, is called.
_LABELS = {
    "definition": "definition",
    "definitionen": "definition",
    "beskrivning": "definition",
    "enhet": "unit",
    "enheten": "unit",
    "riktning": "direction",
    "riktningen": "direction",
    "källa": "source",
    "källan": "source",
    "datakälla": "source",
}
_LABELLED = re.compile(r"\s*(\w+)\s*:\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedIndicator:
    """What the document says of one indicator: facts by name, and the blocks that say it."""

    part: GovernedPart
    facts: Mapping[str, str]
    places: frozenset[int]


def stated_indicators(
    blocks: Blocks, parts: Sequence[GovernedPart], words: Words
) -> tuple[StatedIndicator, ...]:
    """The indicators that the document names, each where most is said of it."""
    named = _named(blocks, words)
    every = {title_key(each.title or each.id) for each in parts}
    found = []
    for part in parts:
        places = named.get(title_key(part.title or part.id), [])
        stated = [_stated(blocks, part, at, every, words) for at in places]
        if stated:
            found.append(max(stated, key=lambda each: len(each.facts)))
    return tuple(found)


def verified_indicator(stated: StatedIndicator, said: Said) -> VerifiedPart:
    """Compare the facts that the document states; the others are named as not compared."""
    part = stated.part
    known = {name: value for name, value in part.facts.items() if value is not None}
    changes, kinds = [], set[Typography]()
    for name in (each for each in known if each in stated.facts):
        adopted = stated.facts[name]
        if _is_same(name, known[name], adopted, said):
            kinds |= set(_kinds(known[name], adopted)) if name not in (_SUBGOAL, "direction") else set()
        else:
            changes.append(_changed(name, known[name], adopted))
    facts = {**part.facts, **{each.name: each.after for each in changes}}
    change = PartChange(old=part, new=replace(part, facts=facts), facts=tuple(changes)) if changes else None
    return VerifiedPart(
        part=part,
        verdict=Verdict.DEVIATING if change else Verdict.IDENTICAL if part.title else Verdict.UNKNOWN,
        change=change,
        typography=tuple(each for each in Typography if each in kinds),
        uncompared=tuple(name for name in part.facts if name not in stated.facts or name not in known),
    )


def table_heads(blocks: Blocks, places: frozenset[int]) -> frozenset[int]:
    """The rows that name the columns of tables in which indicators stand."""
    tables = {blocks[at].table for at in places if blocks[at].table}
    firsts: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block.table in tables and block.kind is AdoptedKind.ROW:
            firsts.setdefault(block.table, at)
    return frozenset(firsts.values())


def _named(blocks: Blocks, words: Words) -> Mapping[str, list[int]]:
    """Where each title stands: in a cell of a row, or as a line of its own."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        for cell in block.cells:
            for key in title_keys(cell, words):
                if at not in found[key][-1:]:
                    found[key].append(at)
    return found


def _stated(blocks: Blocks, part: GovernedPart, at: int, titles: set[str], words: Words) -> StatedIndicator:
    block = blocks[at]
    name = {NAME: part.title or ""}
    if block.kind is AdoptedKind.ROW:
        return StatedIndicator(part=part, facts=name | _of_row(blocks, at, words), places=frozenset({at}))
    if block.kind is not AdoptedKind.HEADING:
        return StatedIndicator(part=part, facts=name, places=frozenset({at}))
    facts, places, labels = dict(name), {at}, _labels(words)
    for place in range(at + 1, len(blocks)):
        labelled = _LABELLED.fullmatch(blocks[place].text)
        fact = labels.get(labelled[1].lower()) if labelled else None
        is_other = blocks[place].kind is AdoptedKind.HEADING or not titles.isdisjoint(
            title_keys(blocks[place].text, words)
        )
        if labelled is None or fact is None or is_other:
            break
        facts.setdefault(fact, labelled[2])
        places.add(place)
    return StatedIndicator(part=part, facts=facts, places=frozenset(places))


def _labels(words: Words) -> Mapping[str, str]:
    return {**_LABELS, words.goal.singular: _SUBGOAL, words.goal.definite: _SUBGOAL}


def _of_row(blocks: Blocks, at: int, words: Words) -> dict[str, str]:
    """The facts of a row, by what the first row of its table calls the columns."""
    row = blocks[at]
    first = at
    while row.table and first > 0 and blocks[first - 1].table == row.table:
        first -= 1
    labels = _labels(words)
    heads = [labels.get(title_key(cell)) for cell in blocks[first].cells] if first < at else []
    pairs = zip(heads, row.cells, strict=False)
    return {head: cell for head, cell in pairs if head and cell.strip() not in ("", "–", "-")}


def _is_same(name: str, known: str, adopted: str, said: Said) -> bool:
    if name == _SUBGOAL:
        numbers = re.findall("[0-9]+", adopted)
        return numbers[:1] == re.findall("[0-9]+", known)
    return title_key(adopted) in {title_key(known), title_key(said(name, known))}


def _kinds(known: str, adopted: str) -> Iterator[Typography]:
    yield from typography(known, adopted)
    if words_of(known) != words_of(adopted):
        yield Typography.CAPITALS


def _changed(name: str, known: str, adopted: str) -> FactChange:
    after = " ".join(adopted.split())
    return FactChange(name=name, before=known, after=after, runs=compare_words(known, after))
