"""Render the comparison of a document with a revision as JSON for programs.

`format` names this shape; only new keys may come without a new one. Parts that deviate are as those of a
comparison: `old` is the recommended wording, `new` the adopted one.
"""

from __future__ import annotations

import json

from strategi.model.digest import digest
from strategi.model.verification import VerifiedPart
from strategi.render.terminal.comparison_json import part_object
from strategi.render.terminal.verified import Verified

FORMAT = "levande-strategi-verification-1"


def verification_json(verified: Verified) -> str:
    """Everything that was found out, as indented JSON."""
    found, snapshot = verified.found, verified.snapshot
    content = {
        "format": FORMAT,
        "document": verified.name,
        "against": {
            "kind": snapshot.kind.value,
            "name": snapshot.name,
            "label": snapshot.label,
            "wording": snapshot.strategy.info.wording.value,
            "digest": digest(snapshot.strategy),
        },
        "is_judged": found.is_judged,
        "is_identical": found.is_identical,
        "is_known_in_full": found.is_known_in_full,
        "parts": [_part(each) for each in found.parts],
        "foreign": [{"text": each.text, "position": each.position.value} for each in found.foreign],
        "left_out": list(verified.document.left_out),
        "remarks": list(verified.remarks),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _part(verified: VerifiedPart) -> dict[str, object]:
    return {
        "kind": verified.part.kind.value,
        "id": verified.part.id,
        "verdict": verified.verdict.value,
        "typography": [each.value for each in verified.typography],
        "uncompared": list(verified.uncompared),
        "change": part_object(verified.change) if verified.change else None,
    }
