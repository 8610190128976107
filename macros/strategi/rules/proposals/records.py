"""Check that a record agrees with its text and is not edited once it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategi.content.collection import Entry
from strategi.content.replacements import value_of_today
from strategi.diff.facts import is_same_text
from strategi.model.change import PartChange
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governance import Correction, Postponement, Revision
from strategi.model.governed import RECORD_ID
from strategi.model.revision_order import places_of
from strategi.rules.proposals.corrected_parts import gives, holds
from strategi.rules.proposals.edits import Edit, rewritten
from strategi.rules.proposals.exact_ids import more_exact
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule

_GROUND = "CONTRIBUTING.md, revideringar"
# Keys of a record that say what is in force. They are not put right by a correction.
_LEGAL = frozenset(
    {
        "decision",
        "decided_by",
        "decided_on",
        "effective_from",
        "condition",
        "class",
        "predecessor",
        "withdrawn",
    }
)
BY_DECISION_ONLY = (
    "Återställ uppgiften. Vad som gäller ändras bara av ett nytt beslut, som skrivs i en egen fil med "
    "strategi new revision. Det räcker inte med en rättelse."
)

FILLED_IN_WITH_SOURCE = (
    "Lägg till källan till uppgiften i strategy/references.yml, och dess id under ”references”. En källa som "
    "fanns redan räcker inte."
)


class DigestAgainstContent(ProposalRule):
    """A record of another text than the one it comes with decides on nothing that can be read."""

    id = "REV506"
    name = "digest-against-content"
    title = "En ny post har samma kontrollsumma som texten i förslaget"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Räkna om summan med strategi digest, när texten lyder som den beslutades."""
        for entry in (proposal.record, *(each for each in proposal.standing_records if _lacks_digest(each))):
            if entry is None or entry.record.digest == proposal.new_digest:
                continue
            message = f"texten i förslaget har en annan kontrollsumma, {proposal.new_digest}"
            if _lacks_digest(entry):
                message = f"kontrollsumman saknas; textens är {proposal.new_digest}"
            yield self.found(proposal.head, entry, "digest", message=message)


def _lacks_digest(entry: Entry[Revision]) -> bool:
    return entry.record.digest is Evidence.NOT_FOUND


class DecisionWithoutSource(ProposalRule):
    """Anyone can write that a body has decided; readers must be able to see that it has."""

    id = "REV532"
    name = "decision-without-source"
    title = "Ett nytt beslut har en källa"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Skriv protokollet eller beslutet under ”references”, med id som i strategy/references.yml."""
        for entry in proposal.new_records:
            if not entry.record.references:
                message = f"revideringen {entry.record.id} har ingen källa"
                yield self.found(proposal.head, entry, "references", message=message)
        for postponed in proposal.head.of(Postponement):
            if postponed.record not in proposal.old.postponements and not postponed.record.references:
                message = f"beslutet om nästa revidering den {postponed.record.decided_on} har ingen källa"
                yield self.found(proposal.head, postponed, "references", message=message)


class SeveralTexts(ProposalRule):
    """When a proposal is squashed, only its last text is left in the history."""

    id = "REV509"
    name = "several-texts-in-one-proposal"
    title = "Ett förslag lägger till en enda text"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Lägg de tidigare revideringarna eller rättelserna i egna förslag, ett i taget."""
        known = {each for revision in proposal.old.revisions for each in revision.digests}
        known |= {proposal.old_digest, proposal.new_digest}
        for entry in proposal.new_records:
            is_covering = proposal.record is not None and entry is proposal.record
            if not is_covering and not _lacks_digest(entry) and entry.record.digest not in known:
                message = (
                    f"texten till {entry.record.id} är inte den som förslaget slutar med, och går förlorad"
                )
                yield self.found(proposal.head, entry, "digest", message=message)
        if proposal.new_records and proposal.text_corrections:
            entry, number, _ = proposal.text_corrections[0]
            message = "förslaget lägger också till en revidering, så den rättade texten finns inte kvar"
            yield self.found(proposal.head, entry, "corrections", number, message=message)


_Listed = tuple[Entry[Revision], int, Correction]
"""A record, the number of a correction in it, and the correction."""


class CorrectionAgainstText(ProposalRule):
    """A correction names exactly what is put right, or it would let other changes through."""

    id = "REV508"
    name = "correction-against-text"
    title = "En rättelse stämmer med det som har ändrats i texten"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Lista varje ändrad lydelse, hel, före och efter, och kontrollsumman före och efter. Det som stod
        ska bli exakt det som står, när ”before” byts mot ”after”."""
        for entry, number, correction in proposal.new_corrections:
            if correction.part == RECORD_ID and correction.digest_after != correction.digest_before:
                message = "en rättelse av posten ändrar inte texten, men kontrollsummorna skiljer sig"
                yield self.found(proposal.head, entry, "corrections", number, "digest_after", message=message)
        texts = proposal.text_corrections
        if not texts or proposal.new_records:
            return
        if not proposal.is_correction:
            entry, number, _ = texts[0]
            message = (
                f"rättelserna leder inte från textens kontrollsumma, {proposal.old_digest}, "
                f"till den som texten har i förslaget, {proposal.new_digest}"
            )
            yield self.found(proposal.head, entry, "corrections", number, message=message)
            return
        yield from list(self._ends(proposal)) or self._parts(proposal, texts)

    def _ends(self, proposal: Proposal) -> Iterator[Finding]:
        """Readers are shown the text of a record's last sum, so each leads from what stood to what stands."""
        for entry, number, correction in proposal.text_corrections:
            if correction.digest_before != proposal.old_digest:
                message = "kontrollsumman före är inte summan av den text som stod"
                yield self.found(
                    proposal.head, entry, "corrections", number, "digest_before", message=message
                )
            if correction.digest_after != proposal.new_digest:
                message = "kontrollsumman efter är inte summan av den text som står i förslaget"
                yield self.found(proposal.head, entry, "corrections", number, "digest_after", message=message)
            if is_same_text(correction.before, correction.after):
                message = "samma lydelse står före och efter, så ingenting rättas"
                yield self.found(proposal.head, entry, "corrections", number, "after", message=message)
            if entry.record.withdrawn:
                message = "revideringen är återkallad, så dess text kan inte rättas"
                yield self.found(proposal.head, entry, "corrections", number, message=message)

    def _parts(self, proposal: Proposal, texts: Sequence[_Listed]) -> Iterator[Finding]:
        changed = {each.part.id: each for each in proposal.comparison.governed.changed}
        named = {correction.part for *_, correction in texts}
        for part_id in dict.fromkeys(correction.part for *_, correction in texts):
            listed = [each for each in texts if each[2].part == part_id]
            if part_id in changed:
                yield from self._part(proposal, changed[part_id], listed)
            else:
                message = f"delen ”{part_id}” är inte ändrad i förslaget"
                yield from (
                    self.found(proposal.head, entry, "corrections", number, "part", message=message)
                    for entry, number, _ in listed
                )
        for part_id in changed.keys() - named:
            message = f"delen ”{part_id}” är också ändrad, men står inte bland rättelserna"
            yield self.found(proposal.head, texts[0][0], "corrections", texts[0][1], message=message)

    def _part(self, proposal: Proposal, change: PartChange, listed: Sequence[_Listed]) -> Iterator[Finding]:
        """Every word of a part that differs must be named."""
        is_absent = False
        for entry, number, correction in listed:
            for key, part in (("before", change.old), ("after", change.new)):
                if not holds(part, getattr(correction, key)):
                    is_absent = True
                    message = f"lydelsen under ”{key}” står inte i delen ”{correction.part}”"
                    yield self.found(proposal.head, entry, "corrections", number, key, message=message)
        if is_absent or _is_explained(change, [correction for *_, correction in listed]):
            return
        entry, number, correction = listed[-1]
        message = f"mer är ändrat i delen ”{correction.part}” än det som rättelserna säger"
        yield self.found(proposal.head, entry, "corrections", number, "after", message=message)


def _is_explained(change: PartChange, corrections: Sequence[Correction]) -> bool:
    """A correction puts words right; it neither moves a part nor gives it another id."""
    if change.old is None or change.new is None or change.is_moved or change.is_renumbered:
        return False
    return gives(change.old, change.new, corrections)


class DecidedRecordEdited(ProposalRule):
    """What is recorded of a decision is not rewritten afterwards, unless the record says so itself."""

    id = "REV507"
    name = "decided-record-edited"
    title = "En post om ett beslut ändras bara genom att det som saknas fylls i, eller genom en rättelse"
    reference = _GROUND

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ uppgiften. Är den fel, skriv en rättelse under ”corrections” med part: record, och med
        det gamla och det nya värdet under ”before” och ”after”."""
        standing = {entry.record.id: entry for entry in proposal.head.of(Revision)}
        unproved = more_exact(proposal.old, proposal.new)
        for revision_id, old in proposal.recorded.items():
            entry = standing.get(revision_id)
            if entry is None:
                message = f"posten om revideringen {revision_id} är borttagen"
                path = f"strategy/revisions/{revision_id}.yml"
                advice = FILLED_IN_WITH_SOURCE if revision_id in unproved else ""
                yield self.describe().at(path, 1, 1, message, value=revision_id, advice=advice)
                continue
            for edit in unlisted_edits(proposal, entry, old):
                message = f"”{edit.name}” är ändrad från ”{edit.before}” till ”{edit.after}”"
                advice = BY_DECISION_ONLY if edit.keys[0] in _LEGAL else ""
                yield self.found(proposal.head, entry, *edit.keys, message=message, advice=advice)
            later = self._with_the_text(proposal, old, entry.record)
            if later:
                message = f"texten med den kontrollsumman är den som {later.id} gäller"
                yield self.found(proposal.head, entry, "digest", message=message)

    def _with_the_text(self, proposal: Proposal, old: Revision, new: Revision) -> Revision | None:
        """A later revision that has the text whose sum is filled in: readers would be shown that one's."""
        if old.digest is not Evidence.NOT_FOUND or new.digest is Evidence.NOT_FOUND:
            return None
        places = places_of(proposal.recorded.values())
        later = (each for each in proposal.recorded.values() if places[each.id] > places[old.id])
        return next((each for each in later if new.digest in each.digests), None)


def unlisted_edits(proposal: Proposal, entry: Entry[Revision], before: Revision) -> Iterator[Edit]:
    """What a record says otherwise than before, and neither a correction nor a new decision accounts for."""
    for edit in rewritten(before, entry.record):
        if not _is_listed(proposal, entry.record, edit) and not _is_replaced(proposal, edit):
            yield edit


def _is_replaced(proposal: Proposal, edit: Edit) -> bool:
    """Whether a decision is taken back together with the decision that comes instead."""
    return edit.keys == ("withdrawn",) and edit.after == "true" and proposal.decides_on_the_whole


def _is_listed(proposal: Proposal, revision: Revision, edit: Edit) -> bool:
    """Whether a correction lists the edit. Which text was decided is no fact that can be put right."""
    return edit.keys != ("digest",) and any(
        listed.record is revision
        and each.part == RECORD_ID
        and is_same_text(value_of_today(Revision, edit.keys, each.before), edit.before)
        and is_same_text(value_of_today(Revision, edit.keys, each.after), edit.after)
        for listed, _, each in proposal.new_corrections
    )
