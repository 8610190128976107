"""Which macros does a page call, where, and with what? Read with Jinja's own parser, never by guessing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

_WRITTEN = (nodes.Literal, nodes.Pair)


class BrokenPage(Exception):
    """The page's template syntax cannot be parsed. `line` counts from 1."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One macro call. `arguments` and `options` are None where they are computed and not written out."""

    macro: str
    arguments: tuple[Any, ...] | None
    options: Mapping[str, Any] | None
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page's source asks of the generator."""

    calls: tuple[Call, ...]
    names: frozenset[str]
    """Every name that the page uses without giving it a value."""


def read_page(source: str) -> Page:
    """Find the macro calls of a page. Raises `BrokenPage`."""
    try:
        tree = Environment(autoescape=True).parse(source)
    except TemplateSyntaxError as error:
        raise BrokenPage(error.lineno, error.message or "") from error
    except RecursionError as error:
        raise BrokenPage(1, "nested too deep") from error
    places = _Places(source)
    found = [node for node in tree.find_all(nodes.Call) if isinstance(node.node, nodes.Name)]
    calls = tuple(_call(node, places) for node in sorted(found, key=lambda node: node.lineno))
    return Page(calls=calls, names=_names(tree))


def _names(tree: nodes.Template) -> frozenset[str]:
    """The names without a value of the page's own. Jinja's own answer is dear."""
    has_own = any(node.ctx != "load" for node in tree.find_all(nodes.Name))
    if has_own or next(tree.find_all((nodes.For, nodes.Macro, nodes.Import, nodes.FromImport)), None):
        return frozenset(meta.find_undeclared_variables(tree))
    return frozenset(node.name for node in tree.find_all(nodes.Name))


def only_call(source: str) -> Call | None:
    """The macro call that the expression in braces is, and nothing else; None where it is more than that."""
    try:
        body = Environment(autoescape=True).parse(source).body
    except (TemplateSyntaxError, RecursionError):
        return None
    output = body[0] if len(body) == 1 else None
    found = output.nodes[0] if isinstance(output, nodes.Output) and len(output.nodes) == 1 else None
    is_call = isinstance(found, nodes.Call) and isinstance(found.node, nodes.Name)
    return _call(found, _Places(source)) if isinstance(found, nodes.Call) and is_call else None


def find_call(source: str, macro: str, arguments: tuple[Any, ...]) -> int:
    """The line of the first call of that macro with those arguments; of any call of it; else 1."""
    same = [call for call in read_page(source).calls if call.macro == macro]
    exact = (call.line for call in same if call.arguments == arguments)
    return next(exact, same[0].line if same else 1)


def call_text(macro: str, arguments: tuple[Any, ...], options: Mapping[str, Any]) -> str:
    """Write a call as an editor does: `value("N05", area="0020")`."""
    written = [_literal(each) for each in arguments]
    written += [f"{name}={_literal(each)}" for name, each in options.items()]
    return f"{macro}({', '.join(written)})"


def _literal(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


class _Places:
    """Where on its line a name is called; Jinja keeps lines only."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines()
        self._seen: dict[tuple[int, str], int] = {}

    def column(self, line: int, name: str) -> int:
        """The column of the next call of `name` on the line, from 1."""
        start = self._seen.get((line, name), 0)
        found = re.compile(rf"\b{re.escape(name)}\s*\(").search(self._lines[line - 1], start)
        if found is None:
            return 1
        self._seen[(line, name)] = found.end()
        return found.start() + 1


def _call(node: nodes.Call, places: _Places) -> Call:
    assert isinstance(node.node, nodes.Name)
    name = node.node.name
    is_plain = node.dyn_args is None and node.dyn_kwargs is None
    return Call(
        macro=name,
        arguments=_constants(node.args) if is_plain else None,
        options=_options(node.kwargs) if is_plain else None,
        line=node.lineno,
        column=places.column(node.lineno, name),
    )


def _constants(arguments: list[nodes.Expr]) -> tuple[Any, ...] | None:
    """The values, where every one is written out. Nothing is computed: a power of powers never ends."""
    return tuple(each.as_const() for each in arguments) if all(map(_is_written, arguments)) else None


def _options(options: list[nodes.Keyword]) -> Mapping[str, Any] | None:
    if not all(_is_written(each.value) for each in options):
        return None
    return {each.key: each.value.as_const() for each in options}


def _is_written(value: nodes.Node) -> bool:
    within = value.find_all(nodes.Node)
    return isinstance(value, nodes.Literal) and all(isinstance(each, _WRITTEN) for each in within)
