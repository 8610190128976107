"""Give an invented plan that is not about health, by an agency, a university and others."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.model.authority import ChangedThing

from tests.engine.counties.writing import UNKNOWN, part, yaml_text

_SOURCE = ["planen"]
_AIMS = (
    ("M1", "Rena vatten", "leaf"),
    ("M2", "Levande skog", "leaf"),
    ("M3", "Byar som bär", "home"),
)


def files() -> Mapping[str, str]:
    """Text by path: what is decided, and what is measured. It has no pages of its own."""
    return {
        "strategy/strategy.yml": yaml_text(_info()),
        "strategy/words.yml": yaml_text({"words": _words()}),
        "strategy/principals.yml": yaml_text({"principals": _principals()}),
        "strategy/bodies.yml": yaml_text({"bodies": _bodies()}),
        "strategy/references.yml": yaml_text({"references": [_reference()]}),
        "strategy/governance.yml": yaml_text({"mandates": _mandates(), "classes": _classes()}),
        "strategy/revisions/2025-03.yml": yaml_text(_revision()),
        **{f"strategy/subgoals/{aim.lower()}-sa.md": _aim(aim, title, sign) for aim, title, sign in _AIMS},
        "strategy/roadmap/insatser.md": _measures(),
        "indicators/k1-vatten.yml": yaml_text(_indicator()),
        "indicators/k1-vatten.csv": _FIGURES,
        "indicators/sources.yml": yaml_text({"references": [_data_source()], "series": []}),
    }  # fmt: skip


_FIGURES = """series,area,gender,time_period,value,status,source
prov,X-101,T,2022,61,normal,provbanken
prov,X-101,T,2024,64,normal,provbanken
prov,X-101,T,2025,66,normal,provbanken
"""


def _measures() -> str:
    text = "Insatserna görs i tur och ordning.\n"
    return part(text, id="insatser", order="10", title="Insatser")


def _info() -> Mapping[str, object]:
    return {
        "id": "plan-for-sjobygden", "title": "Miljö- och bygdeplan för Sjöbygden",
        "short_title": "Planen för Sjöbygden", "county": "Sjöbygden", "county_area": "X-101",
        "area_codes": "X-[0-9]{3}", "valid_from": "2025-01-01", "valid_to": "2027-12-31",
        "revision_interval_years": UNKNOWN, "wording": "rendered", "publisher": "Sjöbygdens förening",
        "evidence": "documented", "references": _SOURCE,
    }  # fmt: skip


def _words() -> list[Mapping[str, object]]:
    return [
        {
            "what": "goal", "singular": "inriktning", "definite": "inriktningen", "plural": "inriktningar",
            "definite_plural": "inriktningarna", "gender": "common", "address": "inriktningar",
        },
        {
            "what": "principal", "singular": "aktör", "definite": "aktören", "plural": "aktörer",
            "definite_plural": "aktörerna", "gender": "common", "address": "aktorer",
        },
        {
            "what": "indicator", "singular": "mått", "definite": "måttet", "plural": "mått",
            "definite_plural": "måtten", "gender": "neuter", "address": "matt",
        },
        {
            "what": "roadmap", "singular": "insatsdel", "definite": "insatsdelen", "plural": "insatsdelar",
            "definite_plural": "insatsdelarna", "gender": "common", "address": "insatser",
        },
        {
            "what": "appendix", "singular": "måttlista", "definite": "måttlistan", "plural": "måttlistor",
            "definite_plural": "måttlistorna", "gender": "common",
        },
        {
            "what": "county", "singular": "bygd", "definite": "bygden", "plural": "bygder",
            "definite_plural": "bygderna", "gender": "common",
        },
    ]  # fmt: skip


def _principals() -> list[Mapping[str, object]]:
    return [
        {"id": "verket", "name": "Sjöverket", "short_name": "Sjöverket", "kind": "agency"},
        {"id": "hogskolan", "name": "Bygdens högskola", "short_name": "Högskolan", "kind": "university"},
        {"id": "foreningen", "name": "Sjöbygdens förening", "short_name": "Föreningen"}
        | {"kind": "association"},
        {"id": "kommunen", "name": "Sjöby kommun", "short_name": "Sjöby"}
        | {"kind": "municipality", "area": "X-101"},
    ]


def _bodies() -> list[Mapping[str, object]]:
    known = {"composition": UNKNOWN, "evidence": "documented", "references": _SOURCE}
    return [
        {"id": "stamman", "name": "Bygdestämman", "kind": "political", "role": "Beslutar."} | known,
        {"id": "kansliet", "name": "Kansliet", "kind": "support", "role": "Håller i planen."} | known,
    ]


def _reference() -> Mapping[str, object]:
    return {"id": "planen", "title": "Planen som den trycktes", "publisher": UNKNOWN, "url": UNKNOWN}


def _data_source() -> Mapping[str, object]:
    place = {"url": "https://example.org/prov", "read_on": UNKNOWN, "terms": UNKNOWN}
    return {"id": "provbanken", "title": "Provbanken", "publisher": "Sjöverket", **place}


def _mandates() -> list[Mapping[str, object]]:
    clauses = {
        "essential": (["stamman"], "Stämman beslutar om planen."),
        "non-essential": (["kansliet", "stamman"], "Kansliet får rätta det som inte rör målen."),
        "technical": ([], "Lydelsen är densamma."),
        "data": ([], "Värden är ingen del av planen."),
    }
    return [
        {
            "class": name,
            "decided_by": bodies,
            "clause": clause,
            "page": UNKNOWN,
            "evidence": "documented",
            "references": _SOURCE,
        }
        for name, (bodies, clause) in clauses.items()
    ]


def _classes() -> list[Mapping[str, object]]:
    weights = dict.fromkeys(("vision", "subgoal", "principles", "strategy", "governance"), "essential")
    weights |= dict.fromkeys(("indicator", "roadmap-section"), "non-essential")
    ground = {"reason": "Så säger planen.", "evidence": "documented", "references": _SOURCE}
    return [
        {"what": thing.value, "class": weights.get(thing.value, "data")} | ground for thing in ChangedThing
    ]


def _revision() -> Mapping[str, object]:
    unknown = ("decided_on", "registry_number", "minutes", "reason", "condition", "digest")
    return {
        "id": "2025-03", "title": "Den första planen", "class": UNKNOWN, "class_evidence": UNKNOWN,
        "decision": "decided", "decided_by": "stamman", **dict.fromkeys(unknown, UNKNOWN),
        "effective_from": "2025-04-01", "evidence": "documented", "references": _SOURCE,
    }  # fmt: skip


def _aim(aim: str, title: str, sign: str) -> str:
    own = {"pictogram": sign, "reading": UNKNOWN, "reading_evidence": UNKNOWN, "focus_shifts": []}
    return part(f"{title} är något som alla ser.\n", id=aim, title=title, **own)


def _indicator() -> Mapping[str, object]:
    return {
        "id": "K1", "name": "Andel sjöar med rent vatten", "role": "appendix", "subgoal": "M1",
        "subgoal_evidence": "documented", "definition": "Sjöar där proven är rena.",
        "definition_evidence": "documented", "unit": "procent", "direction": "higher",
        "direction_evidence": "documented", "source": "Provbanken", "evidence": "documented",
        "references": _SOURCE,
        "series": [{"id": "prov", "title": "Andel (%)", "unit": "procent", "producer": "Sjöverket"}],
    }  # fmt: skip
