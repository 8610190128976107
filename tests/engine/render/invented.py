"""An invented county with invented figures: the smallest strategy that fragments can be drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from strategi.model.evidence import Evidence
from strategi.model.governance import Principal, PrincipalKind
from strategi.model.indicator import (
    Area,
    DataSource,
    Direction,
    Gender,
    Indicator,
    Observation,
    Role,
    Series,
    SeriesDefinition,
    SeriesSource,
    SourceRegister,
    Status,
)
from strategi.model.parts import Pictogram, Principles, Reference, StrategyInfo, Subgoal, Vision, Wording
from strategi.model.strategy import Strategy
from strategi.render.view import View

COUNTY, COUNTRY = "0091", "0000"
PLACES = {"ekeby": ("9101", "Ekeby"), "lundby": ("9102", "Lundby"), "aasen": ("9103", "Åsen")}
PART: dict[str, Any] = {
    "text": Evidence.NOT_FOUND,
    "text_evidence": Evidence.NOT_FOUND,
    "evidence": Evidence.DOCUMENTED,
    "references": ("beslut",),
    "page": Evidence.NOT_FOUND,
}

# Values by area, or by area and gender ("0091 K"): a list of (period, value) or (period, value, status).
Figures = Mapping[str, Sequence[Sequence[Any]]]


def definition(series_id: str = "huvud", *, unit: str = "procent", **more: Any) -> SeriesDefinition:
    """A series' definition."""
    given = {"title": "Andel nöjda", "producer": "Exempelverket", **more}
    return SeriesDefinition(id=series_id, unit=unit, **given)


def series(figures: Figures, *, decimals: int = 1, indicator_id: str = "N01", **more: Any) -> Series:
    """A series of the figures given."""
    observations = []
    for key, points in figures.items():
        area, _, gender = key.partition(" ")
        for time_period, value, *status in points:
            observations.append(
                Observation(
                    str(time_period),
                    area,
                    Gender(gender or "T"),
                    value,
                    Status(status[0] if status else "normal"),
                    "tabell",
                )
            )
    return Series.of(indicator_id, definition(**more), decimals=decimals, observations=observations)


def indicator(indicator_id: str = "N01", **changes: Any) -> Indicator:
    """An indicator of the appendix; every fact can be changed."""
    facts: dict[str, Any] = {
        "name": "Nöjda invånare",
        "role": Role.APPENDIX,
        "subgoal": "D1",
        "subgoal_evidence": Evidence.INFERRED,
        "definition": "Andelen invånare som är nöjda.",
        "definition_evidence": Evidence.DOCUMENTED,
        "unit": "procent",
        "direction": Direction.HIGHER,
        "direction_evidence": Evidence.INFERRED,
        "source": "Exempelverket",
        "evidence": Evidence.DOCUMENTED,
        "references": ("beslut",),
    }
    return Indicator(id=indicator_id, **(facts | changes))


def nameless(indicator_id: str) -> Indicator:
    """An indicator of which only its existence is known."""
    unknown = ("name", "subgoal", "definition", "unit", "direction", "source")
    return indicator(indicator_id, **dict.fromkeys(unknown, Evidence.NOT_FOUND))


def strategy(*pairs: tuple[Indicator, Sequence[Series]]) -> Strategy:
    """A strategy of those indicators with their series; definitions are added to the indicators."""
    indicators = tuple(
        each.model_copy(update={"series": tuple(figures.definition for figures in found) or each.series})
        for each, found in pairs
    )
    return Strategy(
        info=_info(),
        vision=Vision(title="Målbild", **PART),
        subgoals=(_subgoal("D1", "Nära dig"), _subgoal("D2", "Nära alla")),
        principles=Principles(title="Principer", **PART),
        roadmap=(),
        focus_shifts=(),
        references=(
            Reference(
                id="beslut", title="Beslutet", publisher="Exempelrådet", url="https://example.org/beslut"
            ),
        ),
        principals=tuple(_principals()),
        areas=(Area(code=COUNTRY, name="Landet"),),
        bodies=(),
        events=(),
        revisions=(),
        ledgers={},
        indicators=indicators,
        series={each.id: tuple(found) for each, found in pairs if found},
        sources=_sources(),
    )


def view(*pairs: tuple[Indicator, Sequence[Series]]) -> View:
    """The context of the first indicator's page."""
    return View(strategy=strategy(*pairs), today=date(2025, 1, 1), page_url="nyckeltal/n01/")


def _info() -> StrategyInfo:
    return StrategyInfo(
        id="exempel",
        title="Strategi för Exempellän",
        short_title="Strategin",
        county="Exempellän",
        county_area=COUNTY,
        comparison_area=COUNTRY,
        comparison_name="riket",
        valid_from=date(2020, 1, 1),
        valid_to=date(2030, 1, 1),
        revision_interval_years=4,
        wording=Wording.RENDERED,
        publisher=Evidence.NOT_FOUND,
        evidence=Evidence.DOCUMENTED,
        references=("beslut",),
    )


def _subgoal(subgoal_id: str, title: str) -> Subgoal:
    return Subgoal(
        id=subgoal_id,
        title=title,
        pictogram=Pictogram.PERSON,
        reading=Evidence.NOT_FOUND,
        reading_evidence=Evidence.NOT_FOUND,
        focus_shifts=(),
        **PART,
    )


def _principals() -> Sequence[Principal]:
    region = Principal(
        id="region", name="Region Exempel", short_name="Regionen", kind=PrincipalKind.REGION, area=COUNTY
    )
    municipalities = (
        Principal(id=slug, name=f"{name} kommun", short_name=name, kind=PrincipalKind.MUNICIPALITY, area=code)
        for slug, (code, name) in PLACES.items()
    )
    return region, *municipalities


def _sources() -> SourceRegister:
    table = DataSource(
        id="tabell",
        title="Tabell 1",
        publisher="Exempelverket",
        url="https://example.org/tabell",
        read_on=date(2024, 5, 2),
        terms=Evidence.NOT_FOUND,
    )
    fetched = SeriesSource(
        indicator="N01",
        series="huvud",
        system="kolada",
        foreign_id="U00001",
        foreign_title="Nöjda, andel",
        pairing_evidence=Evidence.INFERRED,
        cadence="årligen",
        responsible=Evidence.NOT_FOUND,
    )
    return SourceRegister(references=(table,), series=(fetched,))
