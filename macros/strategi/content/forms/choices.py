"""List what can be chosen in the lists of the forms. That follows from the strategy."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.model.evidence import Evidence
from strategi.model.governance import Outcome
from strategi.model.governed import PRINCIPLES_ID, TEXT, TITLE, VISION_ID
from strategi.model.indicator import Gender, Status
from strategi.model.strategy import Strategy
from strategi.model.submission import FormKind

Options = Mapping[str, str]
"""What each option that is shown stands for."""

OTHER_SOURCE = "En annan källa, som jag skriver in nedan"
FACTS = {"Texten": TEXT, "Rubriken": TITLE}
OUTCOMES = {
    "Antog den rekommenderade lydelsen, och källan säger att den är densamma": (
        Outcome.IDENTICAL,
        Evidence.DOCUMENTED,
    ),
    "Antog strategin; källan säger inget om lydelsen": (Outcome.IDENTICAL, Evidence.INFERRED),
    "Antog strategin med en annan lydelse": (Outcome.DEVIATING, Evidence.DOCUMENTED),
    "Beslutade att inte anta strategin": (Outcome.REJECTED, Evidence.DOCUMENTED),
}
GENDERS = {"Alla": Gender.TOTAL, "Kvinnor": Gender.WOMEN, "Män": Gender.MEN}
STATUSES = {
    "Vanligt värde": Status.NORMAL,
    "Preliminärt värde": Status.PRELIMINARY,
    "Värde efter ett brott i serien": Status.BREAK,
    "Värdet saknas": Status.MISSING,
    "Värdet är dolt av sekretesskäl": Status.SUPPRESSED,
}


def choices(strategy: Strategy) -> Mapping[FormKind, Mapping[str, Options]]:
    """The options of every list in every form, by the list's id."""
    principals = {each.name: each.id for each in strategy.principals}
    return {
        FormKind.TEXT: {"part": _parts(strategy), "fact": FACTS},
        FormKind.DECISION: {
            "revision": {f"{each.id} – {each.title}": str(each.id) for each in reversed(strategy.revisions)},
            "principal": principals,
            "outcome": {each: each for each in OUTCOMES},
            "deviation_part": _parts(strategy),
        },
        FormKind.FIGURE: {
            "series": _series(strategy),
            "area": {f"{name} ({code})": code for code, name in strategy.area_names.items()},
            "gender": {name: each.value for name, each in GENDERS.items()},
            "status": {name: each.value for name, each in STATUSES.items()},
            "source": _sources(strategy),
        },
        FormKind.PLAN: {"principal": principals},
    }


def _parts(strategy: Strategy) -> Options:
    words = strategy.words
    return {
        words.vision.capital.definite: VISION_ID,
        **{f"{each.id} {each.title}": each.id for each in strategy.subgoals},
        words.principles.capital.full: PRINCIPLES_ID,
        **{
            f"{words.roadmap.capital.definite}: {each.title} ({each.id})": each.id
            for each in strategy.roadmap
        },
    }


def _series(strategy: Strategy) -> Options:
    """Every series that is defined, whether it has figures or not."""
    return {
        f"{each.id} {each.id if each.name is Evidence.NOT_FOUND else each.name} ({series.id})": (
            f"{each.id}/{series.id}"
        )
        for each in strategy.indicators
        for series in each.series
    }


def _sources(strategy: Strategy) -> Options:
    known = {f"{each.title} ({each.id})": each.id for each in strategy.sources.references}
    return known | {OTHER_SOURCE: ""}
