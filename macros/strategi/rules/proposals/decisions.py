"""Check that the text changes by a decision of a body that may take it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from strategi.content.collection import Entry
from strategi.model.authority import DecisionClass, Mandate
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governance import DecisionKind, Revision
from strategi.model.review import JudgedChange
from strategi.rules.proposals.places import place_of, what_happens
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule

WHO = "CONTRIBUTING.md, vem som beslutar"

CLASS_WORDS = {
    DecisionClass.DATA: "data",
    DecisionClass.TECHNICAL: "teknisk",
    DecisionClass.NON_ESSENTIAL: "icke-principiell",
    DecisionClass.ESSENTIAL: "principiell",
}


class _Undecided(ProposalRule):
    """Text of some classes that changes though the proposal brings no decision."""

    def undecided(self, proposal: Proposal, *classes: DecisionClass) -> Iterator[Finding]:
        """Report each part once, however many of its facts differ."""
        if not proposal.is_text_changed or proposal.record is not None or proposal.is_correction:
            return
        for _, group in groupby(proposal.text_changes, key=lambda each: each.id):
            changes = list(group)
            heaviest = max(changes, key=lambda each: each.change_class)
            if heaviest.change_class in classes:
                yield self._report(proposal, heaviest)

    def _report(self, proposal: Proposal, change: JudgedChange) -> Finding:
        assert change.part is not None
        mandate = proposal.mandate(change.change_class)
        bodies = proposal.names(mandate.decided_by if mandate else ())
        path, place = place_of(change, proposal.head, proposal.base)
        message = f"{what_happens(change.part, proposal.words)} utan beslut i {bodies}"
        return self.describe().at(path, place.line, place.column, message, value=place.text)


class MainContentUndecided(_Undecided):
    """The heart of the strategy is changed by those who decide on revisions alone."""

    id = "REV501"
    name = "main-content-changed-without-decision"
    title = (
        "{Vision}, {goal.plural} och {indicator.plural}, och annat som är principiellt, ändras bara genom "
        "beslut"
    )
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ lydelsen, eller lägg till beslutet med strategi new revision. Har beslutet återgetts fel?
        Skriv då rättelsen under ”corrections”."""
        yield from self.undecided(proposal, DecisionClass.ESSENTIAL)


class OtherTextUndecided(_Undecided):
    """The rest of the text is decided too, by a body closer to the work."""

    id = "REV502"
    name = "governed-text-changed-without-decision"
    title = "Övrig beslutad text ändras bara genom beslut"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ lydelsen, eller lägg till beslutet med strategi new revision. Har beslutet återgetts fel?
        Skriv då rättelsen under ”corrections”."""
        # Another county may say that some text weighs less; it is still decided text.
        below = (each for each in DecisionClass if each < DecisionClass.ESSENTIAL)
        yield from self.undecided(proposal, *below)


class WrongBody(ProposalRule):
    """A decision by somebody who may not take it is none."""

    id = "REV503"
    name = "decided-by-wrong-body"
    title = "Det organ som har beslutat får besluta om en ändring av den klassen"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Lägg fram ändringen för ett organ som får besluta om den, eller rätta ”decided_by”."""
        for entry in proposal.standing_records:
            yield from self._wrong(proposal, entry, proposal.decided_class)
        for entry in proposal.head.of(Revision):
            before = proposal.recorded.get(entry.record.id)
            if before and not before.is_attributed:
                yield from self._wrong(proposal, entry, proposal.class_of(entry.record))

    def _wrong(
        self, proposal: Proposal, entry: Entry[Revision], weight: DecisionClass | None
    ) -> Iterator[Finding]:
        """Whether the body may not. One that is not known has decided nothing that this rule could judge."""
        record, mandate = entry.record, _mandate(proposal, entry.record, weight)
        # Where no decision is needed, whoever has taken one may.
        if not record.is_attributed or mandate is None or not mandate.decided_by:
            return
        if record.decided_by in _may_act(record, mandate):
            return
        act = "godkänna ett förslag till" if record.decision is DecisionKind.APPROVED else "besluta om"
        allowed = proposal.names(_may_act(record, mandate))
        message = (
            f"{proposal.names((str(record.decided_by),))} får inte {act} en ändring som är "
            f"{CLASS_WORDS[mandate.change_class]}; det får {allowed}"
        )
        yield self.found(proposal.head, entry, "decided_by", message=message)


class InformedDayMissing(ProposalRule):
    """Whoever gives away a decision must at least be told of it."""

    id = "REV504"
    name = "informed-day-missing"
    title = "Den som ska informeras om beslutet har informerats, en dag som står i posten"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Skriv organet och dagen under ”informed”. Vänta med förslaget tills organet är informerat."""
        for entry in proposal.standing_records:
            if entry.record.is_decided and entry.record.is_attributed:
                yield from self._untold(proposal, entry)

    def _untold(self, proposal: Proposal, entry: Entry[Revision]) -> Iterator[Finding]:
        mandate = _mandate(proposal, entry.record, proposal.decided_class)
        told = {each.body: number for number, each in enumerate(entry.record.informed)}
        for body in mandate.informed if mandate else ():
            if body == entry.record.decided_by:
                continue
            name = proposal.names((body,))
            if body not in told:
                message = f"det står inte när {name} informerades om beslutet"
                yield self.found(proposal.head, entry, "informed", message=message)
            elif entry.record.informed[told[body]].informed_on is Evidence.NOT_FOUND:
                message = f"dagen då {name} informerades om beslutet saknas"
                yield self.found(proposal.head, entry, "informed", told[body], "informed_on", message=message)


class ClassTooLow(ProposalRule):
    """Doubt goes up: a record may say that a change weighs more than it does, never less."""

    id = "REV505"
    name = "class-too-low"
    title = "Ett beslut anger minst den klass som ändringarna har"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Rätta ”class”, eller dela upp ändringarna så att var och en beslutas av rätt organ."""
        for entry in proposal.standing_records:
            yield from self._too_low(proposal, entry)
        for entry in proposal.head.of(Revision):
            before = proposal.recorded.get(entry.record.id)
            if before and before.change_class is not entry.record.change_class:
                yield from self._changed_too_low(proposal, entry)

    def _changed_too_low(self, proposal: Proposal, entry: Entry[Revision]) -> Iterator[Finding]:
        """A class that comes afterwards is weighed as it would have been when the revision was recorded."""
        stated = entry.record.change_class
        if stated is Evidence.NOT_FOUND:
            return
        computed = proposal.class_of(entry.record)
        if DecisionClass(stated.value) < computed:
            message = (
                f"ändringen sägs vara {CLASS_WORDS[DecisionClass(stated.value)]}, "
                f"men den är {CLASS_WORDS[computed]}"
            )
            yield self.found(proposal.head, entry, "class", message=message)

    def _too_low(self, proposal: Proposal, entry: Entry[Revision]) -> Iterator[Finding]:
        stated, computed = entry.record.change_class, proposal.decided_class
        if stated is Evidence.NOT_FOUND:
            if entry.record.is_decided and entry.record.is_attributed:
                known = f"; den är {CLASS_WORDS[computed]}" if computed else ""
                yield self.found(proposal.head, entry, "class", message=f"ändringens klass saknas{known}")
        elif computed and proposal.is_class_too_low(entry.record):
            message = (
                f"ändringen sägs vara {CLASS_WORDS[DecisionClass(stated.value)]}, "
                f"men den är {CLASS_WORDS[computed]}"
            )
            yield self.found(proposal.head, entry, "class", message=message)


def _mandate(proposal: Proposal, record: Revision, weight: DecisionClass | None) -> Mandate | None:
    """Who decides on what a record covers: the class of its changes, or the record's own if higher.

    Where neither is known it is essential: doubt goes up.
    """
    stated = record.change_class
    said = [] if stated is Evidence.NOT_FOUND else [DecisionClass(stated.value)]
    found = (*said, *filter(None, [weight]))
    return proposal.mandate(max(found, default=DecisionClass.ESSENTIAL))


def _may_act(record: Revision, mandate: Mandate) -> tuple[str, ...]:
    """The bodies that may do what the record says was done. Who may decide may also approve a proposal."""
    if record.decision is DecisionKind.APPROVED:
        return tuple(dict.fromkeys((*mandate.prepared_by, *mandate.decided_by)))
    return mandate.decided_by
