"""Laws of comparing: nothing is lost, nothing is invented, and the other way round is the mirror image."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategi.diff.order import misplaced
from strategi.diff.strategies import compare, compare_governed
from strategi.model.change import (
    ChangeKind,
    FactChange,
    FigureChange,
    FigureChangeKind,
    PartChange,
    RecordChange,
)
from strategi.model.digest import digest
from strategi.model.governed import governed_parts
from strategi.model.redline import Redline
from strategi.model.strategy import Strategy
from strategi.model.words import swedish
from strategi.render.wording.change_words import counts, part_words
from strategi.render.wording.scope import UNCHANGED, scope

from tests.engine.diff.strategies_cases import strategy_of
from tests.engine.render import invented

often = settings(max_examples=100)

# Few words, so that parts are often alike; with what Markdown means something by.
WORDS = st.sampled_from(["vård", "nära", "*nära*", "_nära_", "hem.", "1.", "2.", "-", "*", ">", "\n", "\n\n"])
TEXT = st.none() | st.lists(WORDS, min_size=1, max_size=9).map(" ".join).filter(str.strip)
TITLE = st.sampled_from(["Nära hem", "Nära alla", "Nära oss"])
WORDING = st.tuples(TITLE, TEXT)
INDICATOR = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Trygghet", "Trygghet hemma", "Besök"]),
        "definition": TEXT,
        "unit": st.just("procent"),
        "direction": st.sampled_from(["higher", "lower"]),
        "role": st.sampled_from(["appendix", "appendix", "candidate"]),
    },
)


def _numbered(letter: str, content: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Parts by number, as they are always read."""
    ids = st.sampled_from([f"{letter}{number}" for number in range(1, 6)])
    return st.dictionaries(ids, content, max_size=4).map(lambda parts: dict(sorted(parts.items())))


PARTS = st.fixed_dictionaries(
    {
        "vision": TEXT,
        "subgoals": _numbered("D", WORDING),
        "principles": WORDING,
        "roadmap": st.dictionaries(st.sampled_from("abcdef"), WORDING, max_size=5),
        "indicators": _numbered("N0", INDICATOR),
    }
)
FIGURES = st.dictionaries(
    st.sampled_from(["0091", "0000", "0091 K"]),
    st.dictionaries(st.integers(2020, 2023), st.integers(1, 3)).map(lambda points: sorted(points.items())),
)


@st.composite
def strategies(draw: st.DrawFn) -> Strategy:
    strategy = strategy_of(draw(PARTS))
    notes = st.sampled_from([None, "En anmärkning.", "En annan anmärkning."])
    indicators = tuple(each.model_copy(update={"note": draw(notes)}) for each in strategy.indicators)
    figures = {each.id: (invented.series(draw(FIGURES), indicator_id=each.id),) for each in indicators}
    principals = draw(st.permutations(strategy.principals))
    return replace(
        strategy,
        indicators=indicators,
        series={key: series for key, series in figures.items() if series[0].observations},
        principals=tuple(principals[: draw(st.integers(0, 4))]),
    )


@often
@given(strategies(), strategies())
def test_nothing_differs_exactly_when_the_digests_are_the_same(old: Strategy, new: Strategy) -> None:
    assert compare_governed(old, new).is_equal == (digest(old) == digest(new))


@often
@given(strategies())
def test_a_strategy_does_not_differ_from_itself(strategy: Strategy) -> None:
    assert compare(strategy, replace(strategy)).is_equal


@often
@given(strategies(), strategies())
def test_every_part_occurs_once(old: Strategy, new: Strategy) -> None:
    parts = compare_governed(old, new).parts
    assert _ids(each.new for each in parts if each.new) == _ids(governed_parts(new))
    assert Counter(_ids(each.old for each in parts if each.old)) == Counter(_ids(governed_parts(old)))


@often
@given(strategies(), strategies())
def test_the_other_way_round_is_the_mirror_image(old: Strategy, new: Strategy) -> None:
    there, back = compare(old, new), compare(new, old)
    assert _counted(map(_part, there.governed.parts)) == _counted(map(_mirrored_part, back.governed.parts))
    assert _counted(map(_record, there.records)) == _counted(map(_mirrored_record, back.records))
    figures, mirrored = ([one for each in side.figures for one in each.changes] for side in (there, back))
    assert _counted(figures) == _counted(map(_mirrored_figure, mirrored))


@often
@given(strategies(), strategies())
def test_whatever_differs_is_said(old: Strategy, new: Strategy) -> None:
    comparison = compare_governed(old, new)
    assert (scope(comparison, swedish()) == UNCHANGED) == comparison.is_equal
    assert bool(counts(comparison).changes) != comparison.is_equal
    for each in comparison.changed:
        assert not part_words(each, swedish()).endswith("oförändrat")


@given(st.permutations(range(8)))
def test_what_has_not_changed_places_stands_in_the_old_order(places: list[int]) -> None:
    moved = misplaced(places)
    assert all(one < other for one, other in pairwise(each for each in places if each not in moved))
    assert bool(moved) == (places != sorted(places))


@given(st.permutations(range(8)))
def test_who_has_changed_places_is_the_same_from_either_side(places: list[int]) -> None:
    inverse = sorted(range(8), key=lambda here: places[here])
    assert misplaced(places) == {places[here] for here in misplaced(inverse)}


def _ids(parts: Any) -> list[tuple[str, str]]:
    return [(each.kind.value, each.id) for each in parts]


def _counted(things: Iterable[PartChange | RecordChange | FigureChange]) -> Counter[str]:
    return Counter(map(repr, things))


def _part(change: PartChange) -> PartChange:
    """What is not a matter of order, nor of how words are compared."""
    return replace(change, facts=_sorted(change.facts), redline=Redline())


def _mirrored_part(change: PartChange) -> PartChange:
    facts = _sorted(map(_mirrored_fact, change.facts))
    return replace(change, old=change.new, new=change.old, facts=facts, redline=Redline())


def _record(change: RecordChange) -> RecordChange:
    """Without its id, which is the new one where it has been renumbered."""
    return replace(change, id="", facts=_sorted(change.facts))


def _mirrored_record(change: RecordChange) -> RecordChange:
    kinds = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
    facts = _sorted(map(_mirrored_fact, change.facts))
    return replace(change, id="", kind=kinds.get(change.kind, change.kind), facts=facts)


def _mirrored_figure(change: FigureChange) -> FigureChange:
    kinds = {
        FigureChangeKind.NEW: FigureChangeKind.WITHDRAWN,
        FigureChangeKind.WITHDRAWN: FigureChangeKind.NEW,
    }
    kind = kinds.get(change.kind, change.kind)
    return replace(change, kind=kind, before=change.after, after=change.before)


def _mirrored_fact(change: FactChange) -> FactChange:
    return replace(change, before=change.after, after=change.before)


def _sorted(facts: Iterable[FactChange]) -> tuple[FactChange, ...]:
    return tuple(sorted((replace(each, runs=()) for each in facts), key=lambda each: each.name))
