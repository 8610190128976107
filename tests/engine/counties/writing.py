"""Write the files of an invented county from plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

UNKNOWN = "not-found"


class _Plain(yaml.SafeDumper):
    """Writes out what stands in several places: the content has no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def part(text: str, **keys: Any) -> str:
    """A Markdown file with keys; what is not given is documented, without a source."""
    known = {"evidence": "documented", "text_evidence": "documented", "references": [], "page": UNKNOWN}
    return f"---\n{yaml_text(keys | {key: known[key] for key in known if key not in keys})}---\n\n{text}"


def yaml_text(data: Mapping[str, Any]) -> str:
    """YAML in which every value is text."""
    return yaml.dump(dict(data), Dumper=_Plain, allow_unicode=True, sort_keys=False, default_style='"')
