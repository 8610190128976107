"""Law of words that an engine reads: they are shown as they are, wherever they stand."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser
from strategi.render.engine_text import engine_text
from strategi.render.prose import line_or_prose

SIGNS = st.text(st.sampled_from("ab1 .)-+=:#*_`[]()<>!|{}~^$&;\\\"'/%@?,\u00a0å"), min_size=1, max_size=30)
often = settings(max_examples=400)


@cache
def engine() -> Markdown:
    """Markdown as both engines are told to read it."""
    return Markdown(extensions=["attr_list", "def_list", "tables", "toc"])


def shown(markdown: str, selector: str) -> LexborHTMLParser:
    tree = LexborHTMLParser(engine().reset().convert(markdown))
    assert [node.tag for node in tree.body.iter()] == [selector]  # type: ignore[union-attr]
    return tree


@often
@given(SIGNS)
@example("<img src=x onerror=alert(1)>")
@example("[x](javascript:alert(1))")
@example("{{ x }} {% raw %} { #a } {: .b }")
@example("1. a")
@example("- a")
@example("&lt;b&gt; &amp;amp;")
@example("C#")
@example("***")
@example("| a | b |")
def test_words_are_shown_as_they_are(words: str) -> None:
    plain = words.strip()
    if plain:
        for markdown, tag in ((f"# {engine_text(plain)}", "h1"), (engine_text(plain), "p")):
            tree = shown(markdown, tag)
            assert tree.body is not None
            assert tree.body.text().strip("\n") == plain
            assert tree.css("img, a, script, em, strong, code") == []


@often
@given(
    st.lists(
        st.sampled_from(["*a*", "`b`", '[c](d.md "e*f*")', "\\\\<g>", " ", "h", "\n\n", "- i\n", "1. j\n"])
    )
)
def test_a_text_is_the_same_through_an_engine(pieces: list[str]) -> None:
    html = line_or_prose("".join(pieces))
    through = engine().reset().convert(engine_text(html))
    assert _outline(through) == _outline(html if html.startswith("<") and "<p>" in html else f"<p>{html}</p>")


def _outline(html: str) -> list[object]:
    tree = LexborHTMLParser(html)
    assert tree.body is not None
    marks = [(node.tag, node.attributes) for node in tree.body.css("a, em, code, ul, ol, li")]
    return [tree.body.text().split(), marks]
