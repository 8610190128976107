"""Model what is measured, how, and the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from operator import itemgetter
from typing import Annotated, NamedTuple

from pydantic import Field

from strategi.model.evidence import Evidence, Known
from strategi.model.parts import SubgoalId
from strategi.model.record import Address, AreaCode, IsoDate, Number, Record, Slug, Text

# A letter of the county's choice and a number, by which they are sorted, also in the digest.
IndicatorId = Annotated[str, Field(pattern=r"^[A-Z][0-9]{1,6}$")]


class Direction(Enum):
    """Which way is better?"""

    HIGHER = "higher"
    LOWER = "lower"
    CONTEXT = "context"
    """Neither: the figure describes, it does not judge."""


class Role(Enum):
    """How an indicator belongs to the strategy."""

    APPENDIX = "appendix"
    """Stands in the strategy's appendix of indicators; governed."""
    CANDIDATE = "candidate"
    """Our suggestion; not decided by anyone."""
    CONTEXT = "context"
    """Background that helps to read the others; not decided by anyone."""


class SeriesDefinition(Record):
    """One way the indicator is measured. Series are never drawn in the same chart."""

    id: Slug
    title: Text
    unit: Text
    """What follows the number in a sentence, e.g. `procent`."""
    minimum: Number | None = None
    maximum: Number | None = None
    producer: Text
    """Who made the figures, as credited on the page."""
    note: Text | None = None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Lowest and highest possible value, in the series' unit; percentages always lie in 0–100."""
        if self.unit == "procent":
            return 0.0, 100.0
        return self.minimum, self.maximum


class Indicator(Record):
    """`indicators/n01-….yml`: the decided definition."""

    id: IndicatorId
    name: Known[Text]
    role: Role
    subgoal: Known[SubgoalId]
    subgoal_evidence: Evidence
    definition: Known[Text]
    definition_evidence: Evidence
    unit: Known[Text]
    direction: Known[Direction]
    direction_evidence: Evidence
    source: Known[Text]
    evidence: Evidence
    """Support for the indicator being part of the strategy (or, outside the appendix, for existing)."""
    references: tuple[Slug, ...]
    note: Text | None = None
    series: tuple[SeriesDefinition, ...] = ()
    """In the order in which they are preferred: `strategi.rules.progress.headline_series` chooses."""

    @property
    def number(self) -> int:
        """5 for N05."""
        return int(self.id[1:])


class Gender(Enum):
    """Kolada's codes for sex."""

    TOTAL = "T"
    WOMEN = "K"
    MEN = "M"

    # Half a million figures are grouped by gender; the hash that Enum gives is computed in Python.
    __hash__ = object.__hash__


class Status(Enum):
    """SDMX's observation status, in words."""

    NORMAL = "normal"
    PRELIMINARY = "preliminary"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    BREAK = "break"


class Observation(NamedTuple):
    """One published figure. `value` is None only where the status is missing or suppressed."""

    time_period: str
    """`YYYY` or `YYYY-MM`."""
    area: str
    gender: Gender
    value: float | None
    status: Status
    source: str
    """Id in `indicators/sources.yml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one series of one indicator, in the order of time.

    `decimals` is how many decimals the publisher gives; every value is shown with as many.
    """

    indicator_id: str
    definition: SeriesDefinition
    decimals: int
    observations: tuple[Observation, ...]
    _lines: Mapping[tuple[str, Gender], tuple[Observation, ...]] = field(repr=False, compare=False)

    @classmethod
    def of(
        cls,
        indicator_id: str,
        definition: SeriesDefinition,
        *,
        decimals: int,
        observations: Iterable[Observation],
    ) -> Series:
        """Sort the observations by time and index them by area and gender."""
        ordered = tuple(sorted(observations, key=itemgetter(0)))
        lines: dict[tuple[str, Gender], list[Observation]] = {}
        for each in ordered:
            lines.setdefault((each.area, each.gender), []).append(each)
        return cls(
            indicator_id=indicator_id,
            definition=definition,
            decimals=decimals,
            observations=ordered,
            _lines={key: tuple(line) for key, line in lines.items()},
        )

    def line(self, area: str | None, gender: Gender = Gender.TOTAL) -> tuple[Observation, ...]:
        """The observations of one area and gender, oldest first; empty when there are none, or no area."""
        return self._lines.get((area, gender), ()) if area else ()

    def latest(self, area: str | None, gender: Gender = Gender.TOTAL) -> Observation | None:
        """The newest observation that has a value."""
        return next((each for each in reversed(self.line(area, gender)) if each.value is not None), None)

    @property
    def areas(self) -> tuple[str, ...]:
        """Area codes that have observations, sorted."""
        return tuple(sorted({area for area, _ in self._lines}))

    @property
    def genders(self) -> tuple[Gender, ...]:
        """Genders that have observations, in the order total, women, men."""
        present = {gender for _, gender in self._lines}
        return tuple(each for each in Gender if each in present)

    @property
    def periods(self) -> tuple[str, ...]:
        """Time periods that have observations, oldest first."""
        return tuple(sorted({each.time_period for each in self.observations}))


class DataSource(Record):
    """Where published figures were read (`indicators/sources.yml`, `references`)."""

    id: Slug
    title: Text
    publisher: Text
    url: Address
    read_on: Known[IsoDate]
    terms: Known[Text]


class SeriesSource(Record):
    """How one series is fetched and kept (`indicators/sources.yml`, `series`); operational, not governed."""

    indicator: IndicatorId
    series: Slug
    system: Slug
    foreign_id: Known[Text]
    foreign_title: Known[Text]
    pairing_evidence: Evidence
    """Support for the foreign series being the indicator."""
    cadence: Known[Text]
    responsible: Known[Text]
    note: Text | None = None


class SourceRegister(Record):
    """`indicators/sources.yml`."""

    references: tuple[DataSource, ...]
    series: tuple[SeriesSource, ...]


class Area(Record):
    """A place that figures are given for, besides the principals (`strategy/principals.yml`, `areas`)."""

    code: AreaCode
    name: Text
