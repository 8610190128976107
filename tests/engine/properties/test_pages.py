"""Laws of pages: whatever stands on one, nothing of it is run but calls with written values."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from strategi.plugin import define_env
from strategi.render.calls import Call
from strategi.render.page_pieces import Refused, page_pieces
from strategi.render.registry.page_check import check_braces
from strategi.render.registry.vocabulary import macros
from strategi.site.fragments import begin_fragments, end_fragments

# What means something to Jinja, to Python or to us, put together at random.
_WORDS = (
    *("{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-%}", "\n", "\n\n", " ", "x", "å", "\\", "[0]", "**9", "|"),
    *(
        '"',
        "'",
        '""',
        "(",
        ")",
        ",",
        "=",
        ".",
        "~",
        "raw",
        "endraw",
        "for a in b",
        "set a = 1",
        "if 1",
        "endif",
    ),
    *(
        "value",
        '("N05")',
        'name("N05")',
        "value.__globals__",
        "cycler",
        "self",
        "config",
        "lipsum",
        "range(9)",
    ),
    *(
        'include "x"',
        "import os",
        "macro m()",
        "call",
        "namespace()",
        "environment",
        "page",
        "bomb",
        "bomb()",
    ),
    *('{{ name("N05") }}', "{{ bomb() }}", "{{ bomb }}", "{% raw %}", "{% endraw %}", "{{ bomb|string }}"),
)
PAGES = some.lists(some.sampled_from(_WORDS) | some.text(max_size=3), max_size=25).map("".join)


class Bomb:
    """Goes off when anything is done with it."""

    def __call__(self, *_values: Any) -> str:
        raise AssertionError("it was called")

    def __str__(self) -> str:
        raise AssertionError("it was shown")

    def __html__(self) -> str:
        raise AssertionError("it was shown")

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")


def engine() -> Any:
    """A stand-in for the macros plugin, which knows more than a page may use."""
    conf = {"extra": {"forge": ""}, "site_url": "", "strict": True}
    page = SimpleNamespace(url="om/", meta={"bomb": Bomb()})
    names = {"bomb": Bomb()}
    return SimpleNamespace(render=None, project_dir=".", conf=conf, page=page, macros=names, variables=names)


@pytest.fixture(scope="module")
def rendered() -> Any:
    env = engine()
    env.render = lambda markdown: markdown
    define_env(env)
    return env.render


@given(PAGES)
def test_a_page_is_prose_calls_and_findings(page: str) -> None:
    pieces = list(page_pieces(page))
    written = "".join(piece if isinstance(piece, str) else piece.source for piece in pieces)
    assert written == page or "raw" in page, "nothing is lost"
    refused = [piece for piece in pieces if isinstance(piece, Refused)]
    strange = [piece for piece in pieces if isinstance(piece, Call) and piece.macro not in macros()]
    found = list(check_braces("docs/a.md", page))
    assert len(found) <= len(refused) + len(strange)
    assert bool(found) == bool(strange or any(not is_going_on(piece) for piece in refused))
    for finding in found:
        lines = page.split("\n")
        assert finding.column <= len(lines[finding.line - 1]) + 1


def is_going_on(piece: Refused) -> bool:
    words = piece.source.strip("{%-+ \n\t").split()
    return (
        piece.source.startswith("{%")
        and bool(words)
        and words[0].startswith(("end", "el"))
        and "raw" not in words[0]
    )


@given(page=PAGES)
def test_nothing_of_a_page_is_evaluated(rendered: Any, page: str) -> None:
    begin_fragments()
    try:
        shown = rendered(page)
    finally:
        end_fragments()
    for piece in page_pieces(page):
        if isinstance(piece, str):
            assert piece in shown, "prose is shown as it is written"


def test_an_engine_that_reads_pages_in_its_own_way_is_refused() -> None:
    with pytest.raises(Exception, match=r"strategi\.zensical"):
        define_env(engine())
