"""List what changes in the strategy's standing and in the judgements of its figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from strategi.model.effects import StandingEffect, StandingFact, TrendEffect
from strategi.model.evidence import Absence, Evidence, NoSuch, NotFound
from strategi.model.judgement import Basis, Verdict
from strategi.model.standing import Condition, Standing
from strategi.model.strategy import Strategy
from strategi.render.strategy.standing import condition_of, phase_words
from strategi.render.subject import subject
from strategi.render.wording.fact_words import NOT_FOUND
from strategi.rules.standing import standing
from strategi.words.numbers import day, moment

_NO_CONDITION = "inget villkor är registrerat"
_CONDITIONS = {
    Condition.MET: "uppfyllt",
    Condition.BROKEN: "inte uppfyllt: {principal:någon|något} {principal} har beslutat annat",
    Condition.OPEN: "inte känt som uppfyllt",
}

_DAYLESS = {Evidence.NOT_FOUND: NOT_FOUND, Absence.NONE: "tills vidare"}


def standing_effects(before: Strategy, after: Strategy, today: date) -> tuple[StandingEffect, ...]:
    """Every fact of the standing that is another, in the order in which it is said."""
    then, now = standing_words(before, today), standing_words(after, today)
    return tuple(
        StandingEffect(fact=fact, before=then[fact], after=now[fact])
        for fact in StandingFact
        if then[fact] != now[fact]
    )


def standing_words(strategy: Strategy, today: date) -> Mapping[StandingFact, str]:
    """Say the standing on the day, fact by fact."""
    found = standing(strategy, today)
    count = found.adoption
    body = found.decided_by
    return {
        StandingFact.REVISION: _revision(found),
        StandingFact.PHASE: phase_words(strategy, found),
        StandingFact.DECIDED_BY: NOT_FOUND if body is Evidence.NOT_FOUND else body.name,
        StandingFact.EFFECTIVE_FROM: _day(found.effective_from),
        StandingFact.VALID_TO: _day(found.valid_to),
        StandingFact.IDENTICAL: f"{count.identical} av {count.principals}",
        StandingFact.DEVIATING: str(count.deviating),
        StandingFact.REJECTED: str(count.rejected),
        StandingFact.CONDITION: strategy.words.say(_condition(found)),
        StandingFact.NEXT_REVISION: _day(found.next_revision_due),
        StandingFact.OVERDUE: "ja" if found.is_overdue else "nej",
    }


def trend_effects(before: Strategy, after: Strategy) -> tuple[TrendEffect, ...]:
    """Every judgement that flips, appears or disappears, by indicator."""
    then, now = _verdicts(before), _verdicts(after)
    return tuple(
        TrendEffect(
            indicator_id=key[0], series_id=key[1], basis=key[2], before=then.get(key), after=now.get(key)
        )
        for key in dict.fromkeys(sorted((*then, *now), key=lambda key: key[0]))
        if then.get(key) is not now.get(key)
    )


def _verdicts(strategy: Strategy) -> Mapping[tuple[str, str, Basis], Verdict]:
    """The county's alone, as pages judge no other figures."""
    subjects = (subject(strategy, series) for several in strategy.series.values() for series in several)
    return {
        (about.indicator.id, about.series.definition.id, basis): judgement.verdict
        for about in subjects
        if about.is_county
        for basis, judgement in about.judgements().items()
    }


def _revision(found: Standing) -> str:
    if found.revision is Evidence.NOT_FOUND:
        return "ingen är registrerad"
    return f"{moment(found.revision.id)}, {found.revision.title}"


def _condition(found: Standing) -> str:
    condition = condition_of(found.adopted, found.adoption)
    return _CONDITIONS[condition] if condition else _NO_CONDITION


def _day(found: date | NotFound | NoSuch) -> str:
    return day(found) if isinstance(found, date) else _DAYLESS[found]
