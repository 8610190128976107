"""Credit the producers of figures and the places where the figures were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from strategi.model.indicator import DataSource, Series
from strategi.model.strategy import Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The producers of some figures and the places where they were read."""

    producers: tuple[str, ...]
    sources: tuple[DataSource, ...]
    unregistered: tuple[str, ...]
    """Source ids that the register lacks; shown as they stand."""


def series_credit(strategy: Strategy, series: Series) -> Credit:
    """Credit every figure of a series."""
    return credit(strategy, [series.definition.producer], (each.source for each in series.observations))


def credit(strategy: Strategy, producers: Iterable[str], source_ids: Iterable[str]) -> Credit:
    """Credit figures by their producers and the ids of their sources, each once."""
    used = set(source_ids)
    registered = strategy.sources.references
    known = tuple(each for each in registered if each.id in used)
    return Credit(
        producers=tuple(dict.fromkeys(producers)),
        sources=known,
        unregistered=tuple(sorted(used - {each.id for each in known})),
    )


def latest_credit(strategy: Strategy, shown: Iterable[tuple[Series, str]]) -> Credit:
    """Credit only the latest figure of each series for its area."""
    pairs = [(series, series.latest(area)) for series, area in shown]
    producers = (series.definition.producer for series, _ in pairs)
    return credit(strategy, producers, (each.source for _, each in pairs if each))
