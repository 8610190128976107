"""Read the keys above a page, and the generator's settings, as the generator will: YAML with every place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from strategi.content.yaml_syntax import syntax_finding
from strategi.model.finding import Finding


class Written(NamedTuple):
    """A text in YAML as it comes out, and where it stands, counted from 1."""

    line: int
    column: int
    text: str


def texts_in(source: str, *, first_line: int = 1) -> Iterator[Written]:
    """Every text, keys too, until the first that cannot be read. An escape is what it stands for."""
    try:
        for event in yaml.parse(source, Loader=yaml.SafeLoader):
            mark = event.start_mark
            if isinstance(event, yaml.ScalarEvent) and mark:
                yield Written(mark.line + first_line, mark.column + 1, event.value)
    except (yaml.YAMLError, RecursionError):
        return


def keys_fault(source: str, path: str, *, first_line: int) -> Finding | str:
    """What keeps the keys of a page from being read; "" for nothing. Words alone are of them all."""
    try:
        keys = yaml.safe_load(source)
    except yaml.constructor.ConstructorError:
        return "en nyckel har en märkning (!) som inte får stå på en sida"
    except yaml.YAMLError as error:
        return syntax_finding(error, path, source, first_line)
    except (ValueError, RecursionError):
        return "ett värde ser ut som ett datum eller ett tal som inte finns; sätt citattecken runt det"
    if keys is not None and not isinstance(keys, dict):
        return "det står något annat än nycklar och värden mellan raderna ---"
    return ""
