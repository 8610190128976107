"""Report YAML syntax errors in Swedish."""

from __future__ import annotations

import re

import yaml

from strategi.content import faults
from strategi.model.finding import Finding

_LOOSE_QUOTE = "ett citattecken öppnas men stängs inte"
# A value that begins with a quote and does not end on its line. The parser itself stumbles only much later.
_OPEN_QUOTE = re.compile(r"""(?:^|[:,\[-]\s+)("(?:[^"\\]|\\.)*|'[^']*)$""")

# The parser's own words (C and Python) and ours. The first that fits is used.
_MESSAGES = (
    ("cannot start any token", "raden börjar med ett tecken som har en egen betydelse i YAML"),
    ("mapping values are not allowed", "ett kolon står där det inte kan stå"),
    ("quoted scalar", _LOOSE_QUOTE),
    ("could not find expected ':'", "nyckeln följs inte av ett kolon"),
    ("while scanning a simple key", "nyckeln följs inte av ett kolon"),
    ("block mapping", "raden är inte indragen som raderna omkring"),
    ("block collection", "listan är inte indragen som raderna omkring"),
    ("flow", "en klammer öppnas men stängs inte"),
    ("escape", "ett bakstreck inom citattecken följs av fel tecken"),
    ("block scalar", "texten under | eller > är inte rätt indragen"),
    ("indentation", "raden är inte indragen som raderna omkring"),
    ("directive", "raden börjar med %, som har en egen betydelse i YAML"),
)


def syntax_finding(error: yaml.YAMLError, path: str, text: str, first_line: int) -> Finding:
    """Say what the parser stumbled on, at the line where it stumbled."""
    line, column = _stumbled_at(error)
    # At the end of the file the parser points to a line after the last.
    lines = text.rstrip("\n").split("\n")
    line = min(line, len(lines) - 1)
    message = _message(error, lines[line], column)
    opened = next(
        (found for found in enumerate(map(_OPEN_QUOTE.search, lines[: line + 1])) if found[1]), None
    )
    if opened is not None and opened[1] is not None:
        line, column, message = opened[0], opened[1].start(1), _LOOSE_QUOTE
    return faults.SYNTAX.at(path, line + first_line, column + 1, message, value=lines[line].strip())


def _stumbled_at(error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column from 0: where the parser gave up, or where the bracket stands that is never closed."""
    is_bracket = "flow" in (getattr(error, "context", None) or "")
    marks = ("context_mark", "problem_mark") if is_bracket else ("problem_mark", "context_mark")
    mark = next((found for name in marks if (found := getattr(error, name, None))), None)
    return (mark.line, mark.column) if mark else (0, 0)


def _message(error: yaml.YAMLError, line: str, column: int) -> str:
    if "\t" in line[: column + 1]:
        return "raden är indragen med tabb; YAML vill ha mellanslag"
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    return next((said for sign, said in _MESSAGES if sign in words), "raden går inte att tolka som YAML")
