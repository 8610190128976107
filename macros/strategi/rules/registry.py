"""List the rules."""

from __future__ import annotations

from strategi.content.faults import file_rules
from strategi.content.table_faults import table_rules
from strategi.model.rule import RuleDescription
from strategi.model.words import Words
from strategi.rules import (
    adopted_wordings,
    adoptions,
    authority,
    county_shape,
    coverage,
    decision_dates,
    identities,
    links,
    overdue,
    revision_texts,
    revisions,
    texts,
    tiles,
    words,
)
from strategi.rules.former_words import WORD_REPLACED
from strategi.rules.history import history_rules
from strategi.rules.owners import owner_rules
from strategi.rules.page_faults import page_rules
from strategi.rules.past_versions import past_version_rules
from strategi.rules.proposals.registry import proposal_catalogue
from strategi.rules.rule import Rule
from strategi.rules.schema_files import SCHEMA_LINE, SCHEMA_OLD
from strategi.rules.site_facts import site_rules


def rules() -> tuple[Rule, ...]:
    """Every rule on what was read, by number."""
    return (
        identities.IdAgainstFileName(),
        identities.IdTwice(),
        links.SubgoalMissing(),
        links.BodyMissing(),
        links.ReferenceMissing(),
        links.FocusShiftMissing(),
        links.AreaMissing(),
        identities.SectionIdReserved(),
        links.PlanPrincipalMissing(),
        coverage.SubgoalWithoutIndicator(),
        coverage.ValueAgainstEvidence(),
        coverage.OrderTwice(),
        authority.MandateTwice(),
        authority.ClassWithoutMandate(),
        authority.ThingWithoutClass(),
        authority.ClassificationTwice(),
        county_shape.AreaCodeShape(),
        county_shape.ComparisonIncomplete(),
        county_shape.AppendixContradicted(),
        words.WordTwice(),
        words.WordAddressTaken(),
        words.WordKeyMeaningless(),
        adoptions.LedgerRevisionMissing(),
        adoptions.LedgerPrincipalMissing(),
        adoptions.PrincipalAbsent(),
        adoptions.PrincipalTwice(),
        adoptions.DecisionWithoutSupport(),
        adoptions.DecisionNotDocumented(),
        adopted_wordings.DigestAgainstOutcome(),
        adopted_wordings.DeviationsAgainstOutcome(),
        adopted_wordings.DeviationContradicted(),
        adopted_wordings.DeviatingPartMalformed(),
        adopted_wordings.AdoptionOutOfOrder(),
        adopted_wordings.ConditionBroken(),
        tiles.TilesIncomplete(),
        links.SourcedSeriesMissing(),
        coverage.BoundsReversed(),
        revisions.PredecessorMissing(),
        revisions.ChainForks(),
        revisions.PredecessorNotOlder(),
        decision_dates.DatesContradict(),
        decision_dates.DecisionInFuture(),
        revisions.PostponedRevisionMissing(),
        decision_dates.DueBeforeDecision(),
        decision_dates.InformedOutOfOrder(),
        decision_dates.CorrectionOutOfOrder(),
        revision_texts.PartIdMalformed(),
        revision_texts.CorrectionChainBroken(),
        revision_texts.ClassAgainstDigest(),
        revision_texts.DigestTwice(),
        overdue.RevisionOverdue(),
        texts.RawHtml(),
        texts.TemplateSyntax(),
        texts.BrokenLink(),
        texts.LinkAddress(),
        texts.ForeignPicture(),
        texts.LostWordInText(),
    )


def county_rules() -> tuple[RuleDescription, ...]:
    """Every rule on what a county keeps beside its content, by number."""
    return (SCHEMA_OLD, SCHEMA_LINE, *owner_rules())


def catalogue(called: Words) -> tuple[RuleDescription, ...]:
    """Every rule, on all that is read and judged, by number and in those words."""
    described = (
        *file_rules(),
        *table_rules(),
        *(rule.describe() for rule in rules()),
        *history_rules(),
        *past_version_rules(),
        *county_rules(),
        WORD_REPLACED,
        *site_rules(),
        *page_rules(),
        *proposal_catalogue(),
    )
    said = (each.in_words(called) for each in described)
    return tuple(sorted(said, key=lambda each: each.id))
