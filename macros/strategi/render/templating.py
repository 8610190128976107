"""Render models as fragments of HTML. This is done through a Jinja template, never by joining strings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from strategi.content.writing import quoted
from strategi.model.evidence import Absence, Evidence
from strategi.render import addresses
from strategi.words import lists, numbers

if TYPE_CHECKING:
    from jinja2 import Environment

# How many colours the style sheet has for goals; the ninth has that of the first, and another number.
_HUES = 8


@cache
def environment() -> Environment:
    """The one Jinja environment of fragments: autoescaped, strict, with our filters."""
    # Here, since a command that prints text alone need not wait for them.
    from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

    env = Environment(
        loader=PackageLoader("strategi.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=FileSystemBytecodeCache(),  # compiling the templates is a fifth of a build
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return _with_words(env)


@cache
def page_environment() -> Environment:
    """The one of the engine's own pages: Markdown, where calls of macros stand as editors write them."""
    from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

    env = Environment(
        loader=PackageLoader("strategi", "pages"),
        undefined=StrictUndefined,
        bytecode_cache=FileSystemBytecodeCache(),
        trim_blocks=True,
        lstrip_blocks=True,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    return _with_words(env)


def _with_words(env: Environment) -> Environment:
    from markupsafe import Markup

    env.globals["address"] = addresses
    env.filters |= {
        "at_moment": numbers.at_moment,
        "capital": numbers.capital,
        "coordinate": numbers.coordinate,
        "counted": numbers.counted,
        "counted_of": numbers.counted_of,
        "day": numbers.day,
        "file_size": numbers.file_size,
        "hue": lambda number: (number - 1) % _HUES + 1,
        "in_letters": numbers.in_letters,
        "in_period": numbers.in_period,
        "listed": lists.listed,
        "machine_moment": numbers.machine_moment,
        "moment": numbers.moment,
        "number": numbers.number,
        "period": numbers.period,
        "plural": numbers.plural,
        "quoted": lambda text: Markup(quoted(text)),  # as YAML, which knows no HTML
        "signed": numbers.signed,
    }
    env.tests["not_found"] = lambda fact: fact is Evidence.NOT_FOUND
    env.tests["no_such"] = lambda fact: fact is Absence.NONE
    return env


def fragment(template: str, **context: Any) -> str:
    """Render `templates/<template>` without blank lines, which would end a raw HTML block in Markdown."""
    html = environment().get_template(template).render(**context)
    return "\n".join(line for line in html.splitlines() if line.strip())


def document(template: str, **context: Any) -> str:
    """Render `templates/<template>` as it stands: for text in which blank lines mean something."""
    return environment().get_template(template).render(**context)


def page_markdown(template: str, **context: Any) -> str:
    """Render one of the engine's own pages, `pages/<template>`, to Markdown with calls of macros."""
    return page_environment().get_template(template).render(**context).strip("\n") + "\n"
