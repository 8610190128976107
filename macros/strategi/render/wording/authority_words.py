"""Describe in words what may be changed, how much it matters and who decides."""

from __future__ import annotations

from collections.abc import Sequence

from strategi.model.authority import ChangedThing, Classification, DecisionClass
from strategi.model.change_kind import ChangeKind
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.wording.fact_words import fact_name
from strategi.render.wording.record_words import record_label
from strategi.words.lists import any_of

# As each stands after "om du vill ändra …".
_THINGS = {
    ChangedThing.VISION: "{vision.definite}",
    ChangedThing.SUBGOAL: "{goal.a}",
    ChangedThing.PRINCIPLES: "{principles.full}",
    ChangedThing.ROADMAP_SECTION: "ett avsnitt i {roadmap.definite}",
    ChangedThing.INDICATOR: "{indicator.a} eller hur {indicator.it} mäts",
    ChangedThing.STRATEGY: "strategins grunduppgifter",
    ChangedThing.GOVERNANCE: "uppgifterna om vem som beslutar",
    ChangedThing.POSTPONEMENTS: "dagen för nästa revidering",
    ChangedThing.BODIES: "uppgifterna om ett organ",
    ChangedThing.PRINCIPALS: "vilka som är {principal.plural}",
    ChangedThing.ANNOTATIONS: "vår läsning, anmärkningar och underlag",
    ChangedThing.REVISIONS: "uppgifterna om en revidering",
    ChangedThing.ADOPTIONS: "uppgiften om {principal.a_genitive} beslut",
    ChangedThing.PLANS: "uppgifterna om en lokal plan",
    ChangedThing.REFERENCES: "källförteckningen",
    ChangedThing.EVENTS: "händelserna i strategins historia",
    ChangedThing.FOCUS_SHIFTS: "fokusförflyttningarna",
    ChangedThing.SITE: "uppgifterna om webbplatsen",
    ChangedThing.WORDS: "vad saker kallas",
    ChangedThing.SOURCES: "uppgifterna om hur värden hämtas",
    ChangedThing.FIGURES: "{indicator.a_genitive} värden",
}
_CLASSES = {
    DecisionClass.DATA: "data och registrerade uppgifter",
    DecisionClass.TECHNICAL: "teknisk ändring",
    DecisionClass.NON_ESSENTIAL: "icke-principiell ändring",
    DecisionClass.ESSENTIAL: "principiell ändring",
}
# As each stands before the thing that it is done to.
_KINDS = {
    ChangeKind.ADDED: "lägga till",
    ChangeKind.REMOVED: "ta bort",
    ChangeKind.CHANGED: "ändra",
    ChangeKind.MOVED: "flytta",
    ChangeKind.RENUMBERED: "numrera om",
}
# The lists of the content in which a single record has a name of its own; a governed part has one of itself.
_COLLECTIONS = {
    ChangedThing.INDICATOR: "indicators",
    ChangedThing.BODIES: "bodies",
    ChangedThing.PRINCIPALS: "principals",
    ChangedThing.REFERENCES: "references",
}
_NUMBERED = (ChangedThing.SUBGOAL, ChangedThing.ROADMAP_SECTION, ChangedThing.INDICATOR)


def thing_words(thing: ChangedThing, words: Words) -> str:
    """Name what may be changed, as it stands in a sentence: `ett delmål`."""
    return words.say(_THINGS[thing])


def class_words(decision_class: DecisionClass) -> str:
    """Name how much a change matters: `principiell ändring`."""
    return _CLASSES[decision_class]


def kind_words(kind: ChangeKind) -> str:
    """Say what is done to a thing, before its name: `ta bort`."""
    return _KINDS[kind]


def body_names(strategy: Strategy, ids: Sequence[str]) -> str:
    """Name bodies of which any may act: `Välfärdsrådet`, `A eller B`; "" for none.

    A body that the strategy does not know goes by its id.
    """
    names = [body.name if (body := strategy.body_by_id.get(each)) else each for each in ids]
    return any_of(names) if names else ""


def classification_words(row: Classification, strategy: Strategy) -> str:
    """Say what a row of the classification is about: `ta bort ett avsnitt i färdplanen`."""
    named = _named(row, strategy)
    about = f"{fact_name(row.field, strategy.words)} i {named}" if row.field else named
    return f"{kind_words(row.change or ChangeKind.CHANGED)} {about}"


def _named(row: Classification, strategy: Strategy) -> str:
    if row.id is None:
        return thing_words(row.what, strategy.words)
    label = record_label(_COLLECTIONS.get(row.what, ""), row.id, strategy)
    # Their labels begin with the kind of part, others with a name; so does a goal without a number.
    is_named = row.what is ChangedThing.SUBGOAL and not strategy.words.goal.numbered
    is_kind_first = row.what in _NUMBERED and label != row.id and not is_named
    return label[:1].lower() + label[1:] if is_kind_first else label
