"""Decode the bytes of a file as UTF-8 text."""

from __future__ import annotations

import re

from strategi.content import faults
from strategi.content.tree import Tree, UnreadableFile
from strategi.model.finding import Finding

# What neither YAML nor CSV may hold as it stands: control characters but tab and line feed, and BOM.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_BOM = b"\xef\xbb\xbf"


def read_text(tree: Tree, path: str, findings: list[Finding]) -> str | None:
    """Read a file as UTF-8 with line feeds; None, and a finding, when it is not such text."""
    try:
        raw = tree.read(path)
    except UnreadableFile as error:
        findings.append(faults.UNREADABLE.at(path, 1, 1, f"filen går inte att läsa: {error}"))
        return None
    if raw.startswith(_BOM):
        findings.append(faults.ENCODING.at(path, 1, 1, "filen börjar med ett osynligt märke (BOM)"))
        raw = raw.removeprefix(_BOM)
    return _decode(raw, path, findings)


def _decode(raw: bytes, path: str, findings: list[Finding]) -> str | None:
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line, column = _position(raw[: error.start].decode("utf-8"))
        findings.append(faults.ENCODING.at(path, line, column, _guess(raw), value=_shown(raw[error.start])))
        return None
    bad = FORBIDDEN.search(text)
    if bad:
        line, column = _position(text[: bad.start()])
        code = f"U+{ord(bad.group()):04X}"
        findings.append(faults.ENCODING.at(path, line, column, "filen innehåller ett styrtecken", value=code))
        return None
    return text


def _position(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _guess(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "filen är inte UTF-8, den ser ut att vara UTF-16"
    if b"\x00" in raw:
        return "filen är inte text"
    return "filen är inte UTF-8, den ser ut att vara Latin-1 eller Windows-1252"


def _shown(byte: int) -> str:
    letter = bytes([byte]).decode("latin-1")
    return f"{letter} (byte {byte:02X})" if letter.isprintable() else f"byte {byte:02X}"
