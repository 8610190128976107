"""Laws of the digest: how a text is written says nothing, what it says is everything."""

from __future__ import annotations

import importlib.util
import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from types import ModuleType

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategi.model.digest import canonical_text, digest
from strategi.model.strategy import Strategy

from tests.building import ENGINE
from tests.engine.model.vectors import BASE, strategy_of, vectors

SCRIPT = ENGINE / "checksum" / "kontrollsumma.py"
FILES = next(each.files for each in vectors() if each.name == BASE)
WORDS = st.lists(
    st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1).map(
        lambda word: unicodedata.normalize("NFC", word)
    ),
    min_size=1,
    max_size=12,
)
GAPS = st.lists(st.sampled_from([" ", "  ", "\n", "\u00a0", "\t", " \n ", "\r\n"]), min_size=12, max_size=12)
# Everything that begins, ends or holds together a block in Markdown, and words.
PIECES = st.sampled_from(
    [
        *("ett", "två tre", "14.", "år", "*", "**", "_", "`", "\\", "[a]", "[a]:", "(x)", "a\tb"),
        *(
            "1. ",
            "2) ",
            "- ",
            "* ",
            "+ ",
            ">",
            "> ",
            "# ",
            "#",
            "##",
            "```",
            "~~~",
            "===",
            "---",
            "***",
            "* * *",
        ),
        *("|", "| a | b |", "|---|---|", "    ", "  ", " ", "\n", "\n", "\n\n", "\n\t", "  \n", "\\\n"),
    ]
)
MARKDOWN = st.lists(PIECES, max_size=25).map("".join)
often = settings(max_examples=300)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The published script, as a module."""
    spec = importlib.util.spec_from_file_location("kontrollsumma", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def base() -> Strategy:
    return strategy_of(FILES)


def saying(text: str) -> Strategy:
    """The base with another vision."""
    return replace(base(), vision=base().vision.model_copy(update={"text": text}))


def written(words: Sequence[str], gaps: Sequence[str]) -> str:
    """The words with those gaps after them."""
    return "".join(word + gap for word, gap in zip(words, gaps, strict=False))


@often
@given(words=WORDS, gaps=GAPS, other_gaps=GAPS)
def test_where_lines_are_broken_says_nothing(
    words: list[str], gaps: list[str], other_gaps: list[str]
) -> None:
    assert digest(saying(written(words, gaps))) == digest(saying(written(words, other_gaps)))


@often
@given(words=WORDS, others=WORDS, gaps=GAPS)
def test_two_texts_are_one_exactly_when_their_words_are(
    words: list[str], others: list[str], gaps: list[str]
) -> None:
    is_same = digest(saying(written(words, gaps))) == digest(saying(" ".join(others)))
    assert is_same == (words == others)


@often
@given(words=WORDS, place=st.integers(0, 11), word=WORDS.map(lambda words: words[0]))
def test_another_word_is_another_text(words: list[str], place: int, word: str) -> None:
    changed = list(words)
    changed[place % len(words)] = word
    assume(changed != words)
    assert digest(saying(" ".join(words))) != digest(saying(" ".join(changed)))


@often
@given(
    is_decomposed=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n"]),
    seed=st.integers(0, 10**6),
    ending=st.sampled_from(["", " ", "\n\n", "\n  \n"]),
)
def test_how_files_are_written_says_nothing(
    is_decomposed: bool, line_end: str, seed: int, ending: str
) -> None:
    files = {
        renamed(path, seed): (shuffled(text, path, seed) + ending).replace("\n", line_end)
        for path, text in FILES.items()
    }
    if is_decomposed:
        files = {path: unicodedata.normalize("NFD", text) for path, text in files.items()}
    assert digest(strategy_of(files)) == digest(base())


def renamed(path: str, seed: int) -> str:
    """Another name for a file whose name says no more than its number."""
    return re.sub(r"/([dn]\d+)-\w+", rf"/\1-fil-{seed}", path)


def shuffled(text: str, path: str, seed: int) -> str:
    """The keys of a file in any order, and in any style."""
    _, front, body = text.split("---\n") if path.endswith(".md") else ("", text, "")
    pairs = list(yaml.load(front, yaml.BaseLoader).items())
    random.Random(seed).shuffle(pairs)
    style = ['"', "'", None][seed % 3]
    keys = yaml.safe_dump(
        dict(pairs), allow_unicode=True, sort_keys=False, default_style=style, width=20 + seed % 80
    )
    return f"---\n{keys}---\n{body}" if path.endswith(".md") else keys


@settings(often, max_examples=1500)
@given(text=MARKDOWN)
def test_what_is_folded_reads_as_it_did(text: str) -> None:
    assume(not has_bare_marker(text))
    folded = canonical_text(without_spaced_backslash(text))
    assert rendered(folded) == rendered(text)
    assert canonical_text(folded) == folded


@settings(often, max_examples=1500)
@given(text=MARKDOWN | st.text(max_size=40))
def test_two_programs_fold_alike(script: ModuleType, text: str) -> None:
    assert script.markdown(text) == canonical_text(text)


def rendered(text: str) -> str:
    """As a reader sees it: white space is white space, and a hard break is no more."""
    html = MarkdownIt("commonmark").enable("table").render(without_spaced_backslash(text))
    html = re.sub(r"\s+", " ", html.replace("<br />", " "))
    return re.sub(r" ?(</?[a-z][^>]*>) ?", r"\1", html)


def has_bare_marker(text: str) -> bool:
    """Whether an item is empty: how many empty lines end its list differs from one parser to the next."""
    return bool(re.search(r"^[ \t>]*(?:(?:[-+*]|[0-9]+[.)]|>)[ \t]*)+$", text, re.MULTILINE))


def without_spaced_backslash(text: str) -> str:
    """Only a backslash that ends its line breaks it; with spaces after it, it is a sign like any other."""
    return re.sub(r"\\[ \t]+(?=\n|$)", r"\\", text)
