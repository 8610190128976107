"""Model a finding: what is wrong, where, and what should be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """Whether a finding stops publication."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One fault at one place. Texts are in Swedish; printers stand apart.

    `line` and `column` count from 1. `value` is the faulty text, or "" where something is absent.
    """

    path: str
    line: int
    column: int
    rule_id: str
    message: str
    value: str = ""
    advice: str = ""
    severity: Severity = Severity.ERROR
