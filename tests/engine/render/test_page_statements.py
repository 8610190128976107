"""Test that a page is read as a reader does.

Sentences, cells with what they are of, and nothing that is hidden.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from strategi.render.calls import Call
from strategi.render.page_pieces import page_pieces
from strategi.render.review.page_reading import page_html
from strategi.render.review.page_statements import page_words

from tests.engine.render.strategy_examples import page

PIECES = (
    *(
        "{{ ",
        " }}",
        "{% if a %}",
        "{% endif %}",
        "{#",
        "#}",
        'value("N01")',
        'value("N99")',
        "standing()",
        "vision(",
    ),
    *(
        "\n\n",
        "# ",
        "| a | b |\n|-|-|\n",
        "- ",
        "<b>",
        "](",
        "\ue0000\ue001",
        "&lt;",
        "---\n",
        "{ #namn }",
        "\0",
    ),
)
TABLE = """<table><caption>Trygghet, procent</caption>
<thead><tr><th>År</th><th>Länet</th><th>Riket</th></tr></thead>
<tbody><tr><th>2024</th><td>79,0</td><td></td></tr><tr><td>2025</td><td colspan="2">saknas</td></tr></tbody>
</table>"""


def said(html: str) -> list[str]:
    return [each.words for each in page_words(html).statements]


def test_sentences_end_where_blocks_do_and_links_are_part_of_them() -> None:
    html = "<h1>Delmål 1. Nära</h1><p>Se <a href='#'>sidan</a>. Läs\n mer</p><ul><li>Ett<li>Två</ul>"
    assert said(html) == ["Delmål 1. Nära", "Se sidan.", "Läs mer", "Ett", "Två"]
    assert page_words(html).title == "Delmål 1. Nära"


def test_a_cell_is_said_with_its_row_and_column() -> None:
    statements = page_words(TABLE).statements
    assert [each.words for each in statements] == ["2024, Länet: 79,0", "2025, Länet: saknas"]
    assert {each.table for each in statements} == {"Trygghet, procent"}


def test_a_fact_is_said_with_its_term() -> None:
    assert said("<dl><dt>Beslut</dt><dd>Ja. <p>Sen.</p></dd></dl>") == ["Beslut: Ja.", "Beslut: Sen."]


def test_of_a_chart_only_its_words_are_read() -> None:
    chart = (
        "<svg role='img'><title>Trygghet</title><desc>Från 1 till 2.</desc><text>7</text><path d=''/></svg>"
    )
    assert said(f"<figure>{chart}<figcaption>Procent.</figcaption></figure>") == [
        "Trygghet",
        "Från 1 till 2.",
        "Procent.",
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav>x<nav>y</nav>z</nav>",
        "<script>x</script>",
        "<aside aria-hidden='true'>x<p>y</p></aside>",
        "<p hidden>x</p>",
        "<br aria-hidden='true'>",
    ],
)
def test_what_is_not_read_is_left_out(hidden: str) -> None:
    assert said(f"<p>a</p>{hidden}<p>b</p>") == ["a", "b"]


@given(some.text("<>/ abptdlhrsvg=\"'!-", max_size=60))
def test_any_text_can_be_read(html: str) -> None:
    page_words(html)


def test_values_that_are_written_out_are_read() -> None:
    (call,) = page_pieces("{{ value('N01', 2, [1, {'a': true}], area=\"x\") }}")
    assert isinstance(call, Call)
    assert call.arguments == ("N01", 2, [1, {"a": True}])
    assert call.options == {"area": "x"}


@given(some.lists(some.sampled_from(PIECES), max_size=8).map("".join))
def test_any_page_can_be_read_as_a_reader_does(source: str) -> None:
    page_words(page_html(source, page()))
