"""Test that a finding is printed whole, and that content cannot control what it is printed on."""

from __future__ import annotations

import json

import pytest
from strategi.model.finding import Finding, Severity
from strategi.render.terminal.findings import findings_github, findings_json, findings_text, summary

FAULT = Finding(path="strategy/vision.md", line=3, column=7, rule_id="STR113", message="fel", advice="Rätta.")


def changed(**more: object) -> Finding:
    """The fault with other values."""
    return Finding(**{name: getattr(FAULT, name) for name in FAULT.__slots__} | more)  # type: ignore[arg-type]


def test_text_has_place_value_and_remedy() -> None:
    assert findings_text([changed(value="x")]) == (
        "strategy/vision.md:3:7: STR113 fel [word-unknown]\n  värde: x\n  gör så: Rätta.\n"
    )


def test_nothing_is_said_of_a_value_that_is_absent() -> None:
    assert "värde" not in findings_text([FAULT])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a" * 101, "a" * 100 + "…"),
        ("a" * 100, "a" * 100),
        ("rad 1\nrad 2", "rad 1…"),
        ("\x1b[31mrött", r"\x1b[31mrött"),
        ("\u202eomvänt", r"\u202eomvänt"),
    ],
)
def test_a_value_is_shown_on_one_line_without_control_characters(value: str, shown: str) -> None:
    assert f"  värde: {shown}\n" in findings_text([changed(value=value)])


def test_a_file_name_that_is_not_utf8_can_be_printed() -> None:
    odd = [changed(path="strategy/m\udce5l.md")]
    for printed in (findings_text(odd), findings_json(odd), findings_github(odd)):
        assert r"m\\udce5l" in printed or r"m\udce5l" in printed
        printed.encode("utf-8")


def test_json_keeps_swedish_letters_and_every_key() -> None:
    printed = findings_json([changed(value="åäö")])
    assert '"åäö"' in printed
    assert set(json.loads(printed)[0]) == {
        *("path", "line", "column", "id", "name", "severity", "message", "value", "advice"),
    }


def test_github_commands_cannot_be_broken_out_of() -> None:
    evil = changed(path="a,b:c%.md", message="100 %\n::error::falskt", value="x\r\n::warning::y")
    assert findings_github([evil]) == (
        "::error file=a%2Cb%3Ac%25.md,line=3,col=7,title=STR113 word-unknown"
        "::100 %25%0A::error::falskt%0Avärde: x\\r…%0Agör så: Rätta.\n"
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "said"),
    [(0, 0, "Inga fel.\n"), (1, 0, "1 fel\n"), (0, 1, "1 varning\n"), (2, 3, "2 fel och 3 varningar\n")],
)
def test_the_summary_counts(errors: int, warnings: int, said: str) -> None:
    findings = [FAULT] * errors + [changed(severity=Severity.WARNING)] * warnings
    assert summary(findings) == said
