"""Laws of writing words in Markdown: what is shown is what was meant, sign by sign."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser
from strategi.render.wording.markdown_words import bold_words, line_of, plain_words, struck_words

JOINER = "\u2060"
# Words around signs that mean something to Markdown or HTML, with single spaces between them.
WORDS = st.lists(
    st.text(st.sampled_from("ab12å*_~`[]()<>&!#|\\+-.:$@%"), min_size=1, max_size=6), min_size=1, max_size=4
).map(" ".join)


def rendered(markdown: str) -> LexborHTMLParser:
    return LexborHTMLParser(MarkdownIt("commonmark").enable(["strikethrough", "table"]).render(markdown))


def shown(page: LexborHTMLParser, element: str) -> list[str]:
    return [each.text().replace(JOINER, "") for each in page.css(element)]


@given(WORDS)
def test_plain_words_are_shown_as_they_are(words: str) -> None:
    assert shown(rendered(line_of(plain_words(words))), "body") == [f"{words}\n"]


@given(WORDS, WORDS, WORDS)
def test_what_came_is_bold_and_what_went_is_struck(before: str, went: str, came: str) -> None:
    page = rendered(f"ord{struck_words(went)}{bold_words(came)}{plain_words(before)}")
    assert shown(page, "s") == [went]
    assert shown(page, "strong") == [came]
    assert shown(page, "body") == [f"ord{went}{came}{before}\n"]
