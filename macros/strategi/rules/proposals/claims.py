"""Check that a proposal neither exceeds nor rewrites what the principals have decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Adoption, AdoptionLedger, Outcome, Revision
from strategi.model.revision_id import RevisionId
from strategi.rules.proposals.edits import rewritten
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule

_CONDITION = "Beslutets villkor: alla {principal.plural} fattar likalydande beslut"
_AGAINST = (Outcome.DEVIATING, Outcome.REJECTED)


class InForceAgainstPrincipals(ProposalRule):
    """A text that was to be adopted by all in the same words is not in force against one of them."""

    id = "REV528"
    name = "in-force-against-principals"
    title = "En revidering sägs inte börja gälla när {principal.a} har beslutat annat"
    reference = _CONDITION

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Skriv effective_from: not-found tills {principal.definite_plural} har fattat likalydande beslut."""
        ledgers = proposal.new.ledgers
        for entry in proposal.head.of(Revision):
            if not self._claims(proposal, entry.record):
                continue
            ledger = ledgers.get(entry.record.id)
            adoptions = ledger.adoptions if ledger else ()
            against = [each.principal for each in adoptions if each.outcome in _AGAINST]
            if against:
                start, names = entry.record.effective_from, proposal.principals(against)
                message = f"revideringen sägs gälla från {start}, men {names} har beslutat annat"
                yield self.found(proposal.head, entry, "effective_from", message=message)

    def _claims(self, proposal: Proposal, revision: Revision) -> bool:
        """Whether the proposal itself says, or says anew, that a revision under condition is in force."""
        before = proposal.recorded.get(revision.id)
        is_said = isinstance(revision.effective_from, date) and revision.condition is not Evidence.NOT_FOUND
        return is_said and (before is None or before.effective_from != revision.effective_from)


class AdoptionEdited(ProposalRule):
    """A principal may decide anew; what it decided before is not forgotten without a word.

    A source that the project knew already says nothing new of what was registered with it at hand.
    """

    id = "REV529"
    name = "documented-adoption-edited"
    title = "{Principal.a_genitive} redovisade beslut ändras bara med en ny källa"
    reference = _CONDITION

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Lägg till källan till det nya beslutet, eller till rättelsen, i strategy/references.yml, och dess
        id under ”references”. En källa som fanns redan räcker inte."""
        before = {
            (revision, each.principal): each
            for revision, ledger in proposal.old.ledgers.items()
            for each in ledger.adoptions
            if each.outcome is not Outcome.NOT_DOCUMENTED
        }
        for entry in proposal.head.of(AdoptionLedger):
            for number, each in enumerate(entry.record.adoptions):
                old = before.pop((entry.record.revision, each.principal), None)
                if old is not None:
                    yield from self._edits(proposal, entry, number, old)
        for revision, principal in before:
            path = f"strategy/adoptions/{revision}.yml"
            yield self.describe().at(path, 1, 1, _removed(principal, revision), value=principal)

    def _edits(
        self, proposal: Proposal, entry: Entry[AdoptionLedger], number: int, old: Adoption
    ) -> Iterator[Finding]:
        new = entry.record.adoptions[number]
        if new.outcome is Outcome.NOT_DOCUMENTED:
            message = _removed(new.principal, entry.record.revision)
            yield self.found(proposal.head, entry, "adoptions", number, "outcome", message=message)
        elif not proposal.new_sources & set(new.references):
            for edit in rewritten(old, new):
                message = f"”{edit.name}” för {new.principal} ändras från ”{edit.before}” till ”{edit.after}”"
                yield self.found(proposal.head, entry, "adoptions", number, *edit.keys, message=message)


def _removed(principal: str, revision: RevisionId) -> str:
    return f"beslutet av {principal} om revideringen {revision} tas bort"


class ProposalBehind(ProposalRule):
    """What has been merged since is not part of what was judged."""

    id = "REV530"
    name = "proposal-behind"
    title = "Förslaget bygger på den nyaste versionen"
    reference = "CONTRIBUTING.md, så gör du"
    severity = Severity.WARNING

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Hämta in den nyaste versionen (git merge) och granska igen."""
        if proposal.is_behind:
            message = "det som förslaget ska in i har ändrats sedan förslaget gjordes"
            yield self.describe().at("strategy/strategy.yml", 1, 1, message)
