"""Say of a revision what was decided, by whom and when; what is not known is said to be so, or left out."""

from __future__ import annotations

from strategi.model.evidence import Evidence
from strategi.model.governance import Revision
from strategi.render.wording.fact_words import DECISION_WORDS
from strategi.words.lists import listed
from strategi.words.numbers import at_moment, day, in_period

DECISION_UNKNOWN = "vad som beslutades är inte känt"


def decided(revision: Revision, body: str) -> str:
    """Say it all: `Rekommenderad av Rådet den 1 mars 2020`, `Beslutad 2023 (av vem är inte känt)`.

    `body` is the name of who decided, "" where that is not known. That what was decided is not known is for
    the phase to say: here the text is `Behandlad av Rådet 2023`, or a `Version från 2023`.
    """
    if revision.decision is Evidence.NOT_FOUND and not body:
        known = revision.decided_on
        moment = at_moment(revision.id) if known is Evidence.NOT_FOUND else f"den {day(known)}"
        return f"Version från {moment} (vem som beslutade är inte känt)"
    return _said(decision_verb(revision), revision, body)


def decided_by(revision: Revision, body: str) -> str:
    """The same without when."""
    if body:
        return f"{decision_verb(revision)} av {body}"
    if revision.decision is Evidence.NOT_FOUND:
        return "Vem som beslutade är inte känt"
    return f"{decision_verb(revision)} (av vem är inte känt)"


def amended(revision: Revision, body: str) -> str:
    """Say of an amendment: `ändrad genom beslut av Nätverket den 1 mars 2020`."""
    return _said("ändrad genom beslut", revision, body)


def decision_verb(revision: Revision) -> str:
    """What the body did with the text: `Rekommenderad`; `Behandlad` where that is not known."""
    return "Behandlad" if revision.decision is Evidence.NOT_FOUND else DECISION_WORDS[revision.decision]


def when_decided(revision: Revision) -> str:
    """When, as it stands after what was done: `den 27 april 2022`, `i april 2022`, `2022`; "" if unknown."""
    if revision.decided_on is not Evidence.NOT_FOUND:
        return f"den {day(revision.decided_on)}"
    # A day that only the id names is no known day of a decision.
    return "" if revision.id.is_day else in_period(revision.id.period)


def _said(what: str, revision: Revision, body: str) -> str:
    when = when_decided(revision)
    words = " ".join(filter(None, [what, f"av {body}" if body else "", when]))
    unknown = [*([] if body else ["av vem"]), *([] if when else ["när"])]
    return f"{words} ({listed(unknown)} är inte känt)" if unknown else words
