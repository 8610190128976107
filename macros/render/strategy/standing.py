"""What is said above every text of the strategy: who decided it, is it in force, what is not known?"""

from __future__ import annotations

from macros.model.evidence import Evidence, NotFound
from macros.model.governance import DecisionKind, Revision
from macros.model.standing import AdoptionCount, Condition, Phase, RevisionStanding, Standing
from macros.render.addresses import comparison_address
from macros.render.templating import fragment
from macros.render.view import View
from macros.rules.standing import standing as standing_of

PHASE_WORDS = {
    Phase.PROPOSAL: "Förslag",
    Phase.RECOMMENDED: "Rekommenderad, ännu inte i kraft",
    Phase.IN_FORCE: "Gäller",
    Phase.SUPERSEDED: "Ersatt av en nyare version",
    Phase.EXPIRED: "Har upphört att gälla",
    Phase.WITHDRAWN: "Återkallad",
}
# In force according to the decision, while its condition is not documented as met.
IN_FORCE_BY_DECISION = "Gäller enligt beslutet"
DECISION_WORDS = {
    DecisionKind.APPROVED: "Godkänd",
    DecisionKind.RECOMMENDED: "Rekommenderad",
    DecisionKind.DECIDED: "Beslutad",
}
# Three looks only: in force, under decision, past.
LOOKS = {
    Phase.PROPOSAL: "noticeable",
    Phase.RECOMMENDED: "noticeable",
    Phase.IN_FORCE: "quiet",
    Phase.SUPERSEDED: "historical",
    Phase.EXPIRED: "historical",
    Phase.WITHDRAWN: "historical",
}


def phase_words(found: Standing | RevisionStanding) -> str:
    """The phase in words. In force is said without reserve only where the condition is documented as met."""
    if found.phase is Phase.IN_FORCE and found.adoption.condition is not Condition.MET:
        return IN_FORCE_BY_DECISION
    if found.phase is Phase.RECOMMENDED and isinstance(found.revision, Revision):
        return f"{DECISION_WORDS[found.revision.decision]}, ännu inte i kraft"
    return PHASE_WORDS[found.phase]


def condition_of(revision: Revision | NotFound, count: AdoptionCount) -> Condition | None:
    """Whether the condition of a decision is met; None where no condition of it is known."""
    has_condition = revision is not Evidence.NOT_FOUND and revision.condition is not Evidence.NOT_FOUND
    return count.condition if has_condition else None


def standing(view: View) -> str:
    """The strategy's standing on the day: decision, force, condition, adoption, next revision."""
    found = standing_of(view.strategy, view.today)
    return fragment(
        "standing.html",
        view=view,
        info=view.strategy.info,
        standing=found,
        phase=phase_words(found),
        look="noticeable" if view.proposal else LOOKS[found.phase],
        compared=_compared(view, found),
        decision_words=DECISION_WORDS,
        postponed_by=_postponed_by(view, found),
        condition=condition_of(found.adopted, found.adoption),
        is_amended=found.adopted != found.revision,
    )


def _compared(view: View, found: Standing) -> str:
    """Where the files as they stand are compared with the current revision; "" where they are not."""
    if view.proposal is None or not isinstance(found.revision, Revision):
        return ""
    has_text = view.log.text(found.revision.id) is not None
    return comparison_address(found.revision.id, None) if has_text else ""


def _postponed_by(view: View, found: Standing) -> str:
    """Name the body that decided when the next revision is due; "" where none has."""
    if found.postponement is None:
        return ""
    body = view.strategy.body_by_id.get(found.postponement.decided_by)
    return body.name if body else found.postponement.decided_by
