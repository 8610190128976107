"""Test who is asked to approve the code.

Of the content, `strategi check` reports whether they may decide.
"""

from __future__ import annotations

import re

import yaml

from tests.building import REPOSITORY

TEXT = (REPOSITORY / ".github" / "CODEOWNERS").read_text("utf-8")
ROWS = [line.split() for line in TEXT.splitlines() if line and line[0] != "#"]
TEAM = re.compile(r"@(?P<organisation>[A-Za-z0-9-]+)/(?P<name>[a-z0-9-]+)")
# Whose owners are others than those of the code: content, pages, and what people fill in.
NOT_CODE = (
    *("/strategy/", "/indicators/", "/docs/"),
    *("/.github/ISSUE_TEMPLATE/", "/.github/PULL_REQUEST_TEMPLATE/", "/.github/pull_request_template.md"),
)


def test_the_code_and_the_workflows_are_asked_of_those_who_keep_them() -> None:
    (everything, *keepers), *others = ROWS
    assert everything == "*"
    assert [TEAM.sub(r"\g<name>", each) for each in keepers] == ["forvaltning"]
    assert [pattern for pattern, *_ in others if not pattern.startswith(NOT_CODE)] == []


def test_every_team_is_a_body_or_is_explained() -> None:
    bodies = yaml.safe_load((REPOSITORY / "strategy/bodies.yml").read_text("utf-8"))["bodies"]
    owners = [TEAM.fullmatch(each) for _, *teams in ROWS for each in teams]
    assert all(owners), "each owner is a team"
    others = {each["name"] for each in owners if each} - {each["id"] for each in bodies}
    assert others == {"redaktion", "forvaltning"}
    assert all(f"#   {each} " in TEXT for each in others)


def test_it_is_said_while_the_teams_are_placeholders() -> None:
    organisations = {each["organisation"] for each in TEAM.finditer(TEXT)}
    assert ("THE TEAMS ARE PLACEHOLDERS" in TEXT) == (organisations == {"ORGANISATION"})
