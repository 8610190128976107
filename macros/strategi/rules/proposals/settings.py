"""Check that decided settings, and the rules that judge the text, are changed only openly."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.content.collection import Entry
from strategi.content.layout import list_files
from strategi.model.authority import ChangedThing, Classification, Mandate
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Postponement
from strategi.model.record import Record
from strategi.model.review import JudgedChange
from strategi.rules.proposals.decisions import WHO
from strategi.rules.proposals.edits import rewritten
from strategi.rules.proposals.proposal import JUDGED_APART, Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule

GOVERNANCE_FILE = "strategy/governance.yml"
# What makes the site and judges proposals. Pages are prose, and may be changed with the text they speak of.
_CODE = ("macros/", ".github/", ".ci/", "Makefile", "mkdocs.yml", "pyproject.toml", "requirements/")


class SettingUndecided(ProposalRule):
    """Validity, principals and the like are decided too, though they stand outside the text."""

    id = "REV510"
    name = "setting-changed-without-decision"
    title = "Giltighet, {principal.plural} och annat som är beslutat utanför texten ändras bara genom beslut"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ uppgiften, eller lägg till beslutet med strategi new revision."""
        for change in proposal.weighing.changes:
            mandate = proposal.mandate(change.change_class)
            if change.record is None or change.thing in JUDGED_APART or mandate is None:
                continue
            if mandate.decided_by and not proposal.is_decided_by(mandate):
                yield self._report(proposal, change, mandate)

    def _report(self, proposal: Proposal, change: JudgedChange, mandate: Mandate) -> Finding:
        assert change.record is not None
        bodies = proposal.names(mandate.decided_by)
        what = f"”{change.field}” i {change.id}" if change.field else change.id
        message = f"{what} ({change.record.collection}) ändras utan beslut i {bodies}"
        found = _entry(proposal, change.id)
        if found is None:
            return self.describe().at(_file(change.record.collection), 1, 1, message)
        return self.found(proposal.head, found, *filter(None, [change.field]), message=message)


def _entry(proposal: Proposal, identity: str) -> Entry[Record] | None:
    """Where in the files a record stands, if it still does."""
    for kind in (each for file in list_files().values() for each in file.lists.values()):
        for entry in proposal.head.of(kind):
            if identity in (getattr(entry.record, "id", None), getattr(entry.record, "code", None)):
                return entry
    infos = [each for entries in proposal.head.entries.values() for each in entries]
    return next((each for each in infos if each.path == f"strategy/{identity}.yml"), None)


def _file(collection: str) -> str:
    return f"strategy/{collection}.yml"


class PostponedByWrongBody(ProposalRule):
    """Who decides on revisions decides on their day."""

    id = "REV520"
    name = "postponed-by-wrong-body"
    title = "Det organ som har flyttat nästa revidering får göra det"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Rätta ”decided_by”, eller ta bort beslutet om en annan dag."""
        mandate = proposal.mandate(proposal.scales.of(ChangedThing.POSTPONEMENTS))
        allowed = mandate.decided_by if mandate else ()
        for entry in proposal.head.of(Postponement):
            is_new = entry.record not in proposal.old.postponements
            if is_new and entry.record.decided_by not in allowed:
                who = proposal.names((entry.record.decided_by,))
                message = f"{who} får inte flytta nästa revidering; det får {proposal.names(allowed)}"
                yield self.found(proposal.head, entry, "decided_by", message=message)


class PostponementEdited(ProposalRule):
    """What was decided on the next revision stays on record; a later decision is a row of its own."""

    id = "REV534"
    name = "recorded-postponement-edited"
    title = "Ett redovisat beslut om nästa revidering ändras bara genom att det som saknas fylls i"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ raden. Ett nytt beslut skrivs som en ny rad, med sin källa."""
        entries = {_key(entry.record): entry for entry in reversed(proposal.head.of(Postponement))}
        for old in proposal.old.postponements:
            entry = entries.get(_key(old))
            if entry is None:
                message = f"beslutet den {old.decided_on} om nästa revidering är borttaget"
                yield self.describe().at("strategy/postponements.yml", 1, 1, message, value=str(old.due_on))
                continue
            for edit in rewritten(old, entry.record):
                message = f"”{edit.name}” är ändrad från ”{edit.before}” till ”{edit.after}”"
                yield self.found(proposal.head, entry, *edit.keys, message=message)


def _key(postponement: Postponement) -> tuple[object, ...]:
    """What tells one decision from another."""
    return postponement.revision, postponement.decided_on


class GovernanceWithText(ProposalRule):
    """A change must not loosen the rule that judges it, nor the next one unseen."""

    id = "REV525"
    name = "governance-with-text"
    title = "Reglerna för vem som beslutar ändras inte tillsammans med det som de gäller"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Lägg ändringen av strategy/governance.yml i ett eget förslag."""
        is_governed = proposal.is_text_changed or proposal.new_records or proposal.new_corrections
        if _is_governance_changed(proposal) and is_governed:
            message = "filen ändras i samma förslag som beslutad text"
            yield self.describe().at(GOVERNANCE_FILE, 1, 1, message)


class GovernanceChanged(ProposalRule):
    """Who decides is itself decided; whether the file says it rightly, only people can tell."""

    id = "REV526"
    name = "governance-changed"
    title = "Reglerna för vem som beslutar stämmer med vad som är beslutat"
    reference = WHO
    severity = Severity.WARNING

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Låt den som beslutar om sådana ändringar godkänna förslaget. Det bedöms efter reglerna som de var;
        de nya gäller från nästa förslag."""
        if not _is_governance_changed(proposal):
            return
        mandate = proposal.mandate(proposal.scales.of(ChangedThing.GOVERNANCE))
        bodies = proposal.names(mandate.decided_by if mandate else ())
        message = f"reglerna ändras; {bodies} behöver ha tagit ställning till dem"
        first = next(iter((*proposal.head.of(Mandate), *proposal.head.of(Classification))), None)
        if first is None:
            yield self.describe().at(GOVERNANCE_FILE, 1, 1, message)
        else:
            yield self.found(proposal.head, first, message=message)


def _is_governance_changed(proposal: Proposal) -> bool:
    old, new = proposal.old, proposal.new
    return (old.mandates, old.classes) != (new.mandates, new.classes)


class CodeWithText(ProposalRule):
    """The program that judges must not change in the same breath as what it judges."""

    id = "REV527"
    name = "code-with-text"
    title = "Programmet ändras inte tillsammans med beslutad text"
    reference = "CONTRIBUTING.md, så gör du"

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Dela upp ändringen i två förslag: ett med texten och ett med programmet."""
        code = sorted(each for each in proposal.changed if each.startswith(_CODE))
        if code and (proposal.is_text_changed or proposal.new_records):
            message = "filen hör till programmet, men förslaget ändrar också beslutad text"
            yield self.describe().at(code[0], 1, 1, message, value=f"{len(code)} filer")
