"""List decisions as feed entries: revisions, adoptions, postponements and corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.model.evidence import Evidence
from strategi.model.governance import Adoption, Correction, Outcome, Postponement, Revision
from strategi.model.governed import governed_parts
from strategi.model.revision_id import RevisionId
from strategi.render import permanent_ids
from strategi.render.addresses import CORRECTIONS, REVISIONS, principal_address, revision_address
from strategi.render.feeds.feed_entry import Entry, joined
from strategi.render.history.comparisons import against_predecessor
from strategi.render.history.log_rows import introduced_days
from strategi.render.view import View
from strategi.render.wording.change_words import part_label
from strategi.render.wording.decision_words import DECISION_UNKNOWN, decided
from strategi.render.wording.fact_words import OUTCOME_WORDS
from strategi.render.wording.scope import scope
from strategi.words.numbers import at_moment, capital, day, moment


def decision_entries(view: View) -> tuple[Entry, ...]:
    """Everything decided up to the view's day, and the corrections of what we publish of it, kind by kind."""
    found = [*_revisions(view), *_adoptions(view), *_postponements(view), *_corrections(view)]
    return tuple(each for each in found if each.happened_on <= view.today)


def _revisions(view: View) -> Iterator[Entry]:
    introduced = introduced_days(() if view.log.problem else view.log.steps)
    for revision in view.strategy.revisions:
        # A feed has room for no other time than a day: where that of the decision is not known, it is the
        # day on which the text could be read here. Without either, the revision stands in no feed.
        day_known = introduced.get(revision.id) if isinstance(revision.when, RevisionId) else revision.when
        if day_known is None:
            continue
        yield Entry(
            id=permanent_ids.revision_id(view.strategy, revision.id),
            happened_on=day_known,
            title=f"Revideringen {at_moment(revision.id)}: {revision.title}",
            summary=joined(_revision_facts(view, revision)),
            address=revision_address(revision.id),
        )


def _revision_facts(view: View, revision: Revision) -> Iterator[str]:
    known = revision.decided_by
    yield decided(revision, "" if known is Evidence.NOT_FOUND else _body(view, known))
    if revision.decision is Evidence.NOT_FOUND:
        yield capital(DECISION_UNKNOWN)
    if revision.withdrawn:
        yield "Beslutet är återkallat"
    comparison = against_predecessor(view.log, revision)
    if comparison:
        yield f"Omfattning: {scope(comparison, view.words)}"
    if isinstance(revision.registry_number, str):
        yield f"Diarienummer: {revision.registry_number}"
    yield from (fact for fact in (revision.reason, revision.condition) if isinstance(fact, str))


def _adoptions(view: View) -> Iterator[Entry]:
    for ledger in view.strategy.ledgers.values():
        for each in ledger.adoptions:
            if each.outcome is not Outcome.NOT_DOCUMENTED and isinstance(each.decided_on, date):
                yield _adoption(view, each, ledger.revision, each.decided_on)


def _adoption(view: View, adoption: Adoption, revision: RevisionId, decided_on: date) -> Entry:
    holder = view.strategy.principal_by_id.get(adoption.principal)
    name = holder.name if holder else adoption.principal
    words = OUTCOME_WORDS[adoption.outcome]
    return Entry(
        id=permanent_ids.adoption_id(view.strategy, revision, adoption.principal),
        happened_on=decided_on,
        title=f"{name} {words[0].lower()}{words[1:]}, revideringen {moment(revision)}",
        summary=joined(_adoption_facts(adoption, revision, decided_on)),
        address=principal_address(view.words, adoption.principal),
    )


def _adoption_facts(adoption: Adoption, revision: RevisionId, decided_on: date) -> Iterator[str]:
    by = f" av {adoption.body}" if isinstance(adoption.body, str) else ""
    yield f"Beslutat{by} den {day(decided_on)}, om revideringen {at_moment(revision)}"
    marks = (adoption.paragraph, adoption.registry_number)
    yield from (mark for mark in marks if isinstance(mark, str))
    if adoption.outcome_evidence is Evidence.INFERRED:
        yield "Lydelsen är enligt vår tolkning"
    if adoption.note:
        yield adoption.note


def _postponements(view: View) -> Iterator[Entry]:
    for each in view.strategy.postponements:
        yield Entry(
            id=permanent_ids.postponement_id(view.strategy, each),
            happened_on=each.decided_on,
            title=f"Nästa revidering ska beslutas senast den {day(each.due_on)}",
            summary=joined(_postponement_facts(view, each)),
            address=REVISIONS,
        )


def _postponement_facts(view: View, postponement: Postponement) -> Iterator[str]:
    yield f"Beslutat av {_body(view, postponement.decided_by)} den {day(postponement.decided_on)}"
    yield f"Gäller den revidering som följer på den från {moment(postponement.revision)}"
    if isinstance(postponement.registry_number, str):
        yield f"Diarienummer: {postponement.registry_number}"
    if isinstance(postponement.reason, str):
        yield postponement.reason


def _corrections(view: View) -> Iterator[Entry]:
    for revision in view.strategy.revisions:
        for number, each in enumerate(revision.corrections, start=1):
            yield Entry(
                id=permanent_ids.correction_id(view.strategy, revision.id, number),
                happened_on=each.corrected_on,
                title=f"Rättad återgivning: {_part(view, revision, each.part)}",
                summary=joined(_correction_facts(revision, each)),
                address=CORRECTIONS,
            )


def _correction_facts(revision: Revision, correction: Correction) -> Iterator[str]:
    yield f"Vi hade återgett revideringen {at_moment(revision.id)} fel. Inget nytt beslut är fattat"
    yield f"Där det stod ”{correction.before}” står nu ”{correction.after}”"
    yield correction.reason


def _part(view: View, revision: Revision, part_id: str) -> str:
    """What the part is called in that revision."""
    parts = governed_parts(view.log.text(revision.id) or view.strategy)
    return next((part_label(each, view.words) for each in parts if each.id == part_id), part_id)


def _body(view: View, body_id: str) -> str:
    body = view.strategy.body_by_id.get(body_id)
    return body.name if body else body_id
