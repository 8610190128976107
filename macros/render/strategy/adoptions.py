"""What has each principal decided on the strategy, as far as we know?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.model.evidence import Evidence
from macros.model.governance import Adoption, AdoptionLedger, Outcome, Principal
from macros.model.parts import Reference
from macros.model.strategy import Strategy
from macros.render.strategy.references import references
from macros.render.templating import fragment
from macros.render.view import View

OUTCOME_WORDS = {
    Outcome.IDENTICAL: "Har antagit strategin",
    Outcome.DEVIATING: "Har antagit strategin med avvikelser",
    Outcome.REJECTED: "Har inte antagit strategin",
    Outcome.NOT_DOCUMENTED: "Beslut saknas i de källor vi har",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionRow:
    """A principal, its decision, and what that rests on. `adoption` is None where the ledger is silent."""

    principal: Principal
    adoption: Adoption | None
    references: tuple[Reference, ...]

    @property
    def outcome(self) -> Outcome:
        """What was decided; silence counts as not documented."""
        return self.adoption.outcome if self.adoption else Outcome.NOT_DOCUMENTED

    @property
    def words(self) -> str:
        """The outcome in Swedish."""
        return OUTCOME_WORDS[self.outcome]

    @property
    def is_documented(self) -> bool:
        """Whether there is a decision of any kind."""
        return self.outcome is not Outcome.NOT_DOCUMENTED

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is not known of a documented decision, in Swedish."""
        if not self.adoption or not self.is_documented:
            return ()
        facts = {
            "organ": self.adoption.body,
            "datum": self.adoption.decided_on,
            "paragraf": self.adoption.paragraph,
            "diarienummer": self.adoption.registry_number,
        }
        return tuple(word for word, fact in facts.items() if fact is Evidence.NOT_FOUND)


def adoptions(view: View) -> str:
    """Every principal with its decision and what that rests on."""
    return fragment("adoptions.html", view=view, **_counted(view))


def adoption_summary(view: View) -> str:
    """How many of the principals have a documented decision, in a sentence with a link."""
    return fragment("adoption_summary.html", view=view, **_counted(view))


def adoption_rows(view: View) -> tuple[AdoptionRow, ...]:
    """One row for each principal, in the order of the register."""
    ledger = current_ledger(view.strategy)
    found = {each.principal: each for each in ledger.adoptions} if ledger else {}
    return tuple(_row(view, principal, found.get(principal.id)) for principal in view.strategy.principals)


def current_ledger(strategy: Strategy) -> AdoptionLedger | None:
    """The decisions on the newest revision that has any recorded."""
    return strategy.ledgers[max(strategy.ledgers)] if strategy.ledgers else None


def _row(view: View, principal: Principal, adoption: Adoption | None) -> AdoptionRow:
    ids = adoption.references if adoption else ()
    return AdoptionRow(principal=principal, adoption=adoption, references=references(view, ids))


def _counted(view: View) -> dict[str, Sequence[AdoptionRow] | int]:
    rows = adoption_rows(view)
    return {"rows": rows, "documented": sum(row.is_documented for row in rows), "total": len(rows)}
