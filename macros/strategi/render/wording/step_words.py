"""Describe in one plain sentence what a step in the history did to a file."""

from __future__ import annotations

from collections.abc import Iterable

from strategi.model.change import ChangeKind, FigureChangeKind
from strategi.model.log import StepChange
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.view import View
from strategi.render.wording.change_words import SAME_FIGURES, figure_counts
from strategi.render.wording.fact_words import fact_name
from strategi.render.wording.record_words import (
    INFO_LABEL,
    SITE_LABEL,
    indicator_label,
    record_label,
    revision_label,
    revision_words,
)
from strategi.words.lists import listed
from strategi.words.numbers import counted

_KIND_WORDS = {
    ChangeKind.ADDED: "har lagts till",
    ChangeKind.REMOVED: "har tagits bort",
    ChangeKind.CHANGED: "filen är skriven på ett annat sätt",
    ChangeKind.MOVED: "har flyttats",
    ChangeKind.RENUMBERED: "har fått en annan beteckning",
}
# What a file with many records is called, and where their names are looked for; "" where they have none.
_LISTS = {
    "strategy/bodies.yml": ("Organen", "bodies"),
    "strategy/events.yml": ("Händelserna", ""),
    "strategy/focus-shifts.yml": ("Fokusförflyttningarna", "focus-shifts"),
    "strategy/governance.yml": ("Reglerna för vem som beslutar", ""),
    "strategy/postponements.yml": ("Besluten om när nästa revidering ska göras", ""),
    "strategy/principals.yml": ("{Principal.definite_plural}", "principals"),
    "strategy/references.yml": ("Källorna", "references"),
    "strategy/words.yml": ("Orden för vad saker kallas", "words"),
    "indicators/sources.yml": ("Värdenas källor", "sources.references"),
}
_SINGLE = {"strategy/strategy.yml": INFO_LABEL, "strategy/site.yml": SITE_LABEL}
# So many records of a list are named, and files that only are written in another way; more are counted.
_MOST_NAMED = 5


def step_sentences(view: View, changes: Iterable[StepChange]) -> tuple[str, ...]:
    """Say what each change was. Many files that say what they said before are counted, not named."""
    held = list(changes)
    rewritten = [each for each in held if is_only_rewritten(each)]
    if len(rewritten) <= _MOST_NAMED:
        return tuple(step_words(view, each) for each in held)
    told = (step_words(view, each) for each in held if not is_only_rewritten(each))
    return (*told, f"{len(rewritten)} filer är skrivna på ett annat sätt, men säger detsamma")


def step_words(view: View, change: StepChange) -> str:
    """Say what was changed: `Delmål 1. Nära hem: lydelsen har ändrats`, `Organen har lagts till`.

    What is no longer there is called what it was called in the newest revision that has it.
    """
    past = (each.strategy for each in reversed(view.log.texts))
    strategies = (view.strategy, *filter(None, past))
    label, records = _LISTS.get(change.path, ("", ""))
    label = view.words.say(label)
    if _folder(change) == "strategy/adoptions":
        holders = view.words.principal.capital.definite_plural_genitive
        label = f"{holders} beslut om revideringen {revision_words(change.id)}"
        records = "principals"
    if label:
        return _sentence(label, _records(change, records, strategies))
    return _sentence(_label(change, strategies), step_events(change, view.words))


def is_only_rewritten(change: StepChange) -> bool:
    """Whether a file says what it said before. One that cannot be read may say something else."""
    figures = change.new_figures or change.corrected_figures or change.withdrawn_figures
    return change.kind is ChangeKind.CHANGED and not (change.facts or figures or change.is_governed)


def _sentence(subject: str, events: str) -> str:
    """Let what the subject itself has been through follow on it; what concerns it comes after a colon."""
    return f"{subject} {events}" if events.startswith("har ") else f"{subject}: {events}"


def step_events(change: StepChange, words: Words) -> str:
    """Say it without the name of the part or record: `12 nya värden, 1 rättat`, `namnet har ändrats`."""
    figures = figure_counts(
        {
            FigureChangeKind.NEW: change.new_figures,
            FigureChangeKind.CORRECTED: change.corrected_figures,
            FigureChangeKind.WITHDRAWN: change.withdrawn_figures,
        }
    )
    is_changed = change.kind is ChangeKind.CHANGED
    facts = _changed(fact_name(each, words) for each in change.facts) if is_changed else ""
    said = "; ".join(filter(None, (figures, facts)))
    is_rewritten = is_changed and change.path.endswith(".csv")
    return said or (SAME_FIGURES if is_rewritten else _KIND_WORDS[change.kind])


def _records(change: StepChange, collection: str, strategies: tuple[Strategy, ...]) -> str:
    """Say which records of a list differ."""
    if change.kind is not ChangeKind.CHANGED or not change.facts:
        return _KIND_WORDS[change.kind]
    if len(change.facts) > _MOST_NAMED or not collection:
        return f"{counted(len(change.facts), 'uppgift', 'uppgifter')} har ändrats"
    return _changed(record_label(collection, each, *strategies) for each in change.facts)


def _changed(names: Iterable[str]) -> str:
    held = list(names)
    return f"{listed(held)} har ändrats" if held else ""


def _label(change: StepChange, strategies: tuple[Strategy, ...]) -> str:
    """What the record in a file is called."""
    if change.path in _SINGLE:
        return _SINGLE[change.path]
    if _folder(change) == "strategy/revisions":
        return revision_label(change.id)
    if _folder(change) == "strategy/plans":
        return record_label("plans", change.id, *strategies)
    if _folder(change) == "indicators":
        return indicator_label(change.id, *strategies)
    return record_label("parts", change.id, *strategies) or change.path


def _folder(change: StepChange) -> str:
    return change.path.rpartition("/")[0]
