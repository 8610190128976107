"""Read which macros a county adds in `macros/main.py`, without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from inspect import Parameter, Signature

from strategi.content.tree import Tree, UnreadableFile

DOOR = "macros/main.py"
# What the macros plugin calls, and the method of its argument that registers a macro.
_ENTRY, _REGISTER = "define_env", "macro"
# What a macro can be given where that is not written in the file.
_ANYTHING = Signature(
    [Parameter("values", Parameter.VAR_POSITIONAL), Parameter("options", Parameter.VAR_KEYWORD)]
)

CountyMacros = Mapping[str, Signature]


class BrokenDoor(Exception):
    """The file is there and cannot be read. As text, why, in Swedish."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(reason)
        self.line, self.column = line, column


def county_macros(tree: Tree) -> CountyMacros:
    """Give each macro that `define_env` registers by its name, with what it can be given.

    Seen are `@env.macro` over a function, or `env.macro(function)` or `env.macro(function, "name")` on lines
    of their own. Raises `BrokenDoor`.
    """
    if DOOR not in tree.paths("macros"):
        return {}
    try:
        module = ast.parse(tree.read(DOOR))
    except UnreadableFile as error:
        raise BrokenDoor(f"filen går inte att läsa: {error}") from error
    except SyntaxError as error:
        raise BrokenDoor(
            f"filen är inte Python: {error.msg}", error.lineno or 1, error.offset or 1
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:  # a null, or brackets without end
        raise BrokenDoor(f"filen är inte Python: {error}") from error
    return dict(_registered(module))


def county_names(tree: Tree) -> frozenset[str]:
    """Give the names alone; none where the file cannot be read, which is reported elsewhere."""
    try:
        return frozenset(county_macros(tree))
    except BrokenDoor:
        return frozenset()


def _registered(module: ast.Module) -> Iterator[tuple[str, Signature]]:
    functions = {step.name: step for step in module.body if isinstance(step, ast.FunctionDef)}
    entry = functions.get(_ENTRY)
    for step in entry.body if entry else ():
        if isinstance(step, ast.FunctionDef):
            functions[step.name] = step
            if any(_is_register(decorator) for decorator in step.decorator_list):
                yield step.name, _signature(step.args)
        elif isinstance(step, ast.Expr) and isinstance(step.value, ast.Call):
            yield from _registered_by(step.value, functions)


def _registered_by(
    call: ast.Call, functions: Mapping[str, ast.FunctionDef]
) -> Iterator[tuple[str, Signature]]:
    if not _is_register(call.func) or not call.args:
        return
    given, *names = (*call.args, *(option.value for option in call.keywords if option.arg == "name"))
    function = functions.get(given.id) if isinstance(given, ast.Name) else None
    name = names[0].value if names and isinstance(names[0], ast.Constant) else getattr(given, "id", None)
    if isinstance(name, str):
        yield name, _signature(function.args) if function else _ANYTHING


def _is_register(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == _REGISTER


def _signature(arguments: ast.arguments) -> Signature:
    by_place = [*arguments.posonlyargs, *arguments.args]
    needed = len(by_place) - len(arguments.defaults)
    by_name = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    several, options = arguments.vararg, arguments.kwarg
    return Signature(
        [
            *(_place(argument, has_default=number >= needed) for number, argument in enumerate(by_place)),
            *([Parameter(several.arg, Parameter.VAR_POSITIONAL)] if several else ()),
            *(_option(argument, has_default=default is not None) for argument, default in by_name),
            *([Parameter(options.arg, Parameter.VAR_KEYWORD)] if options else ()),
        ]
    )


# Which value a default has nobody asks: only whether one may be left out.
def _place(argument: ast.arg, *, has_default: bool) -> Parameter:
    default = None if has_default else Parameter.empty
    return Parameter(argument.arg, Parameter.POSITIONAL_OR_KEYWORD, default=default)


def _option(argument: ast.arg, *, has_default: bool) -> Parameter:
    default = None if has_default else Parameter.empty
    return Parameter(argument.arg, Parameter.KEYWORD_ONLY, default=default)
