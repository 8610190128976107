"""Render what each principal has decided on the strategy, as far as is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from strategi.model.evidence import Evidence
from strategi.model.governance import Adoption, Outcome, Principal, Revision
from strategi.model.parts import Reference
from strategi.model.standing import AdoptionCount, Condition
from strategi.render.strategy.references import references
from strategi.render.strategy.standing import condition_of
from strategi.render.strategy.tiles import tile_map
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.fact_words import OUTCOME_WORDS
from strategi.rules.standing import standing
from strategi.words.numbers import day

# A sign as well as a word, so that nothing is told by colour alone.
OUTCOME_SIGNS = {
    Outcome.IDENTICAL: "=",
    Outcome.DEVIATING: "≠",
    Outcome.REJECTED: "×",
    Outcome.NOT_DOCUMENTED: "?",
}
OUTCOME_LABELS = {
    Outcome.IDENTICAL: "Likalydande beslut",
    Outcome.DEVIATING: "Beslut med avvikelser",
    Outcome.REJECTED: "Nej",
    Outcome.NOT_DOCUMENTED: "Beslut saknas i källorna",
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
    def sign(self) -> str:
        """The outcome as a sign."""
        return OUTCOME_SIGNS[self.outcome]

    @property
    def label(self) -> str:
        """The outcome in a word or two."""
        return OUTCOME_LABELS[self.outcome]

    @property
    def is_documented(self) -> bool:
        """Whether there is a decision of any kind."""
        return self.outcome is not Outcome.NOT_DOCUMENTED

    @property
    def is_inferred(self) -> bool:
        """Whether what the decision says is our reading."""
        return self.adoption is not None and self.adoption.outcome_evidence is Evidence.INFERRED

    @property
    def circumstances(self) -> str:
        """Who decided, when, and where that can be looked up: `Fullmäktige den 4 maj 2023, § 12`."""
        if not self.adoption or not self.is_documented:
            return ""
        body, when = self.adoption.body, self.adoption.decided_on
        decided = [body] if isinstance(body, str) else []
        decided += [f"den {day(when)}"] if isinstance(when, date) else []
        marks = (self.adoption.paragraph, self.adoption.registry_number)
        return ", ".join([" ".join(decided), *(mark for mark in marks if isinstance(mark, str))]).strip(" ,")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionAdoptions:
    """Every principal's decision on one revision. `revision` is None where none is recorded."""

    revision: Revision | None
    count: AdoptionCount
    rows: tuple[AdoptionRow, ...]
    is_current: bool

    @property
    def condition(self) -> Condition | None:
        """Whether the decision's condition is met; None where no condition is known."""
        return condition_of(self.revision or Evidence.NOT_FOUND, self.count)

    @property
    def documented(self) -> int:
        """How many of the principals have a decision that we know."""
        return sum(row.is_documented for row in self.rows)

    def row(self, principal_id: str) -> AdoptionRow:
        """The decision of one principal."""
        return next(each for each in self.rows if each.principal.id == principal_id)


def adoptions(view: View) -> str:
    """Every principal with its decision and what that rests on, as a map and a list, per revision."""
    current, *others = adoptions_by_revision(view)
    return fragment(
        "adoptions.html",
        view=view,
        current=current,
        others=others,
        is_amended=standing(view.strategy, view.today).revision not in (current.revision, Evidence.NOT_FOUND),
        map=tile_map(view.strategy.principals),
        legend=[
            (outcome, OUTCOME_SIGNS[outcome], OUTCOME_LABELS[outcome], *_how_many(current, outcome))
            for outcome in Outcome
        ],
    )


def adoption_summary(view: View) -> str:
    """How many of the principals have a documented decision, in a sentence with a link."""
    return fragment("adoption_summary.html", view=view, found=adoptions_by_revision(view)[0])


def adoption_rows(view: View) -> tuple[AdoptionRow, ...]:
    """One row for each principal, in the order of the register: what it decided on the current revision."""
    return adoptions_by_revision(view)[0].rows


def adoptions_by_revision(view: View) -> tuple[RevisionAdoptions, ...]:
    """The decisions on the current revision, and then on every other that has a ledger, newest first."""
    found = standing(view.strategy, view.today)
    recorded = [
        RevisionAdoptions(
            revision=each.revision,
            count=each.adoption,
            rows=_rows(view, _ledger(view, each.revision)),
            is_current=each.revision == found.adopted,
        )
        for each in reversed(found.revisions)
        if each.revision == found.adopted or each.revision.id in view.strategy.ledgers
    ]
    unrecorded = RevisionAdoptions(revision=None, count=found.adoption, rows=_rows(view, {}), is_current=True)
    return tuple(sorted(recorded, key=lambda each: not each.is_current)) or (unrecorded,)


def _ledger(view: View, revision: Revision) -> Mapping[str, Adoption]:
    ledger = view.strategy.ledgers.get(revision.id)
    return {each.principal: each for each in ledger.adoptions} if ledger else {}


def _rows(view: View, found: Mapping[str, Adoption]) -> tuple[AdoptionRow, ...]:
    return tuple(_row(view, each, found.get(each.id)) for each in view.strategy.principals)


def _row(view: View, principal: Principal, adoption: Adoption | None) -> AdoptionRow:
    ids = adoption.references if adoption else ()
    return AdoptionRow(principal=principal, adoption=adoption, references=references(view, ids))


def _how_many(found: RevisionAdoptions, outcome: Outcome) -> tuple[int, int]:
    """How many have decided so, and for how many of them that is our reading."""
    rows = [row for row in found.rows if row.outcome is outcome]
    return len(rows), sum(row.is_inferred for row in rows if row.is_documented)
