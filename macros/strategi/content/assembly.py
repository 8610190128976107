"""Assemble the strategy from the records that were read."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TypeVar

from strategi.content.collection import Collection
from strategi.content.layout import whole_files
from strategi.model.authority import Classification, Mandate
from strategi.model.governance import (
    AdoptionLedger,
    Body,
    Event,
    LocalPlan,
    Postponement,
    Principal,
    Revision,
)
from strategi.model.indicator import Area, DataSource, Indicator, Series, SeriesSource, SourceRegister
from strategi.model.parts import (
    FocusShift,
    Principles,
    Reference,
    RoadmapSection,
    StrategyInfo,
    Subgoal,
    Vision,
)
from strategi.model.record import Record
from strategi.model.revision_order import oldest_first
from strategi.model.site_facts import SiteFacts
from strategi.model.strategy import Strategy
from strategi.model.words import Term

R = TypeVar("R", bound=Record)


def assemble(
    found: Collection, series: Mapping[str, tuple[Series, ...]], paths: Container[str]
) -> Strategy | None:
    """Build the strategy from the sound records of the files at `paths`.

    None without its info, and where a file that is a part by itself is faulty: it is not an absent one.
    """
    faulty = [kind for path, kind in whole_files().items() if path in paths and not found.of(kind)]
    if faulty or not found.of(StrategyInfo):
        return None
    return Strategy(
        info=_records(found, StrategyInfo)[0],
        vision=next(iter(_records(found, Vision)), None),
        subgoals=tuple(sorted(_records(found, Subgoal), key=lambda each: each.number)),
        principles=next(iter(_records(found, Principles)), None),
        roadmap=tuple(sorted(_records(found, RoadmapSection), key=lambda each: (each.order, each.id))),
        focus_shifts=_records(found, FocusShift),
        references=_records(found, Reference),
        principals=_records(found, Principal),
        areas=_records(found, Area),
        bodies=_records(found, Body),
        events=_records(found, Event),
        revisions=oldest_first(_records(found, Revision)),
        postponements=_records(found, Postponement),
        mandates=_records(found, Mandate),
        classes=_records(found, Classification),
        plans=_records(found, LocalPlan),
        terms=_records(found, Term),
        site=next(iter(_records(found, SiteFacts)), SiteFacts()),
        ledgers={each.revision: each for each in _records(found, AdoptionLedger)},
        indicators=tuple(sorted(_records(found, Indicator), key=lambda each: each.number)),
        series=series,
        sources=SourceRegister(references=_records(found, DataSource), series=_records(found, SeriesSource)),
    )


def _records(found: Collection, kind: type[R]) -> tuple[R, ...]:
    return tuple(entry.record for entry in found.of(kind))
