"""Whichever words of a file are those of former days, it says the same, and both readings take it so."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from strategi.content.outline import differing_keys, differing_records, is_only_reworded, read_outline
from strategi.content.reader import read_strategy

from tests.engine.content.cases import TODAY
from tests.engine.content.former_words import FORMER, GOVERNANCE
from tests.engine.content.outlines import as_read, outlined
from tests.engine.content.trees import MemoryTree, county_files

FILES = county_files()
TEXT = FILES[GOVERNANCE].decode()
NOW = read_strategy(MemoryTree(FILES), today=TODAY)
PLACES = [found.start() for found in re.finditer("class: (non-)?essential", TEXT)]
WRITINGS = ("{}", '"{}"', "'{}'", "{} # en anmärkning", ">-\n      {}")


@st.composite
def written(draw: st.DrawFn) -> tuple[str, int]:
    """The rules on who decides with some of the words in their former shape, and how many."""
    chosen = draw(st.sets(st.sampled_from(PLACES)))
    writing = draw(st.sampled_from(WRITINGS))

    def put(found: re.Match[str]) -> str:
        key, _, word = FORMER[found[0]].partition(": ")
        return f"{key}: {writing.format(word)}" if found.start() in chosen else found[0]

    return re.sub("class: (non-)?essential", put, TEXT), len(chosen)


@given(written())
def test_former_words_say_what_those_of_today_say(file: tuple[str, int]) -> None:
    text, count = file
    then = read_strategy(MemoryTree(FILES | {GOVERNANCE: text.encode()}), today=TODAY)
    assert then.strategy == NOW.strategy
    assert then.findings == ()
    assert len(then.documents[GOVERNANCE].former) == count


@given(written())
def test_the_light_reading_takes_them_as_our_reader_does(file: tuple[str, int]) -> None:
    text, count = file
    assert outlined(text.encode(), GOVERNANCE) == as_read(text.encode(), GOVERNANCE)
    before, after = (read_outline(each.encode(), GOVERNANCE) for each in (text, TEXT))
    assert before and after
    assert differing_keys(before, after) == differing_records(before, after) == ()
    assert is_only_reworded(before, after) == is_only_reworded(after, before) == (count > 0)
