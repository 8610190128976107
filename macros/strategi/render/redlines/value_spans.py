"""Show two values of a fact or a figure as one: what was removed and what replaced it."""

from __future__ import annotations

from collections.abc import Sequence

from strategi.model.change import FactChange
from strategi.model.redline import Op, Run, Token
from strategi.model.words import Words
from strategi.render.redlines.spans import Span, spans
from strategi.render.wording.fact_words import fact_value


def fact_spans(fact: FactChange, words: Words) -> Sequence[Span]:
    """The words of both values; whole values where they are translated, or there is only one."""
    before, after = (
        "" if each is None else fact_value(fact.name, each, words) for each in (fact.before, fact.after)
    )
    if fact.runs and (before, after) == (fact.before, fact.after):
        return spans(fact.runs)
    return replaced(before, after)


def replaced(before: str, after: str) -> Sequence[Span]:
    """One value in another's place; either can be empty."""
    words = ((Op.DELETED, before), (Op.EQUAL, " "), (Op.INSERTED, after))
    return spans([Run(op, (Token(text),)) for op, text in words if text])
