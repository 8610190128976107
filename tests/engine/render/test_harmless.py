"""Test that a comment can show what anyone has written and has no side effects."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategi.render.comments.harmless import LONGEST, PARTED, harmless, shortened
from strategi.render.comments.marked import marked_comment

CASES = Path(__file__).parents[1] / "cases" / "comments" / "harmless.yml"
FORGE = "https://forge.example/a/b"
# Signs that Markdown or a forge means something by come often, also as whole words.
SIGNS = [
    "@",
    "a",
    "#",
    "1",
    "!",
    "[",
    "]",
    "(",
    ")",
    "/",
    "\\",
    "<",
    ">",
    "&",
    ":",
    ".",
    "`",
    "\n",
    " ",
    "--",
]
NAMES = [
    "//",
    "&amp;",
    "#64;",
    "http",
    "https",
    "www",
    "javascript",
    "<del>",
    "</del>",
    "<img src=x",
    "x.example",
]
WORDS = st.sampled_from([*SIGNS, *NAMES, FORGE])
TEXT = st.lists(WORDS, max_size=25).map("".join)
PARSER = MarkdownIt("commonmark", {"html": True})


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text("utf-8")), ids=lambda case: case["what"])
def test_case(case: dict[str, Any]) -> None:
    assert harmless(case["text"], forge=FORGE).replace(PARTED, "·") == case["posted"]


@given(text=TEXT)
def test_whatever_is_written_loads_nothing_and_leads_nowhere_else(text: str) -> None:
    for token in _tokens(harmless(text, forge=FORGE)):
        assert token.type != "image"
        if token.type == "link_open":
            address = str(token.attrs["href"])
            assert address.startswith(f"{FORGE}/") or address == FORGE or not leaves(address), address
        if token.type in ("html_inline", "html_block"):
            assert set(re.findall("<[^>]*>", token.content)) <= {"<del>", "</del>"}


@given(text=TEXT)
def test_whatever_is_written_calls_on_nobody_and_names_no_issue(text: str) -> None:
    # The forge looks for both in what is shown, when Markdown has been read: never across a tag or a line.
    blocks = (block.children or () for block in PARSER.parse(harmless(text)))
    inline = (token for children in blocks for token in children)
    shown = "".join(token.content if token.type == "text" else "\n" for token in inline)
    assert not re.search(r"@\w|#\d|www\.|https?:", shown)


@given(text=TEXT)
def test_only_what_takes_no_room_is_added(text: str) -> None:
    assert harmless(text).replace(PARTED, "") == text


def leaves(address: str) -> bool:
    """Does a browser leave the forge?"""
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]{2}", address))


def test_a_text_that_is_too_long_is_cut_at_a_line_and_says_so() -> None:
    cut = shortened("rad\n" * LONGEST)
    assert len(cut) <= LONGEST
    assert cut.endswith("rad\n\n*Texten var för lång för en kommentar och är avkortad här.*\n")
    assert shortened("kort") == "kort"


def test_a_comment_begins_with_its_marker() -> None:
    comment = marked_comment("Hej @alla", marker="granskning")
    assert comment == f"<!-- strategi: granskning -->\nHej @{PARTED}alla"
    assert len(marked_comment("@" * 100_000, marker="granskning")) < 65_536


def _tokens(markdown: str) -> list[Any]:
    blocks = PARSER.parse(markdown)
    return [each for block in blocks for each in (block, *(block.children or ()))]
