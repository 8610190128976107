"""Generate an invented county for measurements, of any size and the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

YEARS = range(2016, 2026)
GENDERS = ("T", "K", "M")
COUNTRY = "0000"
COUNTY = "0090"
MUNICIPALITIES = ("Alvhaga", "Björkvalla", "Dunsjö", "Eklunda", "Fagernäs", "Granboda", "Högmossa", "Isvika")
MUNICIPALITIES += ("Kornfors", "Lövåker", "Mårdtorp", "Norrvalla", "Ormtjärn", "Pilhult", "Rönnsätra")
AREAS = (COUNTRY, COUNTY, *(f"{9001 + at}" for at in range(len(MUNICIPALITIES))))  # 17 places
SUBGOALS = ("D1", "D2", "D3", "D4", "D5")
SUBGOAL_SLUG = "nara"  # ends the name of every subgoal's file
PICTOGRAMS = ("person", "people", "place", "together", "heart")
SUBJECTS = (
    "Trygghet",
    "Kontinuitet",
    "Tillgänglighet",
    "Delaktighet",
    "Väntetid",
    "Fallskador",
    "Förtroende",
)
PLACES = ("i hemsjukvården", "på vårdcentralen", "i hemtjänsten", "på särskilt boende", "hos äldre än 80 år")
SENTENCE = "Huvudmännen planerar, prövar och följer upp arbetet tillsammans, nära dem som det är till för. "


def county_files(indicators: int, sections: Sequence[str]) -> Mapping[str, str]:
    """Text by path below the root: all of `strategy/` and `indicators/`; `sections` are roadmap ids."""
    return dict(_strategy(sections)) | dict(_indicators(indicators))


def _strategy(sections: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "strategy/strategy.yml", _yaml(_identity())
    yield "strategy/principals.yml", _yaml(_principals())
    yield "strategy/references.yml", _yaml({"references": [_reference()]})
    yield "strategy/bodies.yml", _yaml({"bodies": [_body()]})
    yield "strategy/focus-shifts.yml", _yaml({"focus_shifts": [_shift()]})
    yield "strategy/revisions/2022-04-27.yml", _yaml(_revision())
    yield "strategy/adoptions/2022-04-27.yml", _yaml(_ledger())
    yield "strategy/vision.md", _part("Hela livet nära\n", title="Målbild")
    yield "strategy/principles.md", _part(SENTENCE * 4, title="Principer för samverkan")
    for id, pictogram in zip(SUBGOALS, PICTOGRAMS, strict=True):
        own = {"pictogram": pictogram, "reading": "not-found", "reading_evidence": "not-found"}
        part = _part(SENTENCE * 6, title=f"Nära nummer {id[1:]}", id=id, focus_shifts=["person"], **own)
        yield f"strategy/subgoals/{id.lower()}-{SUBGOAL_SLUG}.md", part
    for order, id in enumerate(sections):
        yield (
            f"strategy/roadmap/{id}.md",
            _part(SENTENCE * 12, title=f"Avsnitt {order}", id=id, order=str(order)),
        )


def _identity() -> dict[str, Any]:
    return {
        "id": "nara-vard", "title": "Strategi för nära vård", "short_title": "Nära vård i Sjölanda",
        "county": "Sjölanda", "county_area": COUNTY,
        "comparison_area": COUNTRY, "comparison_name": "riket",
        "valid_from": "2022-07-01", "valid_to": "2030-01-01", "revision_interval_years": "4",
        "wording": "verbatim", "publisher": "not-found", "evidence": "documented", "references": ["beslut"],
    }  # fmt: skip


def _principals() -> dict[str, Any]:
    region = {"id": "regionen", "name": "Region Sjölanda", "short_name": "Region Sjölanda", "kind": "region"}
    municipalities = [
        {
            "id": f"kommun-{area}",
            "name": f"{name} kommun",
            "short_name": name,
            "kind": "municipality",
            "area": area,
        }
        for name, area in zip(MUNICIPALITIES, AREAS[2:], strict=True)
    ]
    areas = [{"code": COUNTRY, "name": "Riket"}]
    return {"principals": [region | {"area": COUNTY}, *municipalities], "areas": areas}


def _reference() -> dict[str, Any]:
    return {"id": "beslut", "title": "Beslutsunderlag", "publisher": "not-found", "url": "not-found"}


def _body() -> dict[str, Any]:
    known = {"evidence": "documented", "references": ["beslut"]}
    return {
        "id": "radet",
        "name": "Rådet",
        "kind": "political",
        "composition": "not-found",
        "role": "Beslutar.",
    } | known


def _shift() -> dict[str, Any]:
    known = {"evidence": "documented", "references": ["beslut"]}
    return {"id": "person", "before": "fokus på organisation", "after": "fokus på person"} | known


def _revision() -> dict[str, Any]:
    return {
        "id": "2022-04-27", "title": "Första versionen",
        "class": "essential", "class_evidence": "documented", "decision": "recommended",
        "decided_by": "radet",
        "decided_on": "2022-04-27", "registry_number": "not-found", "minutes": "not-found",
        "reason": "not-found", "effective_from": "2022-07-01", "condition": "not-found",
        "digest": "not-found",
        "evidence": "documented", "references": ["beslut"],
    }  # fmt: skip


def _ledger() -> dict[str, Any]:
    unknown = dict.fromkeys(
        ("body", "decided_on", "paragraph", "registry_number", "outcome_evidence"), "not-found"
    )
    principals = [each["id"] for each in _principals()["principals"]]
    adoptions = [
        {"principal": id, "outcome": "not-documented", "references": []} | unknown for id in principals
    ]
    return {"revision": "2022-04-27", "adoptions": adoptions}


def _indicators(count: int) -> Iterator[tuple[str, str]]:
    numbers = range(1, count + 1)
    yield "indicators/sources.yml", _yaml({"references": [_source()], "series": []})
    for number in numbers:
        yield f"indicators/n{number:02}-matt.yml", _yaml(_indicator(number))
        yield f"indicators/n{number:02}-matt.csv", _figures(number)


def indicator_name(number: int) -> str:
    """A name that only this indicator has."""
    return f"{SUBJECTS[number % len(SUBJECTS)]} {PLACES[number % len(PLACES)]}, mätning {number}"


def _indicator(number: int) -> dict[str, Any]:
    known = ("subgoal_evidence", "definition_evidence", "direction_evidence", "evidence")
    return {
        "id": f"N{number:02}", "name": indicator_name(number), "role": "appendix", "unit": "procent",
        "subgoal": SUBGOALS[number % len(SUBGOALS)], "definition": SENTENCE.strip(), "references": ["beslut"],
        "direction": ("higher", "lower")[number % 2], "source": "Invånarundersökningen",
        **dict.fromkeys(known, "documented"),
        "series": [{"id": "enkat", "title": "Andel (%)", "unit": "procent", "producer": "Mätbyrån"}],
    }  # fmt: skip


def _source() -> dict[str, Any]:
    place = {"url": "https://example.org/data", "read_on": "not-found", "terms": "not-found"}
    return {"id": "matbyran", "title": "Datafil", "publisher": "Mätbyrån"} | place


def _figures(number: int) -> str:
    """A row for every area, gender and year, as CSV."""
    chance = random.Random(number)
    rows = ["series,area,gender,time_period,value,status,source"]
    for area in AREAS:
        for gender in GENDERS:
            value = chance.uniform(20, 80)
            for year in YEARS:
                value = min(max(value + chance.uniform(-3, 3), 0), 100)
                rows.append(f"enkat,{area},{gender},{year},{value:.1f},normal,matbyran")
    return "\n".join(rows) + "\n"


def _part(text: str, **front: Any) -> str:
    known = {
        "evidence": "documented",
        "text_evidence": "documented",
        "references": ["beslut"],
        "page": "not-found",
    }
    return f"---\n{_yaml(front | known)}---\n\n{text.strip()}\n"


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, default_style='"')
