"""Choose each indicator's decided id and definition when the files hold a proposal."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import replace

from strategi.model.evidence import Evidence
from strategi.model.governed import PartKind, governed_parts
from strategi.model.indicator import Indicator, Role, Series, SourceRegister
from strategi.model.strategy import Strategy


def with_decided_indicators(now: Strategy, decided: Strategy) -> Strategy:
    """Give the decided definitions, with the figures of today under the decided ids.

    What stands in the appendix without having been decided is shown as a candidate.
    """
    appendix = [each for each in decided.indicators if each.role is Role.APPENDIX]
    counterparts = _counterparts(appendix, now.indicators)
    unchanged = _unchanged(counterparts, now, decided)
    shown = {
        each.id: _as_decided(each, counterparts.get(each.id), is_unchanged=each.id in unchanged)
        for each in appendix
    }
    taken = shown.keys() | {each.id for each in counterparts.values()}
    others = {each.id: _not_decided(each, decided) for each in now.indicators if each.id not in taken}
    shown_ids = {today.id: then for then, today in counterparts.items()} | {each: each for each in others}
    return replace(
        now,
        indicators=tuple(sorted((*shown.values(), *others.values()), key=lambda each: each.number)),
        series=_renumbered_series(now.series, shown_ids),
        sources=_renumbered_sources(now.sources, shown_ids),
    )


def _counterparts(decided: Sequence[Indicator], now: Sequence[Indicator]) -> Mapping[str, Indicator]:
    """The indicator of today that is the same as each decided one, by the decided id."""
    found: dict[str, Indicator] = {}
    for key in (_same, _renumbered, _edited):
        taken = {each.id for each in found.values()}
        free = {key(each): each for each in reversed(now) if each.id not in taken}
        for then in decided:
            today = free.get(key(then)) if then.id not in found else None
            if today and (key is not _edited or _is_alike(then, today)):
                found[then.id] = free.pop(key(then))
    return found


def _same(indicator: Indicator) -> Hashable:
    return indicator.id, indicator.name, indicator.definition


def _renumbered(indicator: Indicator) -> Hashable:
    """What it is, whatever its id; one of which nothing is known is like no other."""
    what = indicator.name, indicator.definition
    return (indicator.id,) if set(what) == {Evidence.NOT_FOUND} else what


def _edited(indicator: Indicator) -> Hashable:
    return indicator.id


def _is_alike(then: Indicator, today: Indicator) -> bool:
    """Whether two indicators with one id can be taken for one: something of what they are is the same."""
    whats = ({each.name, each.definition, *each.series} - {Evidence.NOT_FOUND} for each in (then, today))
    return not set.isdisjoint(*whats)


def _unchanged(counterparts: Mapping[str, Indicator], now: Strategy, decided: Strategy) -> Set[str]:
    """The decided ids whose definition is still the same."""
    facts_now, facts_then = (
        {each.id: each.facts for each in governed_parts(strategy) if each.kind is PartKind.INDICATOR}
        for strategy in (now, decided)
    )
    return {then for then, today in counterparts.items() if facts_now.get(today.id) == facts_then[then]}


def _as_decided(then: Indicator, today: Indicator | None, *, is_unchanged: bool) -> Indicator:
    """The decided definition, with the notes of today where it is still the same, else with its series."""
    if today is None:
        return then
    if is_unchanged:
        return today.model_copy(update={"id": then.id})
    return then.model_copy(update={"series": today.series})


def _not_decided(indicator: Indicator, decided: Strategy) -> Indicator:
    """An indicator that the decided text does not have: a candidate, and tied to no subgoal it lacks."""
    role = Role.CANDIDATE if indicator.role is Role.APPENDIX else indicator.role
    if indicator.subgoal in decided.subgoal_by_id:
        return indicator.model_copy(update={"role": role})
    unknown = {"subgoal": Evidence.NOT_FOUND, "subgoal_evidence": Evidence.NOT_FOUND}
    return indicator.model_copy(update={"role": role, **unknown})


def _renumbered_series(
    series: Mapping[str, tuple[Series, ...]], shown_ids: Mapping[str, str]
) -> Mapping[str, tuple[Series, ...]]:
    return {
        shown_ids[each]: tuple(replace(one, indicator_id=shown_ids[each]) for one in found)
        for each, found in series.items()
        if each in shown_ids
    }


def _renumbered_sources(sources: SourceRegister, shown_ids: Mapping[str, str]) -> SourceRegister:
    return sources.model_copy(
        update={
            "series": tuple(
                each.model_copy(update={"indicator": shown_ids[each.indicator]})
                for each in sources.series
                if each.indicator in shown_ids
            )
        }
    )
