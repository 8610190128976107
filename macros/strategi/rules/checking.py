"""Collect every fault in what was read."""

from __future__ import annotations

from datetime import date

from strategi.content.reading import Reading
from strategi.model.finding import Finding
from strategi.rules.registry import rules


def check_strategy(reading: Reading, *, today: date) -> tuple[Finding, ...]:
    """Every fault found while reading and by the rules, sorted by place, each once."""
    found = set(reading.findings)
    for rule in rules():
        found.update(rule.check(reading, today))
    return tuple(sorted(found))
