"""Render every recorded fact of the revisions as JSON, for programs.

Keys are those of the records in `strategy/`, and some that are computed: `entry_id` (the same id as in the
feeds), `phase`, `adoption_count`, `scope` and `links`. A fact that is not documented is null, and its key
stands in `not_found` beside it; null without that means that there is none. Phases and counts hold for the
day `as_of`. Only new keys may come without a new `format`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from enum import Enum
from itertools import islice
from typing import Any

from strategi.model.evidence import Absence, Evidence
from strategi.model.governance import Revision
from strategi.model.record import Record
from strategi.model.standing import RevisionStanding
from strategi.render.addresses import REVISIONS_JSON, comparison_address, revision_address
from strategi.render.history.comparisons import against_predecessor
from strategi.render.history.former import former_views
from strategi.render.outside import way
from strategi.render.permanent_ids import adoption_id, correction_id, postponement_id, revision_id
from strategi.render.view import View
from strategi.render.wording.scope import scope
from strategi.rules.standing import standing

FORMAT = "levande-strategi-revisions-1"
HISTORICAL_PHASE = "historical"
"""Of a former strategy's revisions, whatever they were in it."""


def revisions_json(view: View) -> str:
    """Give every recorded revision, oldest first, as JSON; links are absolute where that is possible.

    `former` stands there only where the strategy succeeds another, of which it holds the same.
    """
    here = replace(view, page_url=REVISIONS_JSON)
    content = {"format": FORMAT, "as_of": view.today.isoformat(), **_content(here)}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _content(view: View) -> dict[str, Any]:
    strategy = view.strategy
    found = standing(strategy, view.today)
    current = None if view.successor or found.revision is Evidence.NOT_FOUND else found.revision.id
    content: dict[str, Any] = {
        "strategy": _plain(strategy.info),
        "current_revision": current,
        "revisions": [_revision(view, each) for each in found.revisions],
        "postponements": [
            {"entry_id": postponement_id(strategy, each), **_plain(each)} for each in strategy.postponements
        ],
        "bodies": _plain(strategy.bodies),
        "principals": _plain(strategy.principals),
        "references": _plain(strategy.references),
    }
    for earlier in islice(former_views(view), 1):
        content["former"] = _content(earlier)
    return content


def _revision(view: View, found: RevisionStanding) -> Mapping[str, Any]:
    revision = found.revision
    comparison = against_predecessor(view.log, revision)
    return {
        "entry_id": revision_id(view.strategy, revision.id),
        **_plain(revision),
        "phase": HISTORICAL_PHASE if view.successor else found.phase.value,
        "adoption_count": asdict(found.adoption),
        "adoptions": _adoptions(view, revision),
        "corrections": _corrections(view, revision),
        "scope": scope(comparison, view.words) if comparison else None,
        "links": {
            "text": way(view, revision_address(revision.id)),
            "redline": _redline(view, revision) if comparison else None,
        },
    }


def _redline(view: View, revision: Revision) -> str | None:
    before = revision.predecessor
    return way(view, comparison_address(before, revision.id)) if before else None


def _adoptions(view: View, revision: Revision) -> list[Mapping[str, Any]]:
    ledger = view.strategy.ledgers.get(revision.id)
    return [
        {"entry_id": adoption_id(view.strategy, revision.id, each.principal), **_plain(each)}
        for each in (ledger.adoptions if ledger else ())
    ]


def _corrections(view: View, revision: Revision) -> list[Mapping[str, Any]]:
    return [
        {"entry_id": correction_id(view.strategy, revision.id, number), **_plain(each)}
        for number, each in enumerate(revision.corrections, start=1)
    ]


def _plain(value: Any) -> Any:
    """A record, or what it holds, in the types that JSON has."""
    match value:
        case Record():
            return _facts(value)
        case tuple():
            return [_plain(each) for each in value]
        case Absence():
            return None
        case Enum():
            return value.value
        case date():
            return value.isoformat()
    return value


def _facts(record: Record) -> Mapping[str, Any]:
    facts = {field.alias or name: getattr(record, name) for name, field in type(record).model_fields.items()}
    # How well a fact is supported is itself always known: "not-found" is an answer there.
    unknown = [
        name for name, fact in facts.items() if fact is Evidence.NOT_FOUND and not name.endswith("evidence")
    ]
    known = {name: None if name in unknown else _plain(fact) for name, fact in facts.items()}
    return {**known, "not_found": unknown}
