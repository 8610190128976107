"""Judge figures as better, worse or unchanged. The site publishes the rule in plain words."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from strategi.model.evidence import Evidence, Known
from strategi.model.indicator import Direction, Gender, Observation, Series, Status
from strategi.model.judgement import Basis, DerivedValue, Judgement, Verdict

# A smaller difference than this share of the figure compared with counts as none: most figures come from
# surveys and small populations, where the last decimal says nothing. Our choice, published with the rule.
NEGLIGIBLE_SHARE = Decimal("0.01")


def judgements(
    series: Series,
    direction: Known[Direction],
    *,
    area: str,
    comparison_area: str | None,
    gender: Gender = Gender.TOTAL,
) -> tuple[Judgement, ...]:
    """Compare the area's latest figure with the previous, the first and the comparison area's.

    A comparison that cannot be made is left out, and so is the first period where it is the previous one.
    """
    latest = series.latest(area, gender)
    if latest is None:
        return ()
    stretch = comparable(series.line(area, gender))
    references = {
        Basis.PREVIOUS: stretch[-2] if len(stretch) > 1 else None,
        Basis.FIRST: stretch[0] if len(stretch) > 2 else None,
        Basis.COMPARISON: _counterpart(series, latest, area, comparison_area),
    }
    return tuple(
        judgement(basis, latest, reference, direction=direction, decimals=series.decimals)
        for basis, reference in references.items()
        if reference is not None
    )


def comparable(line: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The figures of a line that can be compared with its latest: those since the last break."""
    breaks = [index for index, each in enumerate(line) if each.status is Status.BREAK]
    return tuple(each for each in line[breaks[-1] if breaks else 0 :] if each.value is not None)


def difference(latest: Observation, reference: Observation, decimals: int) -> Decimal:
    """`latest` minus `reference`, rounded to `decimals`; zero when smaller than one step of that rounding."""
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(repr(latest.value)) - Decimal(repr(reference.value))
    if abs(exact) < step:
        return Decimal(0)
    return exact.quantize(step, ROUND_HALF_EVEN)


def verdict(change: Decimal, reference: Decimal, direction: Known[Direction]) -> Verdict:
    """What a difference from `reference` means when `direction` is better."""
    if direction is Evidence.NOT_FOUND or direction is Direction.CONTEXT:
        return Verdict.NEITHER
    if change == 0 or abs(change) < NEGLIGIBLE_SHARE * abs(reference):
        return Verdict.UNCHANGED
    return Verdict.BETTER if (change > 0) == (direction is Direction.HIGHER) else Verdict.WORSE


def _counterpart(
    series: Series, latest: Observation, area: str, comparison_area: str | None
) -> Observation | None:
    """The comparison area's figure of the same period, unless the area is the comparison area itself."""
    if area == comparison_area:
        return None
    line = series.line(comparison_area, latest.gender)
    same = (each for each in line if each.time_period == latest.time_period and each.value is not None)
    return next(same, None)


def judgement(
    basis: Basis, latest: Observation, reference: Observation, *, direction: Known[Direction], decimals: int
) -> Judgement:
    """Judge the difference between two figures of a series that has so many decimals."""
    change = difference(latest, reference, decimals)
    derived = DerivedValue(difference=change, latest=latest, reference=reference)
    meaning = verdict(change, Decimal(repr(reference.value)), direction)
    return Judgement(basis=basis, derived=derived, verdict=meaning)
