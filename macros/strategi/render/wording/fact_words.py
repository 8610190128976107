"""Name the keys of the content, and their values, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.model.authority import DecisionClass
from strategi.model.governance import ChangeClass, DecisionKind, Outcome
from strategi.model.indicator import Direction, Role
from strategi.model.parts import Wording
from strategi.model.revision_id import RevisionId
from strategi.model.words import Words
from strategi.words.numbers import moment

NOT_FOUND = "uppgift saknas"
DECISION_WORDS = {
    DecisionKind.APPROVED: "Godkänd",
    DecisionKind.RECOMMENDED: "Rekommenderad",
    DecisionKind.DECIDED: "Beslutad",
}
OUTCOME_WORDS = {
    Outcome.IDENTICAL: "Har antagit strategin",
    Outcome.DEVIATING: "Har antagit strategin med avvikelser",
    Outcome.REJECTED: "Har inte antagit strategin",
    Outcome.NOT_DOCUMENTED: "Beslut saknas i de källor vi har",
}

_REVISION_KEYS = ("id", "predecessor", "revision")
# In the definite form, as it follows "ändr.": what has been changed.
_FACTS = {
    "address": "adressen",
    "appendix": "vad som är känt om {appendix.definite}",
    "area": "området",
    "area_codes": "hur områdenas koder ser ut",
    "before": "lydelsen före",
    "after": "lydelsen efter",
    "body": "organet",
    "cadence": "hur ofta värdena kommer",
    "change": "slaget av ändring",
    "class": "ändringens art",
    "class_evidence": "underlaget för ändringens art",
    "clause": "bestämmelsen",
    "code": "koden",
    "comparison_area": "jämförelseområdet",
    "comparison_name": "jämförelseområdets namn",
    "complement": "tillägget efter ordet",
    "composition": "sammansättningen",
    "conformance": "hur väl webbplatsen följer lagen",
    "conformance_reason": "varför webbplatsen följer lagen så väl",
    "condition": "villkoret",
    "corrected_on": "dagen för rättelsen",
    "corrections": "rättelserna",
    "county": "{county.definite_genitive} namn",
    "county_area": "{county.definite_genitive} områdeskod",
    "date": "dagen",
    "decided_by": "vem som beslutade",
    "decided_on": "dagen för beslutet",
    "decision": "beslutet",
    "definite": "den bestämda formen",
    "definite_plural": "den bestämda formen i plural",
    "definition": "definitionen",
    "definition_evidence": "underlaget för definitionen",
    "deviations": "avvikelserna",
    "digest": "kontrollsumman",
    "digest_after": "kontrollsumman efter",
    "digest_before": "kontrollsumman före",
    "direction": "riktningen",
    "direction_evidence": "underlaget för riktningen",
    "due_on": "dagen för nästa revidering",
    "effective_from": "dagen då texten börjar gälla",
    "email": "e-postadressen",
    "evidence": "underlaget",
    "fact": "uppgiften",
    "faults": "bristerna i tillgänglighet",
    "field": "uppgiften",
    "focus_shifts": "fokusförflyttningarna",
    "foreign_id": "källans beteckning",
    "foreign_title": "källans benämning",
    "gender": "genuset",
    "id": "beteckningen",
    "indicator": "{indicator.definite}",
    "informed": "vilka som har informerats",
    "informed_on": "dagen för informationen",
    "kind": "slaget",
    "maximum": "det högsta möjliga värdet",
    "minimum": "det lägsta möjliga värdet",
    "minutes": "protokollet",
    "name": "namnet",
    "note": "anmärkningen",
    "notes": "noteringarna om vad som är nytt",
    "numbered": "om numret sägs",
    "order": "ordningstalet",
    "outcome": "utfallet",
    "outcome_evidence": "underlaget för utfallet",
    "page": "sidan i dokumentet",
    "pairing_evidence": "underlaget för källans koppling till {indicator.definite}",
    "paragraph": "paragrafen",
    "part": "delen",
    "parts": "delarna",
    "pictogram": "tecknet",
    "phone": "telefonnumret",
    "plural": "formen i plural",
    "postal_address": "postadressen",
    "predecessor": "revideringen före",
    "prepared_by": "vilka som får godkänna ett förslag",
    "principal": "{principal.definite}",
    "producer": "vem som har tagit fram värdena",
    "published_on": "dagen då webbplatsen publicerades",
    "publisher": "utgivaren",
    "read_on": "dagen då källan lästes",
    "reading": "vår läsning",
    "reading_evidence": "underlaget för vår läsning",
    "reason": "skälet",
    "references": "källhänvisningarna",
    "registry_number": "diarienumret",
    "report_url": "adressen för att rapportera hinder",
    "review_method": "hur tillgängligheten är prövad",
    "reviewed_on": "dagen för bedömningen av tillgängligheten",
    "responsible": "vem som ansvarar",
    "revision": "revideringen",
    "revision_interval_years": "antalet år mellan revideringarna",
    "role": "rollen",
    "series": "serierna",
    "short_name": "kortnamnet",
    "short_title": "korttiteln",
    "singular": "ordet",
    "source": "källan",
    "statement_updated_on": "dagen då redogörelsen uppdaterades",
    "struck": "om delen är struken",
    "subgoal": "{goal.definite}",
    "subgoal_evidence": "underlaget för {goal.definite}",
    "succeeds": "vilken strategi den efterträder",
    "system": "systemet som värdena hämtas ur",
    "terms": "villkoren",
    "text": "lydelsen",
    "text_evidence": "underlaget för texten",
    "tile": "platsen på kartan",
    "title": "rubriken",
    "unit": "enheten",
    "url": "webbadressen",
    "valid_from": "giltighetens första dag",
    "valid_to": "giltighetens sista dag",
    "what": "det som ändras",
    "withdrawn": "återkallelsen",
    "wording": "vems ord texten är",
}
# A list of records, as one of them is named after the key of what it holds.
_RECORDS = {
    "corrections": "rättelsen",
    "deviations": "avvikelsen",
    "informed": "uppgiften om",
    "faults": "bristen",
    "notes": "noteringen",
    "series": "serien",
}
# What the same key is called elsewhere.
_FACTS_WITHIN = {("deviations", "wording"): "den antagna lydelsen"}
_EVIDENCE = {"documented": "dokumenterat", "inferred": "vår tolkning"}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "class": {
        DecisionClass.DATA.value: "data",
        ChangeClass.TECHNICAL.value: "teknisk",
        ChangeClass.NON_ESSENTIAL.value: "icke-principiell",
        ChangeClass.ESSENTIAL.value: "principiell",
    },
    "decision": {kind.value: word.lower() for kind, word in DECISION_WORDS.items()},
    "direction": {
        Direction.HIGHER.value: "högre är bättre",
        Direction.LOWER.value: "lägre är bättre",
        Direction.CONTEXT.value: "beskriver bara",
    },
    "role": {
        Role.APPENDIX.value: "står i strategins {appendix}",
        Role.CANDIDATE.value: "vårt förslag",
        Role.CONTEXT.value: "bakgrundsmått",
    },
    "wording": {Wording.VERBATIM.value: "dokumentets ord", Wording.RENDERED.value: "våra ord"},
    "withdrawn": {"true": "återkallad", "false": "inte återkallad"},
    "conformance": {"full": "helt förenlig", "partial": "delvis förenlig", "none": "inte förenlig"},
    "outcome": {kind.value: word.lower() for kind, word in OUTCOME_WORDS.items()},
}


def fact_name(name: str, words: Words) -> str:
    """What a key is called, in the definite form: `definitionen`, `enheten i serien enkat`.

    A key that the content no longer has is quoted as it is written.
    """
    field, dot, rest = name.partition(".")
    key, _, inner = rest.rpartition(".")
    if not dot:
        return _called(name, words)
    holder = _RECORDS.get(field) or words.say(_FACTS.get(field, "")) or field
    name = _FACTS_WITHIN.get((field, inner)) or _called(inner, words)
    return f"{name} i {holder} {key if key.isalnum() else f'”{key}”'}"


def fact_value(name: str, value: str | None, words: Words) -> str:
    """A fact's value in Swedish: `högre är bättre`, `27 april 2022`, `uppgift saknas`."""
    key = name.rpartition(".")[2]
    if value is None:
        return NOT_FOUND
    if key.endswith("evidence"):
        return _EVIDENCE.get(value, value)
    if key in ("minimum", "maximum"):
        return value.replace(".", ",").replace("-", "−")
    return words.say(_VALUES.get(key, {}).get(value, "")) or _dated(key, value)


def _called(key: str, words: Words) -> str:
    return words.say(_FACTS[key]) if key in _FACTS else f"”{key}”"


def _dated(key: str, value: str) -> str:
    """A day in words; what names a revision can also be a month or a year."""
    found = RevisionId.read(value)
    return moment(found) if found and (found.is_day or key in _REVISION_KEYS) else value
