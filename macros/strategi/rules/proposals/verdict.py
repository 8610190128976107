"""Weigh a proposal by what its changes weigh, what its records say, and what becomes of the legal status."""

from __future__ import annotations

from dataclasses import replace

from strategi.model.authority import ChangedThing, DecisionClass
from strategi.model.evidence import Evidence
from strategi.model.review import StatusGround, Weighing
from strategi.rules.proposals.legal_status import status_change, status_ground
from strategi.rules.proposals.proposal import Proposal


def weigh(proposal: Proposal) -> Weighing:
    """Give the weighing with the class that the whole has. Raises `Unjudgeable`.

    A change of the legal status that nothing supports weighs as the strategy's own facts do, however
    little the edit does that leads to it.
    """
    if proposal.new_strategy:
        return proposal.weighing
    weighing, ground = proposal.weighing, status_ground(proposal)
    classes = [*filter(None, [weighing.change_class]), *_stated(proposal)]
    if ground is StatusGround.NOTHING:
        classes.append(proposal.scales.of(ChangedThing.STRATEGY))
    heaviest = max(classes, default=None)
    return replace(
        weighing,
        change_class=heaviest,
        mandate=proposal.mandate(heaviest),
        status_ground=ground,
        status_change=status_change(proposal),
    )


def _stated(proposal: Proposal) -> list[DecisionClass]:
    """How much the proposal's own records say that they weigh."""
    classes = (entry.record.change_class for entry in proposal.standing_records)
    return [DecisionClass(each.value) for each in classes if each is not Evidence.NOT_FOUND]
