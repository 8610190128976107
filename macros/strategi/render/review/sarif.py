"""Render the findings of a review as SARIF 2.1.0, for tools that gather findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from strategi.model.finding import Finding
from strategi.model.review import Review
from strategi.model.rule import RuleDescription
from strategi.model.words import Words
from strategi.rules import catalogue

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def review_sarif(review: Review) -> str:
    """Every finding, those that were there before marked as unchanged."""
    results = [
        *_results((*review.obstacles, *review.findings), "new"),
        *_results(review.standing_findings, "unchanged"),
    ]
    used = {each["ruleId"] for each in results}
    content = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "strategi", "rules": [*_rules(used, review.words)]}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rules(used: Iterable[str], words: Words) -> Iterator[Mapping[str, Any]]:
    wanted = set(used)
    return (_rule(each) for each in catalogue(words) if each.id in wanted)


def _rule(rule: RuleDescription) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. {rule.reference}."},
        "help": {"text": rule.advice},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _results(findings: Iterable[Finding], state: str) -> Iterator[Mapping[str, Any]]:
    for each in findings:
        text = each.message + (f" Värde: {each.value}" if each.value else "")
        yield {
            "ruleId": each.rule_id,
            "level": each.severity.value,
            "baselineState": state,
            "message": {"text": f"{text}\n{each.advice}" if each.advice else text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(each.path)},
                        "region": {"startLine": each.line, "startColumn": each.column},
                    }
                }
            ],
        }
