"""Name records outside the governed text, and describe what has happened to them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from strategi.model.change import RecordChange
from strategi.model.evidence import Evidence
from strategi.model.governed import governed_parts
from strategi.model.indicator import Indicator
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.wording.change_words import part_label, record_events
from strategi.render.wording.choice_words import choice_meaning
from strategi.render.wording.fact_words import fact_value
from strategi.words.numbers import moment

INFO_LABEL = "Strategins grunduppgifter"
SITE_LABEL = "Uppgifterna om webbplatsen"
# A day or a month that stands alone, and is no part of a number of another kind.
_ISO = re.compile(r"(?<![\w/-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w/-])")
POSTPONEMENT_LABEL = "Beslutet om när nästa revidering ska göras"
# What is called the same whichever record it is.
_NAMELESS = {"strategy": INFO_LABEL, "site": SITE_LABEL, "postponements": POSTPONEMENT_LABEL}


def record_words(change: RecordChange, *strategies: Strategy) -> str:
    """Say what has happened to a record: `Vårdrådet: sammansättningen har ändrats`.

    The words are those of the first strategy.
    """
    label = record_label(change.collection, change.id, *strategies)
    return f"{label}: {record_events(change, strategies[0].words)}"


def record_label(collection: str, record_id: str, *strategies: Strategy) -> str:
    """Name a record as the first strategy that has it does; else by its id."""
    words = strategies[0].words
    if collection in _NAMELESS:
        return _NAMELESS[collection]
    match collection:
        case "governance.mandates":
            return f"Vem som beslutar om ändringar som är {fact_value('class', record_id, words)}"
        case "governance.classes":
            return f"Hur mycket en ändring väger: {_thing(record_id)}"
        case "plans":
            return f"Den lokala planen för {record_label('principals', record_id, *strategies)}"
        case "revisions":
            return revision_label(record_id)
        case "adoptions":
            revision, _, principal = record_id.partition("/")
            holder = record_label("principals", principal, *strategies)
            return f"{holder}, beslutet om revideringen {revision_words(revision)}"
        case "events":
            when, _, text = record_id.partition("/")
            return f"Händelsen ”{text.rstrip('.')}” ({when})"
        case "sources.series":
            return f"Hämtningen av {record_id.replace('/', ', serien ')}"
    found = (_labels(collection, strategy, words).get(record_id) for strategy in strategies)
    return next((label for label in found if label), record_id)


def indicator_label(indicator_id: str, *strategies: Strategy) -> str:
    """Name an indicator: `Nyckeltal N05. Trygghet`."""
    found = (each.indicator_by_id.get(indicator_id) for each in strategies)
    words = strategies[0].words
    named = (_indicator(each, words) for each in found if each)
    return next(named, f"{words.indicator.capital} {indicator_id}")


def _labels(collection: str, strategy: Strategy, words: Words) -> Mapping[str, str]:
    """Labels by id of one collection, or of all parts."""
    match collection:
        case "principals":
            return {each.id: each.name for each in strategy.principals}
        case "bodies":
            return {each.id: each.name for each in strategy.bodies}
        case "words":
            kinds = (each.what for each in strategy.terms)
            return {each.value: f"Ordet för {choice_meaning(each, words)}" for each in kinds}
        case "areas":
            return {each.code: f"Området {each.name}" for each in strategy.areas}
        case "references":
            return {each.id: f"Källan ”{each.title}”" for each in strategy.references}
        case "sources.references":
            return {each.id: f"Datakällan ”{each.title}”" for each in strategy.sources.references}
        case "focus-shifts":
            return {each.id: f"Fokusförflyttningen till ”{each.after}”" for each in strategy.focus_shifts}
        case "indicators":
            return {each.id: _indicator(each, words) for each in strategy.indicators}
    return {each.id: part_label(each, words) for each in governed_parts(strategy)}


def _indicator(indicator: Indicator, words: Words) -> str:
    name = "" if indicator.name is Evidence.NOT_FOUND else f". {indicator.name}"
    return f"{words.indicator.capital} {indicator.id}{name}"


def _thing(record_id: str) -> str:
    """What a row of the classification is about, as it is written: `indicator, field: title`."""
    return ", ".join(filter(None, record_id.split("/")))


def dated(text: str) -> str:
    """The text with its days and months in words: `från 27 april 2022`. What the calendar lacks is left."""
    return _ISO.sub(lambda written: revision_words(written.group()), text)


def revision_label(record_id: str) -> str:
    """Name a revision by the id of its record: `Revideringen 27 april 2022`."""
    return f"Revideringen {revision_words(record_id)}"


def revision_words(record_id: str) -> str:
    """Write the id of a record, or the name of a file, as people say it. What is no id is left.

    A record that comes twice has its number after the id: `27 april 2022 (2)`.
    """
    written, gap, number = record_id.partition(" ")
    found = RevisionId.read(written)
    return f"{moment(found)}{gap}{number}" if found else record_id
