"""Read and write a macro call whose values are written out. Nothing is computed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

_WRITTEN = (nodes.Literal, nodes.Pair)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One macro call. `source` is how it is written, with its braces; `line` and `column` are its name's."""

    source: str
    macro: str
    arguments: tuple[Any, ...]
    options: Mapping[str, Any]
    line: int
    column: int


class BrokenCall(Exception):
    """An expression that cannot be parsed."""


def only_call(source: str) -> Call | None:
    """The macro call that the expression in braces is, and nothing else; None where it is more than that.

    Raises `BrokenCall`.
    """
    try:
        body = _parser().parse(source).body
    except (TemplateSyntaxError, RecursionError, ValueError, OverflowError) as error:  # a number too long
        raise BrokenCall from error
    output = body[0] if len(body) == 1 else None
    found = output.nodes[0] if isinstance(output, nodes.Output) and len(output.nodes) == 1 else None
    is_call = isinstance(found, nodes.Call) and isinstance(found.node, nodes.Name)
    return _call(found, source) if isinstance(found, nodes.Call) and is_call else None


def call_text(macro: str, arguments: tuple[Any, ...], options: Mapping[str, Any]) -> str:
    """Write a call as an editor does: `value("N05", area="0020")`."""
    written = [_literal(value) for value in arguments]
    written += [f"{name}={_literal(value)}" for name, value in options.items()]
    return f"{macro}({', '.join(written)})"


def _literal(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


@cache
def _parser() -> Environment:
    """Jinja's parser: the grammar that editors know. Nothing is ever compiled or rendered with it."""
    return Environment(autoescape=True)


def _call(node: nodes.Call, source: str) -> Call | None:
    assert isinstance(node.node, nodes.Name)
    values = [*node.args, *(option.value for option in node.kwargs)]
    if node.dyn_args is not None or node.dyn_kwargs is not None or not all(map(_is_written, values)):
        return None
    return Call(
        source=source,
        macro=node.node.name,
        arguments=tuple(value.as_const() for value in node.args),
        options={option.key: option.value.as_const() for option in node.kwargs},
        line=1,
        column=1,
    )


def _is_written(value: nodes.Node) -> bool:
    """Whether nothing has to be computed: a power of powers never ends. Half a character is no text."""
    within = list(value.find_all(nodes.Node))
    texts = [part.value for part in (value, *within) if isinstance(part, nodes.Const)]
    is_text = not any(isinstance(text, str) and _HALF_CHARACTER.search(text) for text in texts)
    return isinstance(value, nodes.Literal) and all(isinstance(part, _WRITTEN) for part in within) and is_text
