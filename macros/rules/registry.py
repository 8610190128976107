"""Which rules are there?"""

from __future__ import annotations

from macros.content.faults import file_rules
from macros.content.table_faults import table_rules
from macros.model.rule import RuleDescription
from macros.rules import adoptions, coverage, identities, links, revisions, texts
from macros.rules.page_faults import page_rules
from macros.rules.rule import Rule


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
        coverage.SubgoalWithoutIndicator(),
        coverage.ValueAgainstEvidence(),
        coverage.OrderTwice(),
        adoptions.LedgerRevisionMissing(),
        adoptions.LedgerPrincipalMissing(),
        adoptions.PrincipalAbsent(),
        adoptions.PrincipalTwice(),
        adoptions.DecisionWithoutSupport(),
        adoptions.DecisionNotDocumented(),
        links.SourcedSeriesMissing(),
        coverage.BoundsReversed(),
        revisions.PredecessorMissing(),
        revisions.ChainForks(),
        revisions.PredecessorNotOlder(),
        revisions.DatesContradict(),
        revisions.DecisionInFuture(),
        texts.RawHtml(),
        texts.TemplateSyntax(),
        texts.BrokenLink(),
    )


def catalogue() -> tuple[RuleDescription, ...]:
    """Every rule, those of reading, those on what was read and those of pages, by number."""
    described = (*file_rules(), *table_rules(), *(rule.describe() for rule in rules()), *page_rules())
    return tuple(sorted(described, key=lambda each: each.id))
