"""Editors' programs find nothing wrong with this county's files, by the schema that each of them names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.building import REPOSITORY
from tests.editors import as_editors_see_it

LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
# `strategi check` tells which file names no schema.
FILES = sorted(path for folder in ("strategy", "indicators") for path in (REPOSITORY / folder).rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_what_its_schema_says(path: Path) -> None:
    text = path.read_text("utf-8")
    named = LINE.match(text)
    assert named
    schema = json.loads((path.parent / named[1]).read_text("utf-8"))
    found = Draft202012Validator(schema).iter_errors(as_editors_see_it(path.name, text))
    assert [each.message for each in found] == []
