"""List the rules on proposals, and check a proposal against them."""

from __future__ import annotations

from strategi.model.finding import Finding
from strategi.model.rule import RuleDescription
from strategi.rules.proposals import claims, decisions, legal_status, new_strategies, records, settings
from strategi.rules.proposals.obstacles import obstacles
from strategi.rules.proposals.proposal import Proposal
from strategi.rules.proposals.proposal_rule import ProposalRule


def proposal_rules() -> tuple[ProposalRule, ...]:
    """Every rule on what a proposal changes, by number."""
    return (
        decisions.MainContentUndecided(),
        decisions.OtherTextUndecided(),
        decisions.WrongBody(),
        decisions.InformedDayMissing(),
        decisions.ClassTooLow(),
        records.DigestAgainstContent(),
        records.DecidedRecordEdited(),
        records.CorrectionAgainstText(),
        records.SeveralTexts(),
        settings.SettingUndecided(),
        settings.PostponedByWrongBody(),
        settings.GovernanceWithText(),
        settings.GovernanceChanged(),
        settings.CodeWithText(),
        claims.InForceAgainstPrincipals(),
        claims.AdoptionEdited(),
        claims.ProposalBehind(),
        records.DecisionWithoutSource(),
        legal_status.StatusUndecided(),
        settings.PostponementEdited(),
        *_on_new_strategies(),
    )


def _on_new_strategies() -> tuple[ProposalRule, ...]:
    return (
        new_strategies.NewStrategyUndecided(),
        new_strategies.FormerStrategyLost(),
        new_strategies.OtherCounty(),
    )


def _rules_for(proposal: Proposal) -> tuple[ProposalRule, ...]:
    """Of a new strategy, those that judge its own records and what comes with it: nothing is compared.

    Another county's is not judged by the rules of the one that it takes the place of.
    """
    if proposal.new_strategy is None:
        return proposal_rules()
    if proposal.new_strategy.is_other_county:
        return (*_on_new_strategies(), claims.ProposalBehind())
    return (
        *_on_new_strategies(),
        decisions.WrongBody(),
        decisions.InformedDayMissing(),
        decisions.ClassTooLow(),
        records.DigestAgainstContent(),
        records.SeveralTexts(),
        records.DecisionWithoutSource(),
        settings.GovernanceWithText(),
        settings.GovernanceChanged(),
        settings.CodeWithText(),
        claims.ProposalBehind(),
    )


def proposal_catalogue() -> tuple[RuleDescription, ...]:
    """Every rule on proposals, and what can keep one from being judged."""
    return (*(each.describe() for each in proposal_rules()), *obstacles())


def check_proposal(proposal: Proposal) -> tuple[Finding, ...]:
    """Every fault of a proposal, sorted by place. Raises `Unjudgeable`."""
    return tuple(sorted({found for rule in _rules_for(proposal) for found in rule.check(proposal)}))
