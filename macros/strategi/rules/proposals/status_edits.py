"""Take a proposal apart into the single edits that bear on the strategy's legal status."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from strategi.content.collection import Entry
from strategi.content.document import Keys
from strategi.model.authority import ChangedThing
from strategi.model.evidence import Evidence
from strategi.model.governance import (
    Adoption,
    AdoptionLedger,
    Body,
    ChangeClass,
    DecisionKind,
    Outcome,
    Postponement,
    Revision,
)
from strategi.model.parts import StrategyInfo
from strategi.model.record import Record
from strategi.model.revision_id import RevisionId
from strategi.model.revision_order import oldest_first, places_of
from strategi.model.strategy import Strategy
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.records import BY_DECISION_ONLY, FILLED_IN_WITH_SOURCE, unlisted_edits
from strategi.rules.standing import AMENDMENTS

R = TypeVar("R", bound=Record)

# What the legal status of a recorded revision rests on, by field of the model.
_REVISION_FIELDS = (
    "decision",
    "decided_by",
    "decided_on",
    "effective_from",
    "condition",
    "change_class",
    "predecessor",
    "withdrawn",
)
_INFO_FIELDS = ("valid_from", "valid_to", "revision_interval_years")

BODY_UNKNOWN = (
    "Skriv vem som beslutade. En text som är beslutad ersätts bara genom ett beslut, av ett organ som får "
    "besluta."
)


class Ground(Enum):
    """What an edit rests on in the proposal itself, or what it lacks."""

    DECISION = "decision"
    """A new decision on the whole, by a body that may take it, or one that another rule judges."""
    AMENDMENT = "amendment"
    """A new decision on some words: it may become the current revision, and change nothing else."""
    REGISTERED = "registered"
    """A decision that a principal has taken, or a fact that was unknown, with a source of its own."""
    LACKING = "lacking"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEdit:
    """One edit, with its place. `entry` is None where the files no longer hold what is edited."""

    apply: Callable[[Strategy], Strategy]
    """Makes it on a strategy."""
    ground: Ground
    path: str
    entry: Entry[Record] | None = None
    keys: Keys = ()
    advice: str = ""
    """What would give it a ground; "" for the general advice."""
    is_reported: bool = False
    """Whether another rule reports what it lacks, so that one fault is not told twice."""


def status_edits(proposal: Proposal) -> tuple[StatusEdit, ...]:
    """Every edit that can bear on the legal status; all of them applied to the base give the proposal's."""
    return (
        *_recorded_revisions(proposal),
        *_new_revisions(proposal),
        *_postponements(proposal),
        *_adoptions(proposal),
        *_bodies(proposal),
        *_settings(proposal),
    )


def _recorded_revisions(proposal: Proposal) -> Iterator[StatusEdit]:
    """What is said otherwise of revisions that were recorded already."""
    standing = {entry.record.id: entry for entry in reversed(proposal.head.of(Revision))}
    for revision_id, before in proposal.recorded.items():
        entry = standing.get(revision_id)
        if entry is None:
            path = f"strategy/revisions/{revision_id}.yml"
            apply = _without_revision(revision_id)
            yield StatusEdit(apply=apply, ground=Ground.LACKING, path=path, is_reported=True)
            continue
        for field in _REVISION_FIELDS:
            if getattr(before, field) != getattr(entry.record, field):
                yield _revision_edit(proposal, entry, before, field)


def _revision_edit(proposal: Proposal, entry: Entry[Revision], before: Revision, field: str) -> StatusEdit:
    value = getattr(entry.record, field)
    key = Revision.model_fields[field].alias or field
    is_filled_in = getattr(before, field) is Evidence.NOT_FOUND
    has_source = bool(proposal.new_sources & set(entry.record.references))
    unlisted = {edit.keys for edit in unlisted_edits(proposal, entry, before)}
    return StatusEdit(
        apply=lambda strategy: _with_revision(strategy, before.id, {field: value}),
        ground=Ground.REGISTERED if is_filled_in and has_source else Ground.LACKING,
        path=entry.path,
        entry=entry,
        keys=(key,),
        advice=FILLED_IN_WITH_SOURCE if is_filled_in else BY_DECISION_ONLY,
        is_reported=(key,) in unlisted,
    )


def _new_revisions(proposal: Proposal) -> Iterator[StatusEdit]:
    seen = set(proposal.recorded)
    places = places_of(entry.record for entry in proposal.head.of(Revision))
    for entry in sorted(proposal.head.of(Revision), key=lambda found: places[found.record.id]):
        if entry.record.id not in seen:
            seen.add(entry.record.id)
            yield _new_revision(proposal, entry)


def _new_revision(proposal: Proposal, entry: Entry[Revision]) -> StatusEdit:
    revision = entry.record
    if not revision.is_attributed:
        return _new_unattributed(proposal, entry)
    ground, advice = Ground.DECISION, ""
    is_draft = revision.decision is DecisionKind.APPROVED
    if revision.change_class is ChangeClass.TECHNICAL and not is_draft:
        ground = Ground.LACKING
        advice = (
            "Ta bort filen: en teknisk ändring behöver ingen, och säger inget om vad som gäller. Har organet "
            "beslutat om något mer än hur texten är skriven, rätta ”class”."
        )
    elif revision.change_class is ChangeClass.NON_ESSENTIAL and not is_draft:
        ground = Ground.AMENDMENT
        advice = (
            "En ändring som inte är principiell ändrar bara ord. Lägg fram det som den säger om giltighet, "
            "villkor eller ikraftträdande för ett organ som beslutar om hela strategin."
        )
    return StatusEdit(
        apply=lambda strategy: _with_new(strategy, revision),
        ground=ground,
        path=entry.path,
        entry=entry,
        keys=("class",),
        advice=advice,
        is_reported=proposal.is_class_too_low(revision),
    )


def _new_unattributed(proposal: Proposal, entry: Entry[Revision]) -> StatusEdit:
    """A revision of which it is not known what was decided, or by whom, is registered and decides nothing.

    Where a decision is known already, nothing takes its place without the name of a body that may decide.
    """
    revision = entry.record
    is_in_the_way = any(each.is_decided and not each.withdrawn for each in proposal.old.revisions)
    has_source = bool(proposal.new_sources & set(revision.references))
    may_be_registered = has_source and not (revision.is_decided and is_in_the_way)
    return StatusEdit(
        apply=lambda strategy: _with_new(strategy, revision),
        ground=Ground.REGISTERED if may_be_registered else Ground.LACKING,
        path=entry.path,
        entry=entry,
        keys=("decided_by",),
        advice=BODY_UNKNOWN if has_source else FILLED_IN_WITH_SOURCE,
    )


def _postponements(proposal: Proposal) -> Iterator[StatusEdit]:
    entries = proposal.head.of(Postponement)
    standing = [entry.record for entry in entries]
    gone = [each for each in proposal.old.postponements if each not in standing]
    taken = {(each.revision, each.decided_on) for each in gone}
    for postponement in gone:
        yield StatusEdit(
            apply=_without_postponement(postponement),
            ground=Ground.LACKING,
            path="strategy/postponements.yml",
            is_reported=True,
        )
    for entry in entries:
        record = entry.record
        if record not in proposal.old.postponements:
            is_rewritten = (record.revision, record.decided_on) in taken
            yield _new_postponement(proposal, entry, is_rewritten=is_rewritten)


def _new_postponement(proposal: Proposal, entry: Entry[Postponement], *, is_rewritten: bool) -> StatusEdit:
    """Rules of their own ask for the right body, a source and a day within the validity."""
    record = entry.record
    mandate = proposal.mandate(proposal.scales.of(ChangedThing.POSTPONEMENTS))
    may_decide = mandate is not None and record.decided_by in mandate.decided_by
    last = proposal.new.info.last_day
    is_within = last is None or record.due_on <= last
    is_sound = may_decide and is_within and bool(record.references) and not is_rewritten
    return StatusEdit(
        apply=lambda strategy: replace(strategy, postponements=(*strategy.postponements, record)),
        ground=Ground.DECISION if is_sound else Ground.LACKING,
        path=entry.path,
        entry=entry,
        keys=("due_on",),
        is_reported=True,
    )


def _adoptions(proposal: Proposal) -> Iterator[StatusEdit]:
    entries = {entry.record.revision: entry for entry in proposal.head.of(AdoptionLedger)}
    for revision, ledger in proposal.old.ledgers.items():
        if revision not in entries:
            path = f"strategy/adoptions/{revision}.yml"
            is_known = any(each.outcome is not Outcome.NOT_DOCUMENTED for each in ledger.adoptions)
            yield StatusEdit(
                apply=_without_ledger(revision), ground=Ground.LACKING, path=path, is_reported=is_known
            )
            continue
        yield from _ledger_edits(proposal, entries[revision], ledger)
    for revision, entry in entries.items():
        if revision in proposal.old.ledgers:
            continue
        recorded = proposal.recorded.get(revision)
        if recorded and recorded.change_class in AMENDMENTS:
            yield _ledger_of_amendment(proposal, entry)
        else:
            yield from _ledger_edits(proposal, entry, AdoptionLedger(revision=revision, adoptions=()))


def _ledger_of_amendment(proposal: Proposal, entry: Entry[AdoptionLedger]) -> StatusEdit:
    """That the principals are asked says which revision they adopt, and so whose condition counts."""
    return StatusEdit(
        apply=lambda strategy: _with_ledger(strategy, entry.record),
        ground=Ground.LACKING,
        path=entry.path,
        entry=entry,
        keys=("revision",),
        advice=proposal.words.say(
            "Ta bort filen. {Principal.definite_plural} antar den revidering som beslutet gäller, inte en "
            "ändring av den."
        ),
    )


def _ledger_edits(
    proposal: Proposal, entry: Entry[AdoptionLedger], before: AdoptionLedger
) -> Iterator[StatusEdit]:
    olds = {each.principal: each for each in reversed(before.adoptions)}
    seen: set[str] = set()
    for number, adoption in enumerate(entry.record.adoptions):
        old = olds.get(adoption.principal)
        if adoption.principal not in seen and adoption != old:
            yield _adoption(proposal, entry, number, old)
        seen.add(adoption.principal)
    for principal in olds.keys() - seen:
        yield StatusEdit(
            apply=_without_adoption(before.revision, principal),
            ground=Ground.LACKING,
            path=entry.path,
            entry=entry,
            keys=("adoptions",),
            advice=proposal.words.say("Återställ {principal.definite_genitive} rad."),
            is_reported=olds[principal].outcome is not Outcome.NOT_DOCUMENTED,
        )


def _adoption(
    proposal: Proposal, entry: Entry[AdoptionLedger], number: int, old: Adoption | None
) -> StatusEdit:
    """Rules of their own ask for a source, and for a new one where a known decision is another."""
    adoption = entry.record.adoptions[number]
    sources = set(adoption.references)
    if old is None or old.outcome is Outcome.NOT_DOCUMENTED:
        is_supported = adoption.outcome is Outcome.NOT_DOCUMENTED or bool(sources)
    else:
        is_supported = bool(sources & proposal.new_sources)
    return StatusEdit(
        apply=lambda strategy: _with_adoption(strategy, entry.record.revision, adoption),
        ground=Ground.REGISTERED if is_supported else Ground.LACKING,
        path=entry.path,
        entry=entry,
        keys=("adoptions", number, "outcome"),
        is_reported=True,
    )


def _bodies(proposal: Proposal) -> Iterator[StatusEdit]:
    """Who decided is said by the body's name."""
    standing = {entry.record.id: entry for entry in reversed(proposal.head.of(Body))}
    for body_id, before in proposal.old.body_by_id.items():
        entry = standing.get(body_id)
        if entry is None or entry.record.name != before.name:
            has_source = entry is not None and _is_renamed_openly(proposal, entry)
            yield StatusEdit(
                apply=_with_body(body_id, entry.record if entry else None),
                ground=Ground.REGISTERED if has_source else Ground.LACKING,
                path="strategy/bodies.yml",
                entry=entry,
                keys=("name",),
                advice="Återställ namnet, eller lägg till källan till det nya i strategy/references.yml och "
                "dess id under ”references”.",
            )
    for entry in proposal.head.of(Body):
        if entry.record.id not in proposal.old.body_by_id:
            yield StatusEdit(
                apply=_with_body(entry.record.id, entry.record),
                ground=Ground.DECISION,
                path=entry.path,
                entry=entry,
            )


def _is_renamed_openly(proposal: Proposal, entry: Entry[Body]) -> bool:
    """Whether a new name has a source of its own, and is not the name that another body had."""
    taken = {body.name for body in proposal.old.bodies if body.id != entry.record.id}
    return entry.record.name not in taken and bool(proposal.new_sources & set(entry.record.references))


def _settings(proposal: Proposal) -> Iterator[StatusEdit]:
    """Validity, interval and principals. Where a body is to decide on them, REV510 asks for the decision."""
    for field in _INFO_FIELDS:
        value = getattr(proposal.new.info, field)
        if value != getattr(proposal.old.info, field):
            yield _info_edit(proposal, field, value)
    if proposal.new.principals != proposal.old.principals:
        principals = proposal.new.principals
        yield _setting(
            proposal,
            apply=lambda strategy: replace(strategy, principals=principals),
            thing=ChangedThing.PRINCIPALS,
            path="strategy/principals.yml",
        )


def _info_edit(proposal: Proposal, field: str, value: Any) -> StatusEdit:
    return _setting(
        proposal,
        apply=lambda strategy: replace(strategy, info=strategy.info.model_copy(update={field: value})),
        thing=ChangedThing.STRATEGY,
        path="strategy/strategy.yml",
        field=field,
    )


def _setting(
    proposal: Proposal,
    *,
    apply: Callable[[Strategy], Strategy],
    thing: ChangedThing,
    path: str,
    field: str | None = None,
) -> StatusEdit:
    """A county may say that nobody need decide on a setting; what is in force still takes a decision."""
    mandate = proposal.mandate(proposal.scales.of(thing, field))
    is_judged = mandate is not None and bool(mandate.decided_by)
    is_decided = mandate is not None and is_judged and proposal.is_decided_by(mandate)
    return StatusEdit(
        apply=apply,
        ground=Ground.DECISION if is_decided or proposal.decides_on_the_whole else Ground.LACKING,
        path=path,
        entry=next(iter(proposal.head.of(StrategyInfo)), None) if field else None,
        keys=(field,) if field else (),
        advice="Återställ uppgiften, eller lägg till beslutet med strategi new revision.",
        is_reported=is_judged,
    )


def _with_new(strategy: Strategy, revision: Revision) -> Strategy:
    return replace(strategy, revisions=oldest_first((*strategy.revisions, revision)))


def _with_revision(strategy: Strategy, revision_id: RevisionId, update: Mapping[str, Any]) -> Strategy:
    revisions = (
        each.model_copy(update=update) if each.id == revision_id else each for each in strategy.revisions
    )
    return replace(strategy, revisions=tuple(revisions))


def _without_revision(revision_id: RevisionId) -> Callable[[Strategy], Strategy]:
    return lambda strategy: replace(
        strategy, revisions=tuple(each for each in strategy.revisions if each.id != revision_id)
    )


def _without_postponement(postponement: Postponement) -> Callable[[Strategy], Strategy]:
    return lambda strategy: replace(
        strategy, postponements=tuple(each for each in strategy.postponements if each != postponement)
    )


def _with_ledger(strategy: Strategy, ledger: AdoptionLedger) -> Strategy:
    return replace(strategy, ledgers={**strategy.ledgers, ledger.revision: ledger})


def _without_ledger(revision: RevisionId) -> Callable[[Strategy], Strategy]:
    return lambda strategy: replace(
        strategy, ledgers={key: ledger for key, ledger in strategy.ledgers.items() if key != revision}
    )


def _with_adoption(strategy: Strategy, revision: RevisionId, adoption: Adoption) -> Strategy:
    others = _others(strategy, revision, adoption.principal)
    return _with_ledger(strategy, AdoptionLedger(revision=revision, adoptions=(*others, adoption)))


def _without_adoption(revision: RevisionId, principal: str) -> Callable[[Strategy], Strategy]:
    return lambda strategy: _with_ledger(
        strategy,
        AdoptionLedger(revision=revision, adoptions=tuple(_others(strategy, revision, principal))),
    )


def _others(strategy: Strategy, revision: RevisionId, principal: str) -> Sequence[Adoption]:
    ledger = strategy.ledgers.get(revision)
    return [each for each in (ledger.adoptions if ledger else ()) if each.principal != principal]


def _with_body(body_id: str, body: Body | None) -> Callable[[Strategy], Strategy]:
    def apply(strategy: Strategy) -> Strategy:
        others = tuple(each for each in strategy.bodies if each.id != body_id)
        return replace(strategy, bodies=others if body is None else (*others, body))

    return apply
