"""Gather what is known of a revision: who decided it, when, why, what it touches and its standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from strategi.model.change import Comparison
from strategi.model.evidence import Evidence, NotFound
from strategi.model.governance import ChangeClass, Revision
from strategi.model.parts import Reference
from strategi.model.standing import Condition, Phase, RevisionStanding
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.errors import UnknownName
from strategi.render.history.comparisons import against_predecessor
from strategi.render.history.former import HISTORICAL
from strategi.render.strategy.references import references
from strategi.render.strategy.standing import LOOKS, body_name, condition_of, phase_words
from strategi.render.view import View
from strategi.render.wording.decision_words import decided, decided_by
from strategi.render.wording.fact_words import fact_value
from strategi.render.wording.scope import scope
from strategi.rules.standing import found_body, standing

_HISTORICAL_LOOK = LOOKS[Phase.SUPERSEDED]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRecord:
    """A revision with everything that is said of it."""

    standing: RevisionStanding
    phase: str
    """Where it stands, in Swedish."""
    is_current: bool
    """Whether it is the one that the strategy's pages show."""
    is_historical: bool
    """Whether another strategy has come in the place of its own."""
    decision: str
    """`Rekommenderad av Exempelrådet`."""
    decided: str
    """The same, and when."""
    informed: tuple[tuple[str, date | NotFound], ...]
    """Names of bodies, and when they were told."""
    comparison: Comparison | None
    """With the revision before; None where there is none, or a text was not found."""
    has_text: bool
    references: tuple[Reference, ...]
    words: Words
    """What everything is called."""

    @property
    def revision(self) -> Revision:
        """The record itself."""
        return self.standing.revision

    @property
    def look(self) -> str:
        """Quiet, noticeable or historical."""
        return _HISTORICAL_LOOK if self.is_historical else LOOKS[self.standing.phase]

    @property
    def condition(self) -> Condition | None:
        """Whether the decision's condition is met; None where no condition is known."""
        return condition_of(self.revision, self.standing.adoption)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is not known of the decision itself, as it is called in a list of facts."""
        facts = {
            "Vad som beslutades": self.revision.decision,
            "Vem som beslutade": self.revision.decided_by,
            "Dagen för beslutet": self.revision.decided_on,
        }
        return tuple(name for name, fact in facts.items() if fact is Evidence.NOT_FOUND)

    @property
    def class_words(self) -> str | None:
        """How much the change matters; None where that is not found."""
        found = self.revision.change_class
        return fact_value("class", found.value, self.words) if isinstance(found, ChangeClass) else None

    @property
    def scope(self) -> str | None:
        """Which parts it touches; None where that is not known."""
        return scope(self.comparison, self.words) if self.comparison else None


def revision_records(view: View) -> tuple[RevisionRecord, ...]:
    """Every recorded revision, oldest first."""
    return tuple(_records(view))


def find_revision(strategy: Strategy, revision_id: str) -> Revision:
    """The revision of that id. Raise UnknownName."""
    revisions = {str(each.id): each for each in strategy.revisions}
    if revision_id not in revisions:
        raise UnknownName("ingen revidering med id", revision_id, revisions)
    return revisions[revision_id]


def find_record(view: View, revision_id: str) -> RevisionRecord:
    """What is known of the revision of that id. Raise UnknownName."""
    revision = find_revision(view.strategy, revision_id)
    return next(each for each in revision_records(view) if each.revision == revision)


def _records(view: View) -> Iterator[RevisionRecord]:
    found = standing(view.strategy, view.today)
    for each in found.revisions:
        revision = each.revision
        decider = body_name(revision, found_body(view.strategy, revision))
        yield RevisionRecord(
            standing=each,
            phase=HISTORICAL if view.successor else phase_words(view.strategy, each),
            is_current=revision == found.revision and view.successor is None,
            is_historical=view.successor is not None,
            decision=decided_by(revision, decider),
            decided=decided(revision, decider),
            informed=tuple((_body(view, told.body), told.informed_on) for told in revision.informed),
            comparison=against_predecessor(view.log, revision),
            has_text=view.log.text(revision.id) is not None,
            references=references(view, revision.references),
            words=view.words,
        )


def _body(view: View, body_id: str) -> str:
    body = view.strategy.body_by_id.get(body_id)
    return body.name if body else "okänt organ"
