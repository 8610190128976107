"""Parse YAML into plain text values with their places."""

from __future__ import annotations

from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from strategi.content import faults
from strategi.content.decoding import FORBIDDEN
from strategi.content.document import Document, Keys, Place, Plain
from strategi.content.yaml_syntax import syntax_finding
from strategi.model.finding import Finding
from strategi.model.rule import RuleDescription

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
"""Our files have four levels. A limit keeps hostile files from using up memory."""


def read_yaml(text: str, path: str, findings: list[Finding], *, first_line: int = 1) -> Document | None:
    """Parse one YAML document; None, and findings, when it cannot be parsed. Marks start at `first_line`.

    Events are read, not nodes: `compose` resolves aliases silently and recurses, events do neither.
    """
    builder = _Builder(path, findings, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _NotPlain:
        return None
    except yaml.YAMLError as error:
        findings.append(syntax_finding(error, path, text, first_line))
        return None
    return Document(path=path, text=text, data=builder.root, values=builder.values, keys=builder.keys)


class _NotPlain(Exception):
    """The finding has been noted; the rest of the file is not worth reading."""


class _Builder:
    """Builds plain values from events, one open container at a time, without recursion."""

    def __init__(self, path: str, findings: list[Finding], first_line: int) -> None:
        self.root: Plain = ""
        self.values: dict[Keys, Place] = {}
        self.keys: dict[Keys, Place] = {}
        self._path = path
        self._findings = findings
        self._first_line = first_line
        self._documents = 0
        self._open: list[tuple[Any, Keys]] = []
        self._key: str | None = None

    def take(self, event: Any) -> None:
        """Take the next event."""
        if isinstance(event, ScalarEvent):
            self._refuse_if_not_plain(event)
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._refuse_if_not_plain(event)
            self._container(event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._open.pop()
        else:
            self._between(event)

    def _scalar(self, event: Any) -> None:
        bad = FORBIDDEN.search(event.value)
        if bad:  # written as an escape, such as "\e"
            code = f"U+{ord(bad.group()):04X}"
            self._note(faults.PLAIN_YAML, event, "värdet innehåller ett styrtecken", code)
        if self._expects_key():
            self._name(event)
        else:
            self._add(event.value, self._place(event, event.value))

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and self._key is None

    def _name(self, event: Any) -> None:
        mapping, way = self._open[-1]
        keys, place = (*way, event.value), self._place(event, event.value)
        if event.value == "<<" and event.implicit[0]:
            self._refuse(faults.PLAIN_YAML, event, "sammanfogning med << används inte", "<<")
        if event.value in mapping:
            earlier = self.keys[keys].line
            message = f"nyckeln ”{event.value}” står redan på rad {earlier}"
            self._note(faults.DUPLICATE_KEY, event, message, event.value)
        self.keys.setdefault(keys, place)
        self._key = event.value

    def _container(self, event: Any) -> None:
        if self._expects_key():
            self._refuse(faults.PLAIN_YAML, event, "en nyckel är inte ett ord", "")
        if len(self._open) >= _DEEPEST:
            self._refuse(faults.PLAIN_YAML, event, f"fler än {_DEEPEST} nivåer", "")
        fresh: Any = {} if isinstance(event, MappingStartEvent) else []
        self._open.append((fresh, self._add(fresh, self._place(event, ""))))

    def _add(self, value: Any, place: Place) -> Keys:
        """Put a value where it belongs and give the way to it. Of two equal keys the first is kept."""
        if not self._open:
            self.root = value
            self.values[()] = place
            return ()
        container, way = self._open[-1]
        if isinstance(container, list):
            keys: Keys = (*way, len(container))
            container.append(value)
        else:
            name = self._key or ""
            keys = (*way, name)
            container.setdefault(name, value)
            self._key = None
        self.values.setdefault(keys, place)
        return keys

    def _between(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(faults.PLAIN_YAML, event, "alias används inte", f"*{event.anchor}")
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(faults.PLAIN_YAML, event, "filen innehåller flera dokument", "---")
            if event.tags or event.version:
                self._refuse(faults.PLAIN_YAML, event, "direktiv med % används inte", "%")

    def _refuse_if_not_plain(self, event: Any) -> None:
        if event.anchor:
            self._refuse(faults.PLAIN_YAML, event, "ankare används inte", f"&{event.anchor}")
        if event.tag:
            self._refuse(faults.PLAIN_YAML, event, "taggar används inte", event.tag)

    def _refuse(self, rule: RuleDescription, event: Any, message: str, value: str) -> None:
        self._note(rule, event, message, value)
        raise _NotPlain

    def _note(self, rule: RuleDescription, event: Any, message: str, value: str) -> None:
        place = self._place(event, value)
        self._findings.append(rule.at(self._path, place.line, place.column, message, value=value))

    def _place(self, event: Any, text: str) -> Place:
        mark = event.start_mark
        return Place(mark.line + self._first_line, mark.column + 1, text)
