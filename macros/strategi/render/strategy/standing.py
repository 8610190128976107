"""Render the standing above every text: who decided it, whether it is in force, what is not known."""

from __future__ import annotations

from strategi.model.evidence import Evidence, NotFound
from strategi.model.governance import Body, DecisionKind, Revision
from strategi.model.parts import StrategyInfo
from strategi.model.standing import AdoptionCount, Condition, Phase, RevisionStanding, Standing
from strategi.model.strategy import Strategy
from strategi.render.addresses import comparison_address
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.decision_words import amended, decision_verb, when_decided
from strategi.render.wording.decision_words import decided as decided_words
from strategi.rules.standing import adopted_revision
from strategi.rules.standing import standing as standing_of

PHASE_WORDS = {
    Phase.UNKNOWN: "Vad som beslutades är inte känt",
    Phase.PROPOSAL: "Förslag",
    Phase.RECOMMENDED: "Rekommenderad, ännu inte i kraft",
    Phase.IN_FORCE: "Gäller",
    Phase.SUPERSEDED: "Ersatt av en nyare version",
    Phase.EXPIRED: "Har upphört att gälla",
    Phase.WITHDRAWN: "Återkallad",
}
# Decided to be in force; no condition is known, nor that all principals have decided the same.
IN_FORCE_BY_DECISION = "Gäller enligt beslutet"
CONDITION_UNKNOWN = "villkoret är inte känt som uppfyllt"
ADOPTION_UNKNOWN = "inte känt om alla {principal.plural} har antagit den"
NOT_YET = "ännu inte i kraft"
START_UNKNOWN = "inte känt om den har trätt i kraft"
NOTHING_RECORDED = "Det är inte känt om texten är beslutad"
# Three looks only: in force, under decision, past.
LOOKS = {
    Phase.UNKNOWN: "noticeable",
    Phase.PROPOSAL: "noticeable",
    Phase.RECOMMENDED: "noticeable",
    Phase.IN_FORCE: "quiet",
    Phase.SUPERSEDED: "historical",
    Phase.EXPIRED: "historical",
    Phase.WITHDRAWN: "historical",
}


def phase_words(strategy: Strategy, found: Standing | RevisionStanding) -> str:
    """The phase in words: `Gäller`, `Rekommenderad, villkoret är inte känt som uppfyllt`."""
    reserve = reserve_words(strategy, found)
    decided = found.adopted if isinstance(found, Standing) else found.revision
    if found.revision is Evidence.NOT_FOUND:
        return NOTHING_RECORDED
    if reserve and isinstance(decided, Revision):
        return f"{decision_verb(decided)}, {reserve}"
    if found.phase is Phase.IN_FORCE and found.adoption.condition is not Condition.MET:
        return IN_FORCE_BY_DECISION
    return PHASE_WORDS[found.phase]


def reserve_words(strategy: Strategy, found: Standing | RevisionStanding) -> str:
    """What keeps a decided text from being said to be in force; "" where it is, or something else is said.

    A recommendation whose condition nobody knows to be met is never headed as if it were simply in force.
    """
    if not isinstance(found.revision, Revision) or found.phase not in (Phase.IN_FORCE, Phase.RECOMMENDED):
        return ""
    if found.phase is Phase.RECOMMENDED:
        is_open = found.revision.effective_from is Evidence.NOT_FOUND and not found.adoption.is_broken
        return START_UNKNOWN if is_open else NOT_YET
    if found.adoption.condition is Condition.MET:
        return ""
    adopted = adopted_revision(strategy, found.revision)
    if condition_of(adopted, found.adoption):
        return CONDITION_UNKNOWN
    return "" if adopted.decision is DecisionKind.DECIDED else strategy.words.say(ADOPTION_UNKNOWN)


def condition_of(revision: Revision | NotFound, count: AdoptionCount) -> Condition | None:
    """Whether the condition of a decision is met; None where no condition of it is known."""
    has_condition = revision is not Evidence.NOT_FOUND and revision.condition is not Evidence.NOT_FOUND
    return count.condition if has_condition else None


def standing(view: View) -> str:
    """The strategy's standing on the day: decision, force, condition, adoption, next revision."""
    found = standing_of(view.strategy, view.today)
    return fragment(
        "standing.html",
        **_context(view, found),
        coming=_coming(found),
        postponed_by=_postponed_by(view, found),
    )


def standing_summary(view: View) -> str:
    """The standing in a few words, with the way to the rest: for a page that has more to tell."""
    found = standing_of(view.strategy, view.today)
    return fragment("standing_summary.html", **_context(view, found))


def _context(view: View, found: Standing) -> dict[str, object]:
    """What both say: whether it is in force, by whose decision, and what the files add to it."""
    phase, reserve = phase_words(view.strategy, found), reserve_words(view.strategy, found)
    decided = _decided(view.strategy.info, found)
    return {
        "view": view,
        "info": view.strategy.info,
        "standing": found,
        "reserve": reserve,
        # The reserve is said in the same breath as the decision, so that neither is read alone.
        "heading": f"{decided}, {reserve}" if reserve else phase,
        "decided": "" if reserve else decided,
        "look": "noticeable" if view.proposal else LOOKS[found.phase],
        "compared": _compared(view, found),
        "condition": condition_of(found.adopted, found.adoption),
    }


def _decided(info: StrategyInfo, found: Standing) -> str:
    """Say who decided and when: `Rekommenderad av Exempelrådet den 1 mars 2020`."""
    if not isinstance(found.adopted, Revision) or not isinstance(found.revision, Revision):
        return info.title
    adopted = found.adopted
    if adopted == found.revision or found.phase is Phase.UNKNOWN:
        return decided_words(found.revision, body_name(found.revision, found.decided_by))
    words = decided_words(adopted, body_name(adopted, found.adopted_by))
    return f"{words}, {amended(found.revision, body_name(found.revision, found.decided_by))}"


def body_name(revision: Revision, body: Body | NotFound | None) -> str:
    """Name who decided; "" where that is not known."""
    if isinstance(body, Body):
        return body.name
    # A body that the record names, and no list does.
    return "" if revision.decided_by is Evidence.NOT_FOUND else "okänt organ"


def _coming(found: Standing) -> str:
    """What is said of a newer revision that has not replaced the current one: `beslutad 2023`."""
    if found.coming is None:
        return ""
    return " ".join(filter(None, [decision_verb(found.coming).lower(), when_decided(found.coming)]))


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
