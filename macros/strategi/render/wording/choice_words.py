"""List the words that can be chosen under a key, with their meanings."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

from strategi.model.authority import ChangedThing, DecisionClass
from strategi.model.change_kind import ChangeKind
from strategi.model.evidence import Absence, Evidence
from strategi.model.governance import BodyKind, ChangeClass, DecisionKind, Outcome, PrincipalKind
from strategi.model.indicator import Direction, Role
from strategi.model.parts import Appendix, Pictogram, Wording
from strategi.model.site_facts import Conformance
from strategi.model.words import TermKind, WordGender, Words

_MEANINGS: Mapping[Enum, str] = {
    Evidence.DOCUMENTED: "står i källan",
    Evidence.INFERRED: "vår tolkning",
    Evidence.NOT_FOUND: "uppgift saknas (betyder inte nej, tomt eller noll)",
    Absence.NONE: "det finns ingen, ingen gräns eller inget alls",
    Appendix.LISTED: "de {indicator.plural} som har rollen appendix",
    Wording.VERBATIM: "det beslutade dokumentets egna ord",
    Wording.RENDERED: "våra ord för vad källorna säger",
    PrincipalKind.REGION: "region",
    PrincipalKind.MUNICIPALITY: "kommun",
    PrincipalKind.BOARD: "nämnd",
    PrincipalKind.FEDERATION: "kommunalförbund",
    PrincipalKind.AGENCY: "myndighet",
    PrincipalKind.UNIVERSITY: "lärosäte",
    PrincipalKind.COMPANY: "bolag",
    PrincipalKind.ASSOCIATION: "förening",
    PrincipalKind.OTHER: "annan",
    BodyKind.POLITICAL: "politiskt organ",
    BodyKind.OFFICIALS: "tjänstepersoner",
    BodyKind.SUPPORT: "stöd till de andra",
    BodyKind.PROJECT: "tillsatt för en tid",
    DecisionKind.APPROVED: "godkänd som förslag (inget är beslutat)",
    DecisionKind.RECOMMENDED: "{principal.definite_plural} rekommenderas att anta den",
    DecisionKind.DECIDED: "beslutad",
    ChangeClass.TECHNICAL: "teknisk: lydelsen är densamma",
    ChangeClass.NON_ESSENTIAL: "icke-principiell: rör inte det huvudsakliga innehållet",
    ChangeClass.ESSENTIAL: "principiell: rör det huvudsakliga innehållet",
    DecisionClass.DATA: "värden och registrerade uppgifter: rättas när de är bättre kända",
    DecisionClass.TECHNICAL: "teknisk: lydelsen är densamma",
    DecisionClass.NON_ESSENTIAL: "icke-principiell: rör inte det huvudsakliga innehållet",
    DecisionClass.ESSENTIAL: "principiell: rör det huvudsakliga innehållet",
    Outcome.IDENTICAL: "har antagit strategin med samma lydelse",
    Outcome.DEVIATING: "har antagit strategin med en annan lydelse (den skrivs under deviations)",
    Outcome.REJECTED: "har beslutat att inte anta strategin",
    Outcome.NOT_DOCUMENTED: "inget beslut är funnet (betyder inte nej)",
    Direction.HIGHER: "högre är bättre",
    Direction.LOWER: "lägre är bättre",
    Direction.CONTEXT: "värdet beskriver bara",
    Role.APPENDIX: "står i strategins {appendix} och är beslutat",
    Role.CANDIDATE: "vårt förslag, ingen har beslutat om det",
    Role.CONTEXT: "bakgrund till de andra, ingen har beslutat om det",
    Pictogram.PERSON: "en människa",
    Pictogram.PEOPLE: "flera människor",
    Pictogram.PLACE: "en plats",
    Pictogram.TOGETHER: "tillsammans",
    Pictogram.HEART: "ett hjärta",
    Pictogram.HOME: "ett hem",
    Pictogram.LEAF: "ett löv",
    Pictogram.STAR: "en stjärna",
    ChangedThing.VISION: "{vision.definite}",
    ChangedThing.SUBGOAL: "{goal.a}",
    ChangedThing.PRINCIPLES: "{principles.full}",
    ChangedThing.ROADMAP_SECTION: "ett avsnitt i {roadmap.definite}",
    ChangedThing.INDICATOR: "{indicator.a}",
    ChangedThing.STRATEGY: "strategins grunduppgifter: titel, giltighet, hur ofta den revideras",
    ChangedThing.GOVERNANCE: "vem som beslutar om vad",
    ChangedThing.POSTPONEMENTS: "beslut om att nästa revidering ska göras en annan dag",
    ChangedThing.BODIES: "organen",
    ChangedThing.PRINCIPALS: "{principal.definite_plural}",
    ChangedThing.ANNOTATIONS: "det som sägs runt en del, till exempel vår läsning och anmärkningar",
    ChangedThing.REVISIONS: "uppgifterna om en revidering",
    ChangedThing.ADOPTIONS: "{principal.definite_plural_genitive} beslut",
    ChangedThing.PLANS: "de lokala planerna",
    ChangedThing.REFERENCES: "källorna",
    ChangedThing.EVENTS: "händelserna",
    ChangedThing.FOCUS_SHIFTS: "förflyttningarna av fokus",
    ChangedThing.SITE: "vad webbplatsen säger om sig själv: kontakt och tillgänglighet",
    ChangedThing.WORDS: "vad saker kallas",
    ChangedThing.SOURCES: "varifrån värdena hämtas",
    ChangedThing.FIGURES: "värdena",
    Conformance.FULL: "helt förenlig med lagen om tillgänglighet till digital offentlig service",
    Conformance.PARTIAL: "delvis förenlig med lagen",
    Conformance.NONE: "inte förenlig med lagen",
    TermKind.GOAL: "{goal.a}",
    TermKind.PRINCIPAL: "{principal.a}",
    TermKind.INDICATOR: "{indicator.a}",
    TermKind.VISION: "{vision.definite}",
    TermKind.PRINCIPLES: "{principles.full}",
    TermKind.ROADMAP: "{roadmap.definite}",
    TermKind.APPENDIX: "strategins {appendix}",
    TermKind.COUNTY: "{county.definite}",
    WordGender.COMMON: "en, den",
    WordGender.NEUTER: "ett, det",
    ChangeKind.ADDED: "läggs till",
    ChangeKind.REMOVED: "tas bort",
    ChangeKind.CHANGED: "ändras",
    ChangeKind.MOVED: "flyttas i ordningen",
    ChangeKind.RENUMBERED: "får ett annat nummer",
}


def choice_meaning(choice: Enum, words: Words) -> str:
    """What it means to choose a word: `principiell: rör det huvudsakliga innehållet`."""
    return words.say(_MEANINGS[choice])


def choices_words(choices: type[Enum], words: Words) -> str:
    """All the words and their meanings, in one sentence."""
    return "; ".join(f"{each.value} = {choice_meaning(each, words)}" for each in choices)


def enum_in(annotation: Any) -> type[Enum] | None:
    """The words that a field can hold; None when it holds something else."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return next((found for each in get_args(annotation) if (found := enum_in(each))), None)
