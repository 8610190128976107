"""State the legal status of a strategy on a day, as plain values that two states can be compared by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from strategi.model.evidence import Absence, Evidence
from strategi.model.governance import DecisionKind, Revision
from strategi.model.standing import Condition, Phase, Standing
from strategi.model.strategy import Strategy
from strategi.rules.standing import found_body, standing

UNKNOWN = "uppgift saknas"

_PHASES = {
    Phase.UNKNOWN: "vad som är beslutat är inte känt",
    Phase.PROPOSAL: "förslag",
    Phase.RECOMMENDED: "rekommenderad eller beslutad, inte känd som i kraft",
    Phase.IN_FORCE: "i kraft enligt beslutet",
    Phase.SUPERSEDED: "ersatt",
    Phase.EXPIRED: "har upphört att gälla",
    Phase.WITHDRAWN: "återkallad",
}
_DECISIONS = {
    DecisionKind.APPROVED: "godkänd",
    DecisionKind.RECOMMENDED: "rekommenderad",
    DecisionKind.DECIDED: "beslutad",
}
_CONDITIONS = {Condition.MET: "ja", Condition.BROKEN: "nej", Condition.OPEN: "inte känt"}


class LegalStatus(NamedTuple):
    """The legal status on one day. Each value is Swedish text, and `UNKNOWN` where it is not known."""

    phase: str
    revision: str
    decision: str
    decided_by: str
    decided_on: str
    in_force_from: str
    valid_from: str
    valid_to: str
    condition: str
    is_condition_met: str
    next_revision_due: str
    coming: str

    def differences(self, other: LegalStatus) -> Iterator[str]:
        """Say each fact that is another, with both values: `gäller till och med: 2030-01-01 → 2035-01-01`."""
        for name, before, after in zip(self._fields, self, other, strict=True):
            if before != after:
                yield f"{FACT_WORDS[name]}: {before} → {after}"


FACT_WORDS = {
    "phase": "läge",
    "revision": "aktuell revidering",
    "decision": "beslutets art",
    "decided_by": "beslutad av",
    "decided_on": "beslutad den",
    "in_force_from": "i kraft från",
    "valid_from": "gäller från och med",
    "valid_to": "gäller till och med",
    "condition": "villkor",
    "is_condition_met": "villkoret är uppfyllt",
    "next_revision_due": "nästa revidering senast",
    "coming": "en nyare revidering är beslutad, men gäller inte än",
}
# What only those decide who decide on the strategy as a whole: an amendment of some words leaves it alone.
WHOLE_FACTS = (
    "phase",
    "valid_from",
    "valid_to",
    "condition",
    "is_condition_met",
    "next_revision_due",
)


def legal_status(strategy: Strategy, today: date) -> LegalStatus:
    """Compute the legal status on a day."""
    found = standing(strategy, today)
    adopted = found.adopted
    condition = UNKNOWN if adopted is Evidence.NOT_FOUND else _said(adopted.condition)
    state = "" if condition == UNKNOWN else _CONDITIONS[found.adoption.condition]
    return LegalStatus(
        phase=_PHASES[found.phase],
        revision=_revision(found),
        decision=UNKNOWN if found.revision is Evidence.NOT_FOUND else _decision(found.revision),
        decided_by=UNKNOWN if found.decided_by is Evidence.NOT_FOUND else found.decided_by.name,
        decided_on=_said(found.decided_on),
        in_force_from=_said(found.effective_from),
        valid_from=_said(strategy.info.valid_from),
        valid_to=_said(found.valid_to),
        condition=condition,
        is_condition_met=state or "inget villkor är känt",
        next_revision_due=_said(found.next_revision_due),
        coming="nej" if found.coming is None else _coming(strategy, found.coming),
    )


def turning_days(*strategies: Strategy, today: date) -> tuple[date, ...]:
    """Today, and every later day of their validity on which the legal status can change by itself.

    After the last day nothing is in force any more, whatever the records say.
    """
    last = max(strategy.info.last_day or date.max for strategy in strategies)
    days = {day for strategy in strategies for day in _days(strategy) if today < day <= last}
    return (today, *sorted(days))


def _days(strategy: Strategy) -> Iterator[date]:
    last = strategy.info.last_day
    if last and last < date.max:  # the day after is within the validity of another, longer one
        yield last + timedelta(days=1)
    for revision in strategy.revisions:
        yield revision.earliest_day
        if isinstance(revision.effective_from, date):
            yield revision.effective_from
    for postponement in strategy.postponements:
        yield postponement.decided_on
    for ledger in strategy.ledgers.values():
        yield from (each.decided_on for each in ledger.adoptions if isinstance(each.decided_on, date))


def _coming(strategy: Strategy, revision: Revision) -> str:
    """All that is said of a revision that is decided, but not in force yet."""
    body = found_body(strategy, revision)
    unlisted = revision.decided_by
    unknown = "ett organ som inte är känt" if unlisted is Evidence.NOT_FOUND else unlisted
    name = unknown if body is Evidence.NOT_FOUND else body.name
    is_dated = revision.decided_on is not Evidence.NOT_FOUND
    when = f"den {revision.decided_on}" if is_dated else "en dag som inte är känd"
    return (
        f"{revision.id} ({_decision(revision)} av {name} {when}, "
        f"i kraft från: {_said(revision.effective_from)}, villkor: {_said(revision.condition)})"
    )


def _decision(revision: Revision) -> str:
    return UNKNOWN if revision.decision is Evidence.NOT_FOUND else _DECISIONS[revision.decision]


def _revision(found: Standing) -> str:
    return UNKNOWN if found.revision is Evidence.NOT_FOUND else str(found.revision.id)


def _said(fact: object) -> str:
    words = {Evidence.NOT_FOUND: UNKNOWN, Absence.NONE: "tills vidare"}
    return words[fact] if isinstance(fact, (Evidence, Absence)) else str(fact)
