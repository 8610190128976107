"""What was written with keys and words that have been replaced is read as what is written today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from pydantic import ValidationError
from strategi.content.document import Document
from strategi.content.editing import with_record, with_value
from strategi.content.fields import fields_by_key
from strategi.content.layout import list_files
from strategi.content.parsing import parse
from strategi.content.reader import read_strategy
from strategi.content.replacements import (
    REPLACEMENTS,
    Replacement,
    key_of_today,
    value_of_today,
    word_of_today,
)
from strategi.model.authority import Classification, DecisionClass, Mandate
from strategi.model.digest import digest
from strategi.model.governance import ChangeClass, Revision, RevisionNote
from strategi.model.parts import Subgoal

from tests.engine.content.cases import TODAY
from tests.engine.content.former_words import GOVERNANCE, RECORD, in_former_words, more_replacements
from tests.engine.content.outlines import as_read, outlined
from tests.engine.content.trees import MemoryTree, county_files

FILES = county_files()
SUBGOAL = "strategy/subgoals/d1-nara-hem.md"
# Keys that no county has had: one at the top of a record, one in a record within it, one of a file of lists.
KEYS = (
    Replacement(holder=Revision, key="ground", new="reason"),
    Replacement(holder=Revision, key="motive", new="reason"),
    Replacement(holder=RevisionNote, key="heading", new="title"),
    Replacement(holder=Subgoal, key="heading", new="title"),
    Replacement(holder=GOVERNANCE, key="weights", new="classes"),
    Replacement(holder=Classification, key="why", new="reason"),
)
NOTES = 'notes:\n  - heading: "Ny text"\n    parts: ["D1"]\n    reason: not-found\n    page: 7\n'
NOTES += '    evidence: documented\n    references: ["beslut-2022"]\n'


@pytest.fixture
def replaced_keys() -> Iterator[None]:
    with more_replacements(*KEYS):
        yield


def edited(path: str, *edits: tuple[str, str]) -> dict[str, bytes]:
    text = FILES[path].decode()
    for old, new in edits:
        assert old in text, f"{old!r} is not in {path}"
        text = text.replace(old, new)
    return {path: text.encode()}


def in_former_keys() -> dict[str, bytes]:
    """The county's files with keys that have been replaced; its revision has a note."""
    return {
        **edited(RECORD, ("\nreason:", "\nground:"), ("\nevidence:", f"\n{NOTES}evidence:")),
        **edited(SUBGOAL, ("\ntitle:", "\nheading:")),
        **edited(GOVERNANCE, ("\nclasses:", "\nweights:"), ("    reason:", "    why:")),
    }


def document(files: Mapping[str, bytes], path: str) -> Document:
    found = parse(files[path].decode(), path, [])
    assert found is not None
    return found


@pytest.mark.parametrize("row", [*REPLACEMENTS, *KEYS], ids=str)
def test_a_row_leads_from_what_is_no_longer_written_to_what_is(row: Replacement) -> None:
    if row.word:
        assert row.new in words_under(row) and row.word not in words_under(row)
    else:
        keys = list_files()[row.holder].lists if isinstance(row.holder, str) else fields_by_key(row.holder)
        assert row.new in keys and row.key not in keys


def words_under(row: Replacement) -> frozenset[str]:
    """The old and the new word of a row, as far as the model takes them under its key."""
    assert not isinstance(row.holder, str)
    return frozenset(word for word in (row.word, row.new) if takes(row.holder, row.key, word))


def takes(kind: type[Revision | Mandate | Classification], key: str, word: str) -> bool:
    try:
        kind.model_validate({key: word})
    except ValidationError as error:
        return not any(fault["loc"] == (key,) for fault in error.errors())
    return True


def test_what_has_not_been_replaced_is_as_it_is() -> None:
    assert word_of_today(Revision, "class", "technical") == "technical"
    assert word_of_today(Revision, "title", "principled") == "principled"
    assert key_of_today(Revision, "class") == "class"
    assert value_of_today(Revision, ("notes", 0, "title"), "principled") == "principled"
    assert value_of_today(Revision, ("class",), "principled") == "essential"


def test_a_county_in_former_words_is_the_same_county() -> None:
    former = in_former_words(FILES)
    assert former.keys() == {GOVERNANCE, RECORD}
    now, then = (read_strategy(MemoryTree(files), today=TODAY) for files in (FILES, FILES | former))
    assert then.findings == ()
    assert then.strategy == now.strategy and now.strategy and then.strategy
    assert digest(then.strategy) == digest(now.strategy)
    assert {mandate.change_class for mandate in then.strategy.mandates} == {*DecisionClass}
    assert then.strategy.revisions[0].change_class is ChangeClass.ESSENTIAL


@pytest.mark.usefixtures("replaced_keys")
def test_a_county_in_former_keys_is_the_same_county() -> None:
    noted = edited(RECORD, ("\nevidence:", f"\n{NOTES.replace('heading', 'title')}evidence:"))
    now, then = (read_strategy(MemoryTree(FILES | files), today=TODAY) for files in (noted, in_former_keys()))
    assert (now.findings, then.findings) == ((), ())
    assert then.strategy == now.strategy


def test_a_word_keeps_its_place_and_is_told_as_it_stands() -> None:
    found = document(in_former_words(FILES), RECORD)
    assert isinstance(found.data, dict)
    assert found.data["class"] == "essential"
    assert found.place(("class",)) == (3, 8, "principled")
    assert [(word.keys, word.old, word.new) for word in found.former] == [
        (("class",), "principled", "essential")
    ]


@pytest.mark.usefixtures("replaced_keys")
def test_a_key_keeps_its_place_by_the_way_of_today() -> None:
    found = document(in_former_keys(), RECORD)
    lines = found.text.split("\n")
    for keys, old in ((("reason",), "ground"), (("notes", 0, "title"), "heading")):
        place = found.key_place(keys)
        assert place.text == old
        assert lines[place.line - 1][place.column - 1 :].startswith(f"{old}:")
    assert found.place(("notes", 0, "title")).text == "Ny text"


@pytest.mark.usefixtures("replaced_keys")
@pytest.mark.parametrize("first", ["reason", "motive"])
def test_a_key_that_stands_in_two_words_is_one_too_many(first: str) -> None:
    both = edited(RECORD, ("\nreason: not-found", f'\n{first}: not-found\nground: "Annat"'))
    reading = read_strategy(MemoryTree(FILES | both), today=TODAY)
    assert [(finding.rule_id, finding.value) for finding in reading.findings] == [("STR109", "ground")]


@pytest.mark.usefixtures("replaced_keys")
@pytest.mark.parametrize(
    ("path", "data"),
    [
        *in_former_words(FILES).items(),
        *in_former_keys().items(),
        *edited(RECORD, ("class: essential", '"class": "principl\\u0065d"')).items(),
        *edited(RECORD, ("class: essential", "class: >-\n  principled")).items(),
    ],
)
def test_the_light_reading_of_past_states_agrees(path: str, data: bytes) -> None:
    read = as_read(data, path)
    assert read is not None
    assert outlined(data, path) == read
    assert "principled" not in str(read.get("class"))


def test_a_file_is_changed_where_it_is_asked_and_keeps_its_former_words() -> None:
    files = FILES | in_former_words(FILES)
    found, text = document(files, RECORD), files[RECORD].decode()
    (entry,) = read_strategy(MemoryTree(files), today=TODAY).of(Revision)
    assert with_record(found, (), entry.record) == text
    renamed = entry.record.model_copy(update={"title": "Annat namn"})
    changed = with_record(found, (), renamed)
    assert changed == text.replace(f'"{entry.record.title}"', '"Annat namn"') != text
    assert with_value(found, ("class",), ChangeClass.TECHNICAL) == text.replace("principled", "technical")


@pytest.mark.usefixtures("replaced_keys")
def test_a_value_is_changed_under_a_former_key() -> None:
    files = FILES | in_former_keys()
    text = files[RECORD].decode()
    changed = with_value(document(files, RECORD), ("reason",), "Ett skäl")
    assert changed == text.replace("ground: not-found", 'ground: "Ett skäl"') != text
    title = with_value(document(files, RECORD), ("notes", 0, "title"), "Annan text")
    assert title == text.replace('heading: "Ny text"', 'heading: "Annan text"') != text
    subgoal = with_value(document(files, SUBGOAL), ("title",), "Nära dig")
    assert 'heading: "Nära dig"\n' in subgoal and "\ntitle:" not in subgoal
