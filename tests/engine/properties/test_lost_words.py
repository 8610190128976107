"""Laws of what is shown: each word of a text is on the page and in the redline, or the check tells it."""

from __future__ import annotations

import re
from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.chunks import plain_text
from strategi.render.prose import prose
from strategi.rules.lost_words import lost_word

# What Markdown is made of; each W becomes a word of its own.
PIECES = (
    *(
        "W",
        "W ",
        " W",
        "W\n",
        "\n",
        "\n\n",
        "  ",
        "    ",
        "\t",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "7. ",
        "> ",
        "# ",
        "## ",
    ),
    *(
        "`",
        "``",
        "```",
        "~~~ W",
        "*",
        "**",
        "_",
        "\\",
        "&amp;",
        "&ouml;",
        "&W;",
        "[W](W)",
        "[",
        "](",
        ")",
        "]",
        "[W]",
    ),
    *(
        '[W]: W "W"\n',
        "[W][W]",
        "![W](W 'W')",
        "![",
        "<https://W.se>",
        "<W",
        ">",
        "| W ",
        "|",
        "|---|\n",
        "\n|---|---|\n",
    ),
    *("\n---\n", "\n===\n", "  \n", "\\\n", "[w]: W\n", "[w]", "[W][w]", "- - - - ", "1. 1. ", "> > > "),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
often = settings(max_examples=1500)


def numbered(text: str) -> str:
    """The text with a word of its own in the place of each W."""
    numbers = count(1)
    return re.sub("W", lambda _: f"ord{next(numbers)}x", text)


@often
@given(TEXTS.map(numbered))
@example("- " * 12 + "ord1x")
@example("| ord1x |\n|---|\n| ord2x | ord3x |")
@example("```ord1x\n```")
@example("[ord1x]: ord2x")
@example("[w]: ord1x\n[w]: ord2x\n\n[w]")
def test_a_word_is_shown_or_the_check_says_that_it_is_lost(text: str) -> None:
    if lost_word(text) is not None:
        return
    page, redline = prose(text), repr(text_blocks(plain_text(text)))
    # The name of a definition that is used only leads from the link to its address.
    names = {word for name in re.findall(r"\]\[([^\]]*)\]", text) for word in re.findall(r"ord\d+x", name)}
    for word in re.findall(r"ord\d+x", text):
        assert word in names or (word in page and word in redline), (word, page)


@often
@given(
    st.lists(
        st.sampled_from(
            ["ett", "två*tre*", "**fyra**", "fem\n", "- sex\n", "\n\n", " ", "&aring;", "[sju](åtta)"]
        )
    )
)
def test_ordinary_text_loses_nothing(pieces: list[str]) -> None:
    assert lost_word("".join(pieces)) is None


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    found = lost_word(text)
    assert found is None or 1 <= found.line <= text.count("\n") + 1


def test_the_first_word_that_is_lost_is_told_with_its_place() -> None:
    assert lost_word("ett\n\n| två |\n|---|\n| tre | fyra fem |") == (5, 9, "fyra")
