"""Define the base class of rules on proposals."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from strategi.model.finding import Finding
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.rule import Described


class ProposalRule(Described):
    """One thing to check in what a proposal changes."""

    @abstractmethod
    def check(self, proposal: Proposal) -> Iterator[Finding]:
        """Say every break of the rule. May raise `Unjudgeable`."""
