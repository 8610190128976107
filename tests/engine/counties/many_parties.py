"""Give an invented region with 49 municipalities, six ways of working, no last day and an unknown first."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.model.authority import ChangedThing

from tests.engine.counties.writing import UNKNOWN, part, yaml_text

PARTIES = 50
_SOURCE = ["rapport"]
_WAYS = (
    ("W1", "Börja hemma", "home"),
    ("W2", "Lyssna först", "person"),
    ("W3", "Dela kunskap", "people"),
    ("W4", "Mät det som betyder något", "star"),
    ("W5", "Lös det på plats", "place"),
    ("W6", "Håll ihop", "together"),
)


def files() -> Mapping[str, str]:
    """Text by path: what is decided, and what is measured. It has no pages of its own."""
    return {
        "strategy/strategy.yml": yaml_text(_info()),
        "strategy/words.yml": yaml_text({"words": _words()}),
        "strategy/principals.yml": yaml_text({"principals": _principals()}),
        "strategy/bodies.yml": yaml_text({"bodies": [_body()]}),
        "strategy/references.yml": yaml_text({"references": [_reference()]}),
        "strategy/governance.yml": yaml_text({"mandates": _mandates(), "classes": _classes()}),
        "strategy/revisions/2023.yml": yaml_text(_revision()),
        "strategy/adoptions/2023.yml": yaml_text(_ledger()),
        "strategy/vision.md": part("En god dag för alla\n", title="Vår bild"),
        **{f"strategy/subgoals/{way.lower()}-sa.md": _way(way, title, sign) for way, title, sign in _WAYS},
        "indicators/i1-god-dag.yml": yaml_text(_indicator()),
    }


def _info() -> Mapping[str, object]:
    return {
        "id": "god-dag-storlandet", "title": "Gemensam inriktning för en god dag i Storlandet",
        "short_title": "En god dag i Storlandet", "county": "Storlandet",
        "valid_from": UNKNOWN, "valid_to": "none", "revision_interval_years": "none",
        "appendix": "none", "wording": "rendered", "publisher": UNKNOWN,
        "evidence": "documented", "references": _SOURCE,
    }  # fmt: skip


def _words() -> list[Mapping[str, object]]:
    return [
        {
            "what": "goal", "singular": "arbetssätt", "definite": "arbetssättet", "plural": "arbetssätt",
            "definite_plural": "arbetssätten", "gender": "neuter",
            "address": "arbetssatt", "numbered": "false",
        },
        {
            "what": "principal", "singular": "part", "definite": "parten", "plural": "parter",
            "definite_plural": "parterna", "gender": "common", "address": "parter",
        },
    ]  # fmt: skip


def _principals() -> list[Mapping[str, object]]:
    region = {"id": "regionen", "name": "Region Storlandet", "short_name": "Regionen", "kind": "region"}
    numbers = range(1, PARTIES)
    return [
        region,
        *(
            {
                "id": f"ort-{number}",
                "name": f"Ort {number} kommun",
                "short_name": f"Ort {number}",
                "kind": "municipality",
            }
            for number in numbers
        ),
    ]


def _body() -> Mapping[str, object]:
    return {
        "id": "samradet", "name": "Parternas samråd", "kind": "political", "composition": UNKNOWN,
        "role": "Beslutar om inriktningen.", "evidence": "documented", "references": _SOURCE,
    }  # fmt: skip


def _reference() -> Mapping[str, object]:
    return {"id": "rapport", "title": "En rapport om inriktningen", "publisher": UNKNOWN, "url": UNKNOWN}


def _mandates() -> list[Mapping[str, object]]:
    clauses = {
        "essential": (["samradet"], "Samrådet beslutar."),
        "non-essential": (["samradet"], "Samrådet beslutar."),
        "technical": ([], "Lydelsen är densamma."),
        "data": ([], "Värden är ingen del av beslutet."),
    }
    return [
        {
            "class": name,
            "decided_by": bodies,
            "clause": clause,
            "page": UNKNOWN,
            "evidence": "inferred",
            "references": [],
        }
        for name, (bodies, clause) in clauses.items()
    ]


def _classes() -> list[Mapping[str, object]]:
    governed = {"vision", "subgoal", "principles", "roadmap-section", "indicator", "strategy", "governance"}
    return [
        {
            "what": thing.value,
            "class": "essential" if thing.value in governed else "data",
            "reason": "Så läser vi rapporten.",
            "evidence": "inferred",
            "references": [],
        }
        for thing in ChangedThing
    ]


def _revision() -> Mapping[str, object]:
    unknown = ("decided_on", "registry_number", "minutes", "reason", "effective_from", "condition", "digest")
    return {
        "id": "2023", "title": "Den första inriktningen", "class": UNKNOWN, "class_evidence": UNKNOWN,
        "decision": "decided", "decided_by": "samradet", **dict.fromkeys(unknown, UNKNOWN),
        "evidence": "documented", "references": _SOURCE,
    }  # fmt: skip


def _ledger() -> Mapping[str, object]:
    unknown = ("outcome_evidence", "body", "decided_on", "paragraph", "registry_number")
    row = {"outcome": "not-documented", **dict.fromkeys(unknown, UNKNOWN), "references": []}
    return {
        "revision": "2023",
        "adoptions": [{"principal": principal["id"], **row} for principal in _principals()],
    }


def _way(way: str, title: str, sign: str) -> str:
    own = {"pictogram": sign, "reading": UNKNOWN, "reading_evidence": UNKNOWN, "focus_shifts": []}
    return part(f"Så arbetar vi med att {title.lower()}.\n", id=way, title=title, **own)


def _indicator() -> Mapping[str, object]:
    unknown = dict.fromkeys(("definition", "definition_evidence", "source", "unit"), UNKNOWN)
    return {
        "id": "I1", "name": "Andel som har en god dag", "role": "candidate", "subgoal": "W1",
        "subgoal_evidence": "inferred", **unknown, "direction": "higher", "direction_evidence": "inferred",
        "evidence": "inferred", "references": [],
    }  # fmt: skip
