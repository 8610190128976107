"""Render a review as JSON for programs.

`format` names this shape; only new keys may come without a new one. Words of kinds are those of the model.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from strategi.model.finding import Finding
from strategi.model.review import Review, StatusChange, Weighing
from strategi.render.review.change_lines import ChangeLine, change_lines
from strategi.render.review.effects_words import effects_json
from strategi.render.review.summary import missing_records, sentences

FORMAT = "levande-strategi-review-1"


def review_json(review: Review) -> str:
    """Everything that a review tells, as indented JSON."""
    content = {
        "format": FORMAT,
        "ruling": review.ruling.value,
        "base": review.base or None,
        **_weighing(review.weighing),
        **({"new_strategy": asdict(review.new_strategy)} if review.new_strategy else {}),
        "sentences": list(sentences(review)),
        "missing": list(missing_records(review)),
        "changes": [_change(each) for each in change_lines(review)],
        "effects": effects_json(review.effects) if review.effects else None,
        "obstacles": _findings(review.obstacles),
        "findings": _findings(review.findings),
        "standing_findings": _findings(review.standing_findings),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _weighing(found: Weighing | None) -> Mapping[str, Any]:
    if found is None:
        return {"class": None, "decided_by": None, "informed": None, "cover": None, "revision": None}
    mandate = found.mandate
    return {
        "class": found.change_class.value if found.change_class else None,
        "decided_by": list(mandate.decided_by) if mandate else None,
        "informed": list(mandate.informed) if mandate else None,
        "cover": found.cover.value,
        "revision": str(found.revision.id) if found.revision else None,
        "status_ground": found.status_ground.value,
        "status_change": _status(found.status_change) if found.status_change else None,
    }


def _status(change: StatusChange) -> Mapping[str, Any]:
    return {"day": str(change.day), "differences": list(change.differences)}


def _change(line: ChangeLine) -> Mapping[str, Any]:
    return {
        **asdict(line),
        "change_class": line.change_class.value,
        "evidence": line.evidence.value,
    }


def _findings(findings: Iterable[Finding]) -> list[Mapping[str, Any]]:
    return [{**asdict(each), "severity": each.severity.value} for each in findings]
