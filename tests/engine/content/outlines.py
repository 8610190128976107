"""A file in outline, and the same file as our reader reads it."""

from __future__ import annotations

from strategi.content.decoding import read_text
from strategi.content.document import Plain
from strategi.content.outline import read_outline
from strategi.content.parsing import parse
from strategi.model.finding import Finding

from tests.engine.content.trees import MemoryTree


def outlined(data: bytes, path: str) -> dict[str, Plain] | None:
    """Key and value of every entry; None for a file that cannot be read."""
    outline = read_outline(data, path)
    return None if outline is None else {each.key: each.value for each in outline.entries}


def as_read(data: bytes, path: str) -> dict[str, Plain] | None:
    """The same as our reader gives it, the text below front matter under the key `text`."""
    findings: list[Finding] = []
    text = read_text(MemoryTree({path: data}), path, findings)
    if text is None:
        return None
    document = parse(text, path, findings)
    if document is None or not isinstance(document.data, dict):
        return None
    return document.data if document.body is None else document.data | {"text": document.body}
