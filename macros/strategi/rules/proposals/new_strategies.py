"""Let a new strategy in by a decision, keep the one before it, and judge no other county."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.model.authority import DecisionClass
from strategi.model.finding import Finding, Severity
from strategi.model.governance import ChangeClass, DecisionKind, Revision
from strategi.model.parts import StrategyInfo
from strategi.model.review import NewStrategy
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule

_GROUND = "CONTRIBUTING.md, en ny strategi"


class _OnNewStrategies(ProposalRule):
    """A rule on a proposal whose strategy has another id."""

    def at_id(self, proposal: Proposal, message: str, *keys: str) -> Iterator[Finding]:
        """Report it where the id stands."""
        for entry in proposal.head.of(StrategyInfo):
            yield self.found(proposal.head, entry, *(keys or ("id",)), message=message)


class NewStrategyUndecided(_OnNewStrategies):
    """Another id is no way around those who decide."""

    id = "REV535"
    name = "new-strategy-without-decision"
    title = "En ny strategi i samma {county} införs bara genom beslut"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ id, eller lägg till beslutet om den nya strategin med strategi new revision: principiellt
        (class), med textens kontrollsumma och med en källa som är ny i förslaget."""
        found = proposal.new_strategy
        if found is None or found.is_other_county or _is_decided(proposal):
            return
        mandate = proposal.mandate(DecisionClass.ESSENTIAL)
        bodies = proposal.names(mandate.decided_by if mandate else ())
        yield from self.at_id(proposal, f"{_renamed(found)} utan beslut i {bodies} om den nya strategin")


class FormerStrategyLost(_OnNewStrategies):
    """What was decided can still be read when something else has been decided."""

    id = "REV536"
    name = "former-strategy-not-kept"
    title = "En tidigare strategi som är beslutad finns kvar när en ny införs i samma {county}"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Skriv den tidigare strategins id under ”succeeds” i strategy/strategy.yml."""
        found = proposal.new_strategy
        if found is None or found.is_other_county or not any(map(_is_decision, proposal.old.revisions)):
            return
        if proposal.new.info.succeeds != found.former_id:
            message = f"strategin ”{found.former_id}”, som är beslutad, skulle inte längre gå att läsa"
            yield from self.at_id(proposal, message, "succeeds")


class OtherCounty(_OnNewStrategies):
    """Two counties' strategies have nothing to compare; only people can tell whether the new one is right."""

    id = "REV537"
    name = "other-county"
    title = "Någon läser {county:en annan|ett annat} {county.genitive} strategi i sin helhet innan den införs"
    reference = _GROUND
    severity = Severity.WARNING

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Den som ansvarar för webbplatsen läser allt och avgör. Var det inte meningen att byta {county}:
        återställ id, {county.definite} och {principal.definite_plural}."""
        found = proposal.new_strategy
        if found and found.is_other_county:
            county = proposal.new.words.say("{county.definite} är {county:en annan|ett annat}")
            message = f"{_renamed(found)} och {county}; granskningen jämför inte två olika strategier"
            yield from self.at_id(proposal, message)


def _renamed(found: NewStrategy) -> str:
    return f"id ändras från ”{found.former_id}” till ”{found.id}”"


def _is_decided(proposal: Proposal) -> bool:
    """Whether a new record says that a body that may, by the rules as they were, has decided on this text."""
    mandate = proposal.mandate(DecisionClass.ESSENTIAL)
    return mandate is not None and any(
        _is_decision(entry.record)
        and entry.record.change_class is ChangeClass.ESSENTIAL
        and entry.record.decided_by in mandate.decided_by
        and entry.record.digest == proposal.new_digest
        and not proposal.new_sources.isdisjoint(entry.record.references)
        for entry in proposal.new_records
    )


def _is_decision(revision: Revision) -> bool:
    """Whether a body has stood behind a text, and not only let it go on to be decided."""
    return revision.decision is not DecisionKind.APPROVED and not revision.withdrawn
