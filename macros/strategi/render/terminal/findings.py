"""Format findings for people, for programs, and for the review of a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from strategi.model.finding import Finding, Severity
from strategi.model.words import swedish
from strategi.render.printable import printable
from strategi.rules import catalogue
from strategi.words.lists import listed

_LONGEST = 100


def findings_text(findings: Iterable[Finding]) -> str:
    """For people: place, fault, value and what to do."""
    names = _names()
    return "".join(_text(each, names.get(each.rule_id, "")) for each in findings)


def findings_json(findings: Iterable[Finding]) -> str:
    """For programs: a list of objects."""
    names = _names()
    entries = [
        {
            "path": printable(each.path),
            "line": each.line,
            "column": each.column,
            "id": each.rule_id,
            "name": names.get(each.rule_id, ""),
            "severity": each.severity.value,
            "message": each.message,
            "value": each.value,
            "advice": each.advice,
        }
        for each in findings
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def findings_github(findings: Iterable[Finding]) -> str:
    """For a pull request: one workflow command per finding, shown beside the line."""
    names = _names()
    return "".join(_command(each, names.get(each.rule_id, "")) for each in findings)


def summary(findings: Iterable[Finding]) -> str:
    """How many errors and warnings, in words."""
    severities = [each.severity for each in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    counts = [
        f"{errors} fel" if errors else "",
        f"{warnings} {'varning' if warnings == 1 else 'varningar'}" if warnings else "",
    ]
    said = [each for each in counts if each]
    return f"{listed(said)}\n" if said else "Inga fel.\n"


def _names() -> Mapping[str, str]:
    return {each.id: each.name for each in catalogue(swedish())}


def _text(finding: Finding, name: str) -> str:
    place = f"{printable(finding.path)}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.rule_id} {printable(finding.message)} [{name}]"]
    if finding.value:
        lines.append(f"  värde: {_shortened(finding.value)}")
    if finding.advice:
        lines.append(f"  gör så: {printable(finding.advice)}")
    return "\n".join(lines) + "\n"


def _shortened(value: str) -> str:
    first, _, rest = value.partition("\n")
    return printable(first[:_LONGEST]) + ("…" if rest or len(first) > _LONGEST else "")


def _command(finding: Finding, name: str) -> str:
    properties = {
        "file": printable(finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.rule_id} {name}",
    }
    head = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    told = "\n".join(
        filter(
            None,
            [
                finding.message,
                finding.value and f"värde: {_shortened(finding.value)}",
                finding.advice and f"gör så: {finding.advice}",
            ],
        )
    )
    return f"::{finding.severity.value} {head}::{_data(told)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
