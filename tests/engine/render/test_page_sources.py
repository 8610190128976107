"""Nothing that a page says comes from a file that is not one of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import cache

import pytest
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.render.calls import call_text
from strategi.render.page_sources import EVERYTHING, PageSources, macros_with_sources
from strategi.render.registry.vocabulary import macros
from strategi.render.strategy.statement import PARTS as PARTS_OF_STATEMENT
from strategi.render.view import View
from strategi.site.page_days import files_by_id

from tests.engine.content.trees import MemoryTree, county_files

TODAY = date(2026, 1, 15)
ROW = """  - what: {what}
    singular: "{word}"
    definite: "{word}en"
    plural: "{word}ar"
    definite_plural: "{word}arna"
    gender: common
"""
NAMED = (("goal", "väg"), ("principal", "part"), ("indicator", "mätare"))
WORDS = "words:\n" + "".join(ROW.format(what=what, word=word) for what, word in NAMED)
SITE = """email: "namn@exempel.example"
review_method: "Vi har frågat tio läsare."
conformance_reason: "Kartan brister."
faults:
  - title: "Kartan."
    text: "Den går inte att läsa upp."
"""
PLAN = "strategy/plans/alvhaga.yml"
FILES = county_files() | {
    PLAN: b"""principal: "alvhaga"
title: "Planen"
valid_from: "2023-01-01"
valid_to: not-found
body: "Kommunfullm\xc3\xa4ktige"
decided_on: not-found
registry_number: not-found
url: not-found
evidence: documented
references: ["beslut-2022"]
""",
    "strategy/words.yml": WORDS.encode(),
    "strategy/site.yml": SITE.encode(),
}
PARTS = ("vision", "D1", "D2", "principles", "inledning", "uppfoljning")
ARGUMENTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "accessibility": tuple((each,) for each in PARTS_OF_STATEMENT),
    "chart": (("N01",), ("N02",)),
    "comparison": (("2022-12-01", "2022-12-01"),),
    "count": (("goal",), ("Principal",), ("indicator",), ("section",)),
    "headlines": (("N01", "N02"), ("N02",)),
    "indicator": (("N01",), ("N02",)),
    "indicator_table": (("D1",), ("D2",)),
    "link": (("goal",), ("roadmap",)),
    "mark": (("inferred",),),
    "name": ((*PARTS[:1],), ("D2",), ("N01",), ("alvhaga",)),
    "neighbours": tuple((each,) for each in PARTS),
    "principal": (("alvhaga",), ("region-fjallhavet",)),
    "revision": (("2022-12-01",),),
    "roadmap_section": (("inledning",), ("uppfoljning",)),
    "subgoal": (("D1",), ("D2",)),
    "table": (("N01",), ("N02",)),
    "text": tuple((each,) for each in PARTS),
    "title": (("D1",), ("inledning",)),
    "value": (("N01",), ("N02",)),
    "who_decides": (("uppfoljning",),),
    "word": (("goal", "plural"), ("Vision",)),
}
# What they show stands in the history of another strategy, and in no file of this one.
OF_A_FORMER = {"former_part", "former_title"}
CALLS = [
    (name, arguments)
    for name in sorted(macros().keys() - OF_A_FORMER)
    for arguments in ARGUMENTS.get(name, ((),))
]
_WRITTEN = re.compile(r'^( *(?:- )?(\w+): ")(.*)(")$', re.MULTILINE)
_FREE = (
    "title",
    "name",
    "short_name",
    "note",
    "reason",
    "definition",
    "reading",
    "role",
    "before",
    "after",
    "text",
)
_MORE_FREE = ("condition", "clause", "publisher", "producer", "source", "body", "comparison_name", "county")
_SAID = ("review_method", "conformance_reason")
_WORDS = ("singular", "definite", "plural", "definite_plural")


def test_it_is_said_of_every_macro_what_it_is_made_from() -> None:
    assert macros_with_sources() == macros().keys()


@pytest.mark.parametrize("path", sorted(FILES))
def test_what_a_file_changes_on_a_page_makes_it_a_source(path: str) -> None:
    before, changed = said(), set[str]()
    for edited in edits(path):
        reading = read_strategy(MemoryTree(FILES | {path: edited}), today=TODAY)
        if reading.strategy is None:
            continue
        after, sources = _said(reading), PageSources(reading.strategy, files_by_id(reading))
        for call in CALLS:
            if before[call] != after[call]:
                found = sources.of_page(f"{{{{ {call_text(*call, {})} }}}}")
                assert is_among(path, found), f"{call} changes with {path}"
                changed.add(call[0])
    assert changed, f"{path} changes nothing that these macros say"


def test_another_parts_file_is_no_source() -> None:
    reading = read_strategy(MemoryTree(FILES), today=TODAY)
    assert reading.strategy
    sources = PageSources(reading.strategy, files_by_id(reading))
    found = sources.of_page('{{ subgoal("D1") }}')
    assert is_among("indicators/n01-trygghet.csv", found)
    assert not is_among("indicators/n02-besok.csv", found)
    assert not is_among("strategy/subgoals/d2-nara-varandra.md", found)


@pytest.mark.parametrize("call", ["okand()", "subgoal(vilket)", 'comparison("2022-12-01", "arbetskopia")'])
def test_what_cannot_be_told_may_be_made_of_anything(call: str) -> None:
    reading = read_strategy(MemoryTree(FILES), today=TODAY)
    assert reading.strategy
    found = PageSources(reading.strategy, {}).of_page(f"{{{{ {call} }}}}")
    assert found == frozenset(EVERYTHING)


def is_among(path: str, sources: frozenset[str]) -> bool:
    return any(fnmatchcase(path, each) for each in sources)


@cache
def said() -> Mapping[tuple[str, tuple[str, ...]], str]:
    return _said(read_strategy(MemoryTree(FILES), today=TODAY))


def _said(reading: Reading) -> Mapping[tuple[str, tuple[str, ...]], str]:
    assert reading.strategy
    view = View(strategy=reading.strategy, today=TODAY, page_url="en/sida/")
    return {call: macros()[call[0]](view, *call[1]) for call in CALLS}


def edits(path: str) -> Iterator[bytes]:
    """The file with other words under one key at a time, in its text, or in its last figure."""
    text = FILES[path].decode()
    for key in (*_FREE, *_MORE_FREE, *_WORDS, *_SAID):
        edited = _WRITTEN.sub(lambda found: _reworded(found, key), text)  # noqa: B023 - used at once
        if edited != text:
            yield edited.encode()
    if path.endswith(".md"):
        yield f"{text.rstrip()}\n\nEtt stycke till.\n".encode()
    if path.endswith(".csv"):
        *rows, last = text.rstrip().splitlines()
        yield "\n".join([*rows, re.sub(r"[0-9.]+(?=,\w+,[\w-]+$)", "77.7", last), ""]).encode()


def _reworded(found: re.Match[str], key: str) -> str:
    return f"{found[1]}{found[3]} ändrad{found[4]}" if found[2] == key else found[0]
