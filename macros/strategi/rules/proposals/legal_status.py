"""Judge whether all that a proposal changes of the legal status rests on a decision or a source in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce

from strategi.content.document import START
from strategi.model.finding import Finding
from strategi.model.review import StatusChange, StatusGround
from strategi.model.strategy import Strategy
from strategi.rules.legal_status import WHOLE_FACTS, legal_status, turning_days
from strategi.rules.proposals.decisions import WHO
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule
from strategi.rules.proposals.status_edits import Ground, StatusEdit, status_edits

_ANYWHERE = "strategy/strategy.yml"


class StatusUndecided(ProposalRule):
    """What applies is changed by those who may decide on it, and by nobody else."""

    id = "REV533"
    name = "legal-status-without-decision"
    title = "Vad som gäller, från när, hur länge och på vilka villkor ändras bara genom beslut"
    reference = WHO

    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Återställ det som ändrar vad som gäller, eller lägg till beslutet med strategi new revision."""
        judged = _Judgement(proposal)
        for edit, change in judged.unfounded():
            if not edit.is_reported:
                yield self._report(proposal, edit, change)
        left = judged.unexplained()
        if left:
            yield self.describe().at(_ANYWHERE, 1, 1, _message(left))

    def _report(self, proposal: Proposal, edit: StatusEdit, change: StatusChange) -> Finding:
        message = _message(change)
        place = START if edit.entry is None else proposal.head.place(edit.entry, *edit.keys)
        return self.describe().at(
            edit.path, place.line, place.column, message, value=place.text, advice=edit.advice
        )


def status_change(proposal: Proposal) -> StatusChange | None:
    """What the proposal changes of the legal status, today or later; None where it changes nothing."""
    return first_change(proposal.old, proposal.new, proposal.today)


def status_ground(proposal: Proposal) -> StatusGround:
    """What a change of the legal status rests on in the proposal."""
    if status_change(proposal) is None:
        return StatusGround.UNCHANGED
    judged = _Judgement(proposal)
    if any(judged.unfounded()) or judged.unexplained():
        return StatusGround.NOTHING
    return StatusGround.DECISION if judged.rests_on_decision else StatusGround.REGISTERED


def first_change(old: Strategy, new: Strategy, today: date) -> StatusChange | None:
    """Compare the legal status today and on each later day on which it can change by itself."""
    for day in turning_days(old, new, today=today):
        before, after = legal_status(old, day), legal_status(new, day)
        if before != after:
            told = tuple(before.differences(after))
            return StatusChange(day=day, is_now=day == today, differences=told)
    return None


class _Judgement:
    """The edits of a proposal, and the state that those with a ground lead to from the base."""

    def __init__(self, proposal: Proposal) -> None:
        self._today = proposal.today
        self._old, self._new = proposal.old, proposal.new
        self._edits = status_edits(proposal)
        founded = [each for each in self._edits if each.ground in (Ground.DECISION, Ground.REGISTERED)]
        self._founded = _applied(proposal.old, founded)
        self._lacking = [each for each in self._edits if each.ground is Ground.LACKING]
        for edit in (each for each in self._edits if each.ground is Ground.AMENDMENT):
            amended = edit.apply(self._founded)
            if self._leaves_the_whole(amended):
                self._founded = amended
            else:
                self._lacking.append(edit)

    @property
    def rests_on_decision(self) -> bool:
        """Whether any of the edits with a ground is a decision, and not only a registration."""
        decided = (each for each in self._edits if each.ground in (Ground.DECISION, Ground.AMENDMENT))
        return any(first_change(self._old, each.apply(self._old), self._today) for each in decided)

    def unfounded(self) -> Iterator[tuple[StatusEdit, StatusChange]]:
        """The edits without a ground that change the legal status, alone or together with the others."""
        everything = _applied(self._founded, self._lacking)
        for edit in self._lacking:
            others = _applied(self._founded, [each for each in self._lacking if each is not edit])
            change = first_change(self._founded, edit.apply(self._founded), self._today)
            change = change or first_change(others, everything, self._today)
            if change:
                yield edit, change

    def unexplained(self) -> StatusChange | None:
        """What differs from the files as they would stand when every known edit has been made."""
        everything = _applied(self._founded, self._lacking)
        return first_change(everything, self._new, self._today)

    def _leaves_the_whole(self, amended: Strategy) -> bool:
        days = turning_days(self._founded, amended, today=self._today)
        return all(
            getattr(legal_status(self._founded, day), fact) == getattr(legal_status(amended, day), fact)
            for day in days
            for fact in WHOLE_FACTS
        )


def _applied(strategy: Strategy, edits: Iterable[StatusEdit]) -> Strategy:
    return reduce(lambda found, edit: edit.apply(found), edits, strategy)


def _message(change: StatusChange) -> str:
    when = "" if change.is_now else f" från den {change.day}"
    return f"strategins ställning ändras{when} utan beslut: {'; '.join(change.differences)}"
