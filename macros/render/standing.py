"""What is said above every text of the strategy: who decided it, is it in force, what is not known?"""

from __future__ import annotations

from macros.model.governance import DecisionKind
from macros.model.standing import Phase
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


def standing(view: View) -> str:
    """The strategy's standing on the day: decision, force, condition, adoption, next revision."""
    found = standing_of(view.strategy, view.today)
    is_certain = found.phase is not Phase.IN_FORCE or found.adoption.is_complete
    return fragment(
        "standing.html",
        view=view,
        info=view.strategy.info,
        standing=found,
        phase=PHASE_WORDS[found.phase] if is_certain else IN_FORCE_BY_DECISION,
        look=LOOKS[found.phase],
        decision_words=DECISION_WORDS,
    )
