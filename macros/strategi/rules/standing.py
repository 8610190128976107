"""Compute whether the strategy is in force, who has adopted it, and when its revision is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from strategi.model.evidence import Evidence, NotFound
from strategi.model.governance import (
    Adoption,
    Body,
    ChangeClass,
    DecisionKind,
    Outcome,
    Postponement,
    Revision,
)
from strategi.model.revision_order import lineage, oldest_first
from strategi.model.standing import AdoptionCount, Phase, RevisionStanding, Standing
from strategi.model.strategy import Strategy

_NEXT_BEST = (
    Phase.IN_FORCE,
    Phase.RECOMMENDED,
    Phase.EXPIRED,
    Phase.SUPERSEDED,
    Phase.UNKNOWN,
    Phase.PROPOSAL,
    Phase.WITHDRAWN,
)

# Decided without the principals: they rest on the adoption of what they amend.
AMENDMENTS = (ChangeClass.NON_ESSENTIAL, ChangeClass.TECHNICAL)


def standing(strategy: Strategy, today: date) -> Standing:
    """Compute phase and adoption of every revision, as far as they are documented on the day."""
    revisions = _standings(strategy, today)
    current = _current(revisions)
    if current is None:
        return _unrecorded(strategy)
    revised = adopted_revision(strategy, current.revision)
    postponement = _postponement(strategy, (current.revision, revised), today)
    interval = strategy.info.revision_interval_years
    coming = _newer(revisions, current.revision, Phase.RECOMMENDED)
    due: date | NotFound = Evidence.NOT_FOUND
    # What is not known to be decided has no next revision that could be late.
    if current.phase is not Phase.UNKNOWN and (coming is None or coming.change_class in AMENDMENTS):
        due = postponement.due_on if postponement else _due_by_interval(revised, interval)
    return Standing(
        phase=current.phase,
        revision=current.revision,
        adopted=revised,
        adopted_by=found_body(strategy, revised),
        adoption=current.adoption,
        decided_by=found_body(strategy, current.revision),
        decided_on=current.revision.decided_on,
        effective_from=current.revision.effective_from,
        valid_to=strategy.info.valid_to,
        next_revision_due=due,
        postponement=postponement,
        coming=coming,
        newer=_newer(revisions, current.revision, Phase.UNKNOWN),
        is_overdue=isinstance(due, date) and due < today,
        revisions=revisions,
    )


def adopted_revision(strategy: Strategy, revision: Revision) -> Revision:
    """The revision that the principals adopt: itself, or for an amendment the one that it amends.

    A change that is not essential is decided without them, and does not count as a revision.
    """
    by_id = {each.id: each for each in strategy.revisions}
    for found in lineage(revision, by_id):
        if found.id in strategy.ledgers or found.change_class not in AMENDMENTS:
            return found
    return revision


def _standings(strategy: Strategy, today: date) -> tuple[RevisionStanding, ...]:
    """Every revision, oldest first. Judged from the newest, since a newer one can supersede an older."""
    judged: list[RevisionStanding] = []
    for revision in reversed(oldest_first(strategy.revisions)):
        adoption = _adoption(strategy, revision, today)
        phase = _superseded(_own_phase(strategy, revision, adoption, today), [each.phase for each in judged])
        judged.append(RevisionStanding(revision=revision, phase=phase, adoption=adoption))
    return tuple(reversed(judged))


def _own_phase(strategy: Strategy, revision: Revision, adoption: AdoptionCount, today: date) -> Phase:
    """The phase as if there were no newer revision."""
    if revision.withdrawn:
        return Phase.WITHDRAWN
    if revision.decision is DecisionKind.APPROVED or revision.earliest_day > today:
        return Phase.PROPOSAL
    if revision.decision is Evidence.NOT_FOUND:
        return Phase.UNKNOWN
    last = strategy.info.last_day
    if last and today > last:
        return Phase.EXPIRED
    start = revision.effective_from
    has_come = isinstance(start, date) and start <= today
    return Phase.IN_FORCE if has_come and not adoption.is_broken else Phase.RECOMMENDED


def _superseded(own: Phase, newer: Sequence[Phase]) -> Phase:
    """A text in force gives way to a newer one in force; a recommended one also to a newer recommendation."""
    replaces = {Phase.IN_FORCE: (Phase.IN_FORCE,), Phase.RECOMMENDED: (Phase.IN_FORCE, Phase.RECOMMENDED)}
    # A proposal that was never recommended is a stage on the way: it gives way to what it became.
    replaces[Phase.PROPOSAL] = (Phase.IN_FORCE, Phase.RECOMMENDED, Phase.EXPIRED)
    # Whatever it was, it is not what is in force when a newer one is.
    replaces[Phase.UNKNOWN] = (Phase.IN_FORCE,)
    replaces[Phase.EXPIRED] = (Phase.EXPIRED,)
    return Phase.SUPERSEDED if any(each in replaces.get(own, ()) for each in newer) else own


def _current(revisions: Sequence[RevisionStanding]) -> RevisionStanding | None:
    """The newest in force, else the newest recommended, else the newest that comes closest."""
    newest_first = list(reversed(revisions))
    return min(newest_first, key=lambda each: _NEXT_BEST.index(each.phase), default=None)


def _newer(revisions: Sequence[RevisionStanding], current: Revision, phase: Phase) -> Revision | None:
    """The newest revision after the current one in that phase."""
    newest_first = takewhile(lambda each: each.revision is not current, reversed(revisions))
    return next((each.revision for each in newest_first if each.phase is phase), None)


def _adoption(strategy: Strategy, revision: Revision, today: date) -> AdoptionCount:
    adopted = adopted_revision(strategy, revision)
    ledger = strategy.ledgers.get(adopted.id)
    # Who has decided for all leaves nothing to adopt, unless that is a condition, or is listed all the same.
    is_final = adopted.decision is DecisionKind.DECIDED and adopted.condition is Evidence.NOT_FOUND
    is_adopted = ledger is not None or not is_final
    principals = strategy.principals if is_adopted else ()
    decided = {each.principal: each for each in (ledger.adoptions if ledger else ()) if _is_past(each, today)}
    found = [decided[each.id] for each in principals if each.id in decided]
    counts = Counter(each.outcome for each in found)
    identical = [each for each in found if each.outcome is Outcome.IDENTICAL]
    return AdoptionCount(
        principals=len(principals),
        identical=counts[Outcome.IDENTICAL],
        deviating=counts[Outcome.DEVIATING],
        rejected=counts[Outcome.REJECTED],
        not_documented=len(principals) - len(found) + counts[Outcome.NOT_DOCUMENTED],
        inferred=sum(each.outcome_evidence is not Evidence.DOCUMENTED for each in identical),
    )


def _is_past(adoption: Adoption, today: date) -> bool:
    return not isinstance(adoption.decided_on, date) or adoption.decided_on <= today


def found_body(strategy: Strategy, revision: Revision) -> Body | NotFound:
    """Find the body that decided on a revision."""
    known = revision.decided_by is not Evidence.NOT_FOUND and strategy.body_by_id.get(revision.decided_by)
    return known or Evidence.NOT_FOUND


def _postponement(strategy: Strategy, follows: Sequence[Revision], today: date) -> Postponement | None:
    """The newest decision on when the revision is due that follows on any of these."""
    ids = {each.id for each in follows}
    decided = [each for each in strategy.postponements if each.revision in ids and each.decided_on <= today]
    return max(decided, key=lambda each: each.decided_on, default=None)


def _due_by_interval(revision: Revision, years: object) -> date | NotFound:
    """The day by which the next one is due; not found where there is no interval, or none that is known."""
    start = revision.effective_from
    if not isinstance(years, int) or not isinstance(start, date) or start.year + years > date.max.year:
        return Evidence.NOT_FOUND
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        # 29 February, in a year that has none.
        return start.replace(year=start.year + years, month=3, day=1)


def _unrecorded(strategy: Strategy) -> Standing:
    """No revision is recorded: whether the text is decided, or a proposal, nobody has said."""
    count = len(strategy.principals)
    return Standing(
        phase=Phase.UNKNOWN,
        revision=Evidence.NOT_FOUND,
        adopted=Evidence.NOT_FOUND,
        adopted_by=Evidence.NOT_FOUND,
        adoption=AdoptionCount(principals=count, identical=0, deviating=0, rejected=0, not_documented=count),
        decided_by=Evidence.NOT_FOUND,
        decided_on=Evidence.NOT_FOUND,
        effective_from=Evidence.NOT_FOUND,
        valid_to=strategy.info.valid_to,
        next_revision_due=Evidence.NOT_FOUND,
        postponement=None,
        coming=None,
        newer=None,
        is_overdue=False,
        revisions=(),
    )
