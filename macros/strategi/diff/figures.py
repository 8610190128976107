"""Find the figures that are new, corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from strategi.diff.pairing import pair_ids
from strategi.model.change import FigureChange, FigureChangeKind, FiguresChange
from strategi.model.indicator import Observation, Series

FiguresByIndicator = Mapping[str, tuple[Series, ...]]
_NO_IDS: Mapping[str, str] = {}

_Key = tuple[str, str, str, str]


def compare_figures(
    old: FiguresByIndicator,
    new: FiguresByIndicator,
    *,
    rewritten: Collection[str] = (),
    renumbered: Mapping[str, str] = _NO_IDS,
) -> tuple[FiguresChange, ...]:
    """Compare figures by indicator id; a figure is the same when value and status are.

    `rewritten`: ids of indicators whose files differ as text; without other changes, they come as written
    differently. `renumbered` gives the old id for indicators that have got a new one.
    """
    changes = (
        _of_indicator(there, here, old=old, new=new)
        for there, here in pair_ids(old, new, renumbered)
        if old.get(there or "") != new.get(here or "") or here in rewritten
    )
    return tuple(sorted(changes, key=lambda each: (len(each.indicator_id), each.indicator_id)))


def _of_indicator(
    there: str | None, here: str | None, *, old: FiguresByIndicator, new: FiguresByIndicator
) -> FiguresChange:
    before, after = _by_key(old.get(there or "", ())), _by_key(new.get(here or "", ()))
    changes = tuple(
        FigureChange(kind=kind, series=key[0], before=before.get(key), after=after.get(key))
        for key in sorted({*before, *after})
        if (kind := _kind(before.get(key), after.get(key)))
    )
    return FiguresChange(indicator_id=here or there or "", changes=changes)


def _by_key(series: tuple[Series, ...]) -> dict[_Key, Observation]:
    return {
        (one.definition.id, each.area, each.gender.value, each.time_period): each
        for one in series
        for each in one.observations
    }


def _kind(before: Observation | None, after: Observation | None) -> FigureChangeKind | None:
    if before is None:
        return FigureChangeKind.NEW
    if after is None:
        return FigureChangeKind.WITHDRAWN
    is_same = (before.value, before.status) == (after.value, after.status)
    return None if is_same else FigureChangeKind.CORRECTED
