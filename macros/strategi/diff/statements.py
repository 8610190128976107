"""Match the sentences of two versions of a page, and list those that differ."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from strategi.diff.redlines.passages import SIMILAR
from strategi.diff.redlines.similarity import Bag, bag, likely_pairs, similarity
from strategi.diff.redlines.tokens import tokens
from strategi.model.effects import SentenceEffect, Statement

# A statement at its place on the page.
_Placed = tuple[int, Statement]


def compare_statements(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[SentenceEffect, ...]:
    """Give what reads otherwise, in the order of the new page. What only stands elsewhere does not."""
    same = dict(_same(old, new))
    kept = set(same.values())
    olds = [(place, each) for place, each in enumerate(old) if place not in same]
    news = [(place, each) for place, each in enumerate(new) if place not in kept]
    pairs = dict(_pairs(olds, news))
    pairs |= _in_the_same_place(olds, news, same | pairs)
    replaced = {here: there for there, here in pairs.items()}
    said = [(here, _effect(old[replaced[here]] if here in replaced else None, each)) for here, each in news]
    gone = [(there * len(new) / len(old), _effect(each, None)) for there, each in olds if there not in pairs]
    return tuple(effect for _, effect in sorted([*gone, *said], key=lambda each: each[0]))


def _effect(before: Statement | None, after: Statement | None) -> SentenceEffect:
    either = after or before
    return SentenceEffect(
        before=before.words if before else None,
        after=after.words if after else None,
        table=either.table if either else "",
    )


def _same(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Places of what both say, in any order; of several alike, the first are the same."""
    places: defaultdict[Statement, deque[int]] = defaultdict(deque)
    for here, statement in enumerate(new):
        places[statement].append(here)
    for there, statement in enumerate(old):
        if places[statement]:
            yield there, places[statement].popleft()


def _pairs(olds: Sequence[_Placed], news: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    """Places of what became what: the only one with its label, then what is most alike."""
    labelled = dict(_labelled(olds, news))
    yield from labelled.items()
    taken = set(labelled.values())
    yield from _alike(
        [each for each in olds if each[0] not in labelled], [each for each in news if each[0] not in taken]
    )


def _in_the_same_place(
    olds: Sequence[_Placed], news: Sequence[_Placed], known: Mapping[int, int]
) -> dict[int, int]:
    """Pair what follows on the same sentence, though the words are others."""
    left = {here: each for here, each in news if here not in set(known.values())}
    found: dict[int, int] = {}
    for there, each in olds:
        here = known.get(there - 1, -1 if there == 0 else None)
        other = None if here is None or there in known else left.get(here + 1)
        if here is not None and other and (other.table, other.label) == (each.table, each.label):
            found[there] = here + 1
    return found


def _labelled(olds: Sequence[_Placed], news: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    there, here = _only_ones(olds), _only_ones(news)
    return ((place, here[label]) for label, place in there.items() if label in here)


def _only_ones(statements: Sequence[_Placed]) -> dict[tuple[str, str], int]:
    """Places by table and label, for the labels that no other has."""
    labels = {place: (each.table, each.label) for place, each in statements if each.label}
    times = Counter(labels.values())
    return {label: place for place, label in labels.items() if times[label] == 1}


def _alike(olds: Sequence[_Placed], news: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    bags = [[_bag(each) for _, each in side] for side in (olds, news)]
    found = ((similarity(bags[0][there], bags[1][here]), there, here) for there, here in likely_pairs(*bags))
    taken: tuple[set[int], set[int]] = set(), set()
    for alike, there, here in sorted(found, key=lambda each: (-each[0], each[1], each[2])):
        if alike >= SIMILAR and there not in taken[0] and here not in taken[1]:
            taken[0].add(there)
            taken[1].add(here)
            yield olds[there][0], news[here][0]


def _bag(statement: Statement) -> Bag:
    return bag(tokens(statement.words))
