"""Say how indicators have gone since the strategy began: in one sentence, in counts, one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategi.model.evidence import Absence, Evidence
from strategi.model.indicator import Indicator, Role
from strategi.model.judgement import Judgement, Tally, Unjudged, Verdict
from strategi.model.parts import Appendix
from strategi.model.words import Words
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.rules.progress import tally
from strategi.words.lists import listed
from strategi.words.numbers import counted, day, period, plural, signed

_NO_APPENDIX: Mapping[Appendix | Evidence | Absence, str] = {
    Appendix.LISTED: "{Indicator.no} i strategins {appendix} är {indicator:känd|känt}.",
    Evidence.NOT_FOUND: "Vilka {indicator.plural} som är beslutade är inte känt.",
    Absence.NONE: "Strategin har inga beslutade {indicator.plural}.",
}
_CANNOT = "Går inte att bedöma"
_VERDICTS = {
    Verdict.BETTER: "Bättre",
    Verdict.WORSE: "Sämre",
    Verdict.UNCHANGED: "Nästan oförändrat",
    Verdict.NEITHER: _CANNOT,
    Unjudged.NO_VALUE_SINCE: "Utan värde",
    Unjudged.NO_VALUE_BEFORE: _CANNOT,
    Unjudged.BREAK_BETWEEN: _CANNOT,
    Unjudged.UNKNOWN_START: _CANNOT,
}
_REASONS = {
    Verdict.NEITHER: "ingen riktning är känd, eller så beskriver måttet bara",
    Unjudged.NO_VALUE_SINCE: "inget värde för {county.definite} sedan strategin började",
    Unjudged.NO_VALUE_BEFORE: "inget värde för en lika lång period före strategin",
    Unjudged.BREAK_BETWEEN: "serien bryts efter det sista värdet före strategin",
    Unjudged.UNKNOWN_START: "dagen då strategin började är inte känd",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One part of a tally: `3 bättre`. `kind` is the look of its mark."""

    kind: str
    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """How one indicator has gone, in the same words as it is counted in.

    `change` and `periods` are "" where there is nothing to compare; `reason` where it is judged.
    """

    kind: str
    words: str
    reason: str
    change: str = ""
    periods: str = ""


def progress(view: View) -> str:
    """How the indicators of the strategy's appendix have gone, in one sentence, and what is not counted."""
    indicators = view.strategy.indicators
    found, start = tally(view.strategy, Role.APPENDIX), view.strategy.info.first_day
    return fragment(
        "progress.html",
        view=view,
        sentence=strategy_sentence(view, found),
        start=start,
        added=added(indicators),
        inferred=inferences([each for each in indicators if each.role is Role.APPENDIX], view.words),
        is_judged=start is not None and found.total > found.without_value,
    )


def strategy_sentence(view: View, found: Tally) -> str:
    """Say the tally of the whole appendix, also of what there is none: `3 bättre, 0 sämre, …`."""
    words = view.words
    if not found.total:
        return words.say(_NO_APPENDIX[view.strategy.info.appendix])
    whole = plural(found.total, "Strategins enda {indicator}", "Av strategins {total} {indicator.plural}")
    said = words.say(whole, total=found.total)
    return _sentence(view, said, found, _parts(found, words, is_whole=True))


def group_sentence(view: View, found: Tally) -> str:
    """Say the tally of some of the appendix, under a heading that says which: `4 nyckeltal i bilagan: …`."""
    words = view.words
    if not found.total and view.strategy.info.appendix is not Appendix.LISTED:
        return words.say(_NO_APPENDIX[view.strategy.info.appendix])
    if not found.total:
        none = "{indicator:Ingen|Inget} av {indicator.definite_plural} i strategins {appendix} hör hit"
        return words.say(f"{none}, så vitt vi vet.")
    some = plural(
        found.total, "{Indicator.a} i {appendix.definite}", "{total} {indicator.plural} i {appendix.definite}"
    )
    return _sentence(view, words.say(some, total=found.total), found, counts(found, words))


def counts(found: Tally, words: Words) -> tuple[Count, ...]:
    """The parts of a tally that are not empty; together they are all of it."""
    return _parts(found, words, is_whole=False)


def _parts(found: Tally, words: Words, *, is_whole: bool) -> tuple[Count, ...]:
    """The parts of a tally; of the whole, also the four that every reader asks for, where there is none."""
    one = words.indicator.agree("oförändrad", "oförändrat")
    unchanged = f"nästan {plural(found.unchanged, one, 'oförändrade')}"
    parts = (
        Count(kind="better", number=found.better, words="bättre"),
        Count(kind="worse", number=found.worse, words="sämre"),
        Count(kind="unchanged", number=found.unchanged, words=unchanged),
        Count(kind="neither", number=found.unjudged, words="går inte att bedöma"),
        Count(kind="absent", number=found.without_value, words="utan värde"),
    )
    return tuple(part for part in parts if part.number or (is_whole and part.kind != "neither"))


def inferences(indicators: Sequence[Indicator], words: Words, *, by_subgoal: bool = False) -> str:
    """Name what a tally rests on that is our reading; "" for nothing. No sum is surer than its parts."""
    facts = {
        "vilka {indicator.plural} som står i {appendix.definite}": any(
            _is_ours(each.evidence) for each in indicators
        ),
        "{goal.which} de hör till": by_subgoal
        and any(_is_ours(each.subgoal_evidence) for each in indicators),
        "vilket håll som är bättre": any(_is_ours(each.direction_evidence) for each in indicators),
    }
    ours = [words.say(fact) for fact, is_ours in facts.items() if is_ours]
    return listed(ours) if ours else ""


def added(indicators: Sequence[Indicator]) -> str:
    """Count what is not in the appendix, role by role: `1 eget förslag och 2 bakgrundsmått`; "" for none."""
    words = {
        Role.CANDIDATE: ("eget förslag", "egna förslag"),
        Role.CONTEXT: ("bakgrundsmått", "bakgrundsmått"),
    }
    numbers = {role: sum(each.role is role for each in indicators) for role in words}
    said = [counted(number, *words[role]) for role, number in numbers.items() if number]
    return listed(said) if said else ""


def since(found: Judgement | Unjudged, words: Words, decimals: int = 0) -> Since:
    """Say how one indicator has gone since the strategy began."""
    if isinstance(found, Unjudged):
        kind = "absent" if found is Unjudged.NO_VALUE_SINCE else "neither"
        return Since(kind=kind, words=_VERDICTS[found], reason=words.say(_REASONS[found]))
    derived = found.derived
    return Since(
        kind=found.verdict.value,
        words=_VERDICTS[found.verdict],
        reason=words.say(_REASONS.get(found.verdict, "")),
        change=signed(derived.difference, decimals),
        periods=f"{period(derived.reference.time_period)}–{period(derived.latest.time_period)}",
    )


def _is_ours(evidence: Evidence) -> bool:
    return evidence is Evidence.INFERRED


def _sentence(view: View, whole: str, found: Tally, parts: Sequence[Count]) -> str:
    start = view.strategy.info.first_day
    if start is None and found.total > found.without_value:
        return f"{whole} går inte att bedöma: dagen då strategin började är inte känd."
    if start and view.today < start:
        return f"{whole} bedöms inte än: strategin börjar den {day(start)}."
    if found.total == 1:
        return f"{whole}: {counts(found, view.words)[0].words} sedan strategin började."
    said = (f"{part.number} {part.words}" for part in parts)
    return f"{whole}: {', '.join(said)} sedan strategin började."
