"""Test that the schemas for editors' programs agree with our reader, and are in Swedish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from strategi.cli import main
from strategi.content.document import Document
from strategi.content.layout import SCHEMA_FOLDER, schema_line, schema_name
from strategi.content.parsing import parse
from strategi.content.reader import read_strategy
from strategi.content.writing import file_text
from strategi.model.governance import Revision
from strategi.model.words import swedish
from strategi.render.schemas import schema_json, schemas
from strategi.render.wording.key_words import explained_keys

from tests.editors import as_editors_see_it
from tests.engine.content.cases import TODAY
from tests.engine.content.trees import COUNTY, MemoryTree, county_files
from tests.engine.site.county import COUNTY as SITE_COUNTY

SCHEMAS = schemas(swedish())
PLAN = """\
principal: "alvhaga"
title: "Lokal plan"
valid_from: "2024-01-01"
valid_to: not-found
body: "Socialnämnden"
decided_on: not-found
registry_number: not-found
url: not-found
evidence: documented
references: []
"""
POSTPONEMENTS = """\
postponements:
  - revision: "2022-12-01"
    due_on: "2027-12-01"
    decided_by: "vardradet"
    decided_on: "2025-12-01"
    registry_number: not-found
    minutes: not-found
    reason: not-found
    evidence: documented
    references: []
"""
WORDS = """\
words:
  - what: goal
    singular: "arbetssätt"
    definite: "arbetssättet"
    plural: "arbetssätt"
    definite_plural: "arbetssätten"
    gender: neuter
    address: "arbetssatt"
    numbered: false
  - what: principles
    singular: "princip"
    definite: "principen"
    plural: "principer"
    definite_plural: "principerna"
    gender: common
    complement: "för möten"
"""
SITE = """\
email: "namn@exempel.example"
phone: not-found
published_on: "2025-02-03"
conformance: partial
faults:
  - title: "Kartan."
    text: "Den går inte att läsa upp."
"""
MORE = {
    "strategy/plans/alvhaga.yml": PLAN,
    "strategy/postponements.yml": POSTPONEMENTS,
    "strategy/words.yml": WORDS,
    "strategy/site.yml": SITE,
}


def document(path: str, text: str) -> Document:
    """A file as our reader takes it: every scalar is text, in the words of today."""
    found = parse(text, path, [])
    assert found is not None
    return found


def files() -> Iterator[tuple[str, str]]:
    """Every file that a schema describes: those of two invented counties, and kinds they lack."""
    for root in (SITE_COUNTY, COUNTY):
        for folder in ("strategy", "indicators"):
            for path in sorted((root / folder).rglob("*")):
                name = path.relative_to(root).as_posix()
                if schema_name(name) and path.is_file():
                    yield name, path.read_text("utf-8")
    yield from MORE.items()


def faults(path: str, data: Any) -> list[str]:
    return [each.message for each in Draft202012Validator(SCHEMAS[schema_name(path)]).iter_errors(data)]


def test_every_file_is_accepted_as_our_reader_and_as_editors_see_it() -> None:
    found = list(files())
    assert {schema_name(path) for path, _ in found} == set(SCHEMAS)
    for path, text in found:
        assert (path, faults(path, document(path, text).data)) == (path, [])
        assert (path, faults(path, as_editors_see_it(path, text))) == (path, [])


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def ways(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value."""
    for key, held in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*way, key)
        if isinstance(held, (dict, list)):
            yield from ways(held, (*way, key))


def holder_of(data: Any, way: tuple[Any, ...]) -> Any:
    for step in way[:-1]:
        data = data[step]
    return data


def shortened(data: Any) -> Any:
    """The data with the first record alone of each list: faults in the others are the same."""
    if isinstance(data, list):
        return [shortened(each) for each in data[:1]]
    return {key: shortened(held) for key, held in data.items()} if isinstance(data, dict) else data


def reader_refuses(path: str, data: Any) -> bool:
    """Whether our reader finds a fault in the file when it holds the data."""
    text = "\n".join(_lines(data)) + "\n"
    tables = {name for name in county_files() if name.endswith(".csv")}  # left out: they take time
    held = {name: each for name, each in county_files().items() if name not in tables} | {
        name: each.encode() for name, each in MORE.items()
    }
    if path.endswith(".md"):
        text = f"---\n{text}---\n" + held[path].decode().split("---\n", 2)[2]
    reading = read_strategy(MemoryTree(held | {path: text.encode()}), today=TODAY)
    return any(each.path == path for each in reading.findings)


def _lines(data: Any) -> list[str]:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6).rstrip("\n").split("\n")


@pytest.mark.parametrize("path", [*(p for p in county_files() if schema_name(p)), *MORE])
def test_a_planted_fault_is_refused_where_the_reader_refuses_it(path: str) -> None:
    text = MORE.get(path) or county_files()[path].decode()
    data = shortened(document(path, text).data)
    assert not reader_refuses(path, data)
    tried = 0
    for way in ways(data):
        for wrong in ("", " ", "Fel Ord", "2023-1-1", "-1", {"a": "b"}, ["Å"]):
            edited = deepcopy(data)
            holder_of(edited, way)[way[-1]] = wrong
            if faults(path, edited):
                tried += 1
            assert bool(faults(path, edited)) == reader_refuses(path, edited), (way, wrong)
        if isinstance(way[-1], str):
            for edit in ("rename", "drop", "add"):
                edited = deepcopy(data)
                holder = holder_of(edited, way)
                if edit == "rename":
                    holder[f"{way[-1]}x"] = holder.pop(way[-1])
                elif edit == "drop":
                    del holder[way[-1]]
                else:
                    holder["okänd"] = "x"
                assert bool(faults(path, edited)) == reader_refuses(path, edited), (way, edit)
    assert tried > 5


def test_every_key_and_word_is_explained_in_swedish() -> None:
    for name, schema in SCHEMAS.items():
        assert schema["title"]
        for held in properties(schema):
            assert held["title"][0].isupper(), name
            assert held["description"].endswith("."), held
            assert len(held.get("enumDescriptions", [])) == len(held.get("enum", []))
            assert re.search("(?i)[åäö]|[a-z]", held["description"])


def properties(schema: Any) -> Iterator[Any]:
    for held in schema.get("properties", {}).values():
        yield held
        yield from properties(held.get("items", {}))


def test_no_key_is_explained_that_is_not_there() -> None:
    used = {key for schema in SCHEMAS.values() for key in names(schema)} | {"text"}
    assert {each.rpartition(".")[2] for each in explained_keys()} <= used


def names(schema: Any) -> Iterator[str]:
    for key, held in schema.get("properties", {}).items():
        yield key
        yield from names(held.get("items", {}))


def test_a_new_file_names_its_schema() -> None:
    assert schema_line("strategy/bodies.yml") == "yaml-language-server: $schema=../docs/schema/bodies.json"
    (entry,) = read_strategy(MemoryTree(county_files()), today=TODAY).of(Revision)
    first = file_text(entry.path, entry.record, comments=["Om filen."]).split("\n")[:2]
    assert first == ["# yaml-language-server: $schema=../../docs/schema/revision.json", "# Om filen."]


def test_schemas_are_listed_shown_and_written(tmp_path: Path) -> None:
    def run(*words: str) -> Any:
        return CliRunner().invoke(main, ["schema", *words])

    assert "revision: En revidering\n" in run().output
    assert run("revision").output == schema_json(SCHEMAS["revision"])
    wrong = run("revison")
    assert (wrong.exit_code, wrong.output) == (
        2,
        "Det gick inte: det finns inget schema ”revison” – menade du ”revision”?\n",
    )
    folder = tmp_path / SCHEMA_FOLDER
    folder.mkdir(parents=True)
    (folder / "gammal.json").write_text("{}")
    assert run("--write", "--root", str(tmp_path)).exit_code == 0
    assert {path.stem for path in folder.iterdir()} == set(SCHEMAS)
