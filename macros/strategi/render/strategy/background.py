"""Render the bodies that take part in the work, and the events of the strategy's history."""

from __future__ import annotations

from datetime import date

from strategi.model.governance import BodyKind
from strategi.render.strategy.references import references
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.words.numbers import day

KIND_WORDS = {
    BodyKind.POLITICAL: "Politiskt organ",
    BodyKind.OFFICIALS: "Tjänstemannaledning",
    BodyKind.SUPPORT: "Stödstruktur",
    BodyKind.PROJECT: "Projektgrupp",
}


def bodies(view: View) -> str:
    """Every body with a role in the strategy: what it is, who sits there, what it does."""
    rows = [(each, KIND_WORDS[each.kind], references(view, each.references)) for each in view.strategy.bodies]
    return fragment("bodies.html", view=view, rows=rows)


def events(view: View) -> str:
    """What has happened to the strategy, oldest first."""
    rows = [(_when(each.date), each, references(view, each.references)) for each in view.strategy.events]
    return fragment("events.html", view=view, rows=rows)


def _when(written: str) -> str:
    """A date in words; a coarser time as the source gives it, with the season first: `hösten 2020`."""
    try:
        return day(date.fromisoformat(written))
    except ValueError:
        year, _, part = written.partition("-")
        return f"{part} {year}".strip()
