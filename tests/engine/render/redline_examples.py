"""Redlines of every kind, from the texts in cases/redlines.yml, and all that is shown of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from strategi.diff.redlines.texts import compare_texts
from strategi.model.redline import Redline
from strategi.render.redlines.lines import stretches
from strategi.render.redlines.nodes import nodes
from strategi.render.templating import environment

CASES = Path(__file__).parents[1] / "cases" / "redlines.yml"


@cache
def examples() -> Mapping[str, Redline]:
    """Redlines by the name of their case."""
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return {name: compare_texts(old, new) for name, (old, new) in cases.items()}


def shown(redline: Redline) -> str:
    """The whole redline in one text, and what differs also side by side."""
    template = environment().get_template("redline.html").module
    parts = []
    for stretch in stretches(redline):
        inline = template.tree(nodes(stretch.inline), "del", "", "Tabell")
        parts.append(f"<section>{inline}</section>")
        for pair in stretch.pairs:
            old, new = (
                template.tree(nodes(side), "del", "spalt-", "Tabell") for side in (pair.old, pair.new)
            )
            parts.append(f'<div class="old">{old}</div>\n<div class="new">{new}</div>')
    return "\n".join(line for line in "\n".join(parts).splitlines() if line.strip())
