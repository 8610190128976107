"""Generate the rows that an editor pastes into the ledger for a document that deviates."""

from __future__ import annotations

import json
from collections.abc import Iterator

from strategi.model.governed import TEXT
from strategi.model.verification import Verdict, Verification, VerifiedPart
from strategi.model.words import Words
from strategi.render.printable import printable
from strategi.render.wording.change_words import part_label

_KEY = "    deviations:"
_ROW, _WITHIN = " " * 6, " " * 8


def deviation_rows(found: Verification, words: Words) -> str:
    """The key `deviations` with a row for each fact that differs, indented as it stands in the ledger.

    What could not be compared, or has been added, is said in comments: no row can tell of it.
    """
    rows = [line for part in found.parts for line in _rows(part)]
    head = [_KEY] if rows else ["# Ingen avvikelse att redovisa."]
    return "\n".join([*_comments(found, words), *head, *rows]) + "\n"


def _comments(found: Verification, words: Words) -> Iterator[str]:
    for each in found.having(Verdict.UNKNOWN):
        yield f"# {printable(part_label(each.part, words))}: lydelsen är inte känd här och är inte jämförd."
    for each in found.parts:
        if each.change and each.change.is_moved:
            yield f"# {printable(part_label(each.part, words))}: står på en annan plats än i revideringen."
    for added in found.added:
        yield f"# Tillagt i dokumentet, i ingen del: {printable(added.text[:100])}"


def _rows(verified: VerifiedPart) -> Iterator[str]:
    part_id = verified.part.id
    if verified.verdict is Verdict.MISSING:
        yield f'{_ROW}- part: "{part_id}"'
        yield f"{_WITHIN}wording: not-found"
        yield f"{_WITHIN}struck: true"
    change = verified.change
    if change is None or change.new is None:
        return
    adopted = {each.name: each.after for each in change.facts}
    if not change.redline.is_equal:
        adopted.setdefault(TEXT, change.new.facts[TEXT])
    for name, wording in adopted.items():
        yield f'{_ROW}- part: "{part_id}"'
        if name != TEXT:
            yield f'{_WITHIN}fact: "{name}"'
        yield from _wording(wording)


def _wording(adopted: str | None) -> Iterator[str]:
    if adopted is None:
        yield f"{_WITHIN}wording: not-found"
        return
    lines = adopted.strip().split("\n")
    if len(lines) == 1 or lines[0][:1].isspace() or not all(map(_is_plain, lines)):
        is_printable = all(map(_is_plain, lines))
        yield f"{_WITHIN}wording: {json.dumps(adopted.strip(), ensure_ascii=not is_printable)}"
        return
    yield f"{_WITHIN}wording: |-"
    yield from (f"{_WITHIN}  {line}".rstrip() for line in lines)


def _is_plain(line: str) -> bool:
    """Whether a line means itself in a block of YAML."""
    return line.isprintable()
