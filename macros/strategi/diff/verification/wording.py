"""Render a section of a document as Markdown, spelled as the recommended wording is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategi.diff.verification.expected import Expected
from strategi.diff.verification.spelling import as_written, joined_words
from strategi.diff.verification.units import Unit, joined_units, units
from strategi.model.adopted import AdoptedBlock, AdoptedKind

_SIGNS = re.compile(r"([\\`*_\[\]<|])")
_BEGINS = re.compile(r"\A(#{1,6}(?= )|[-+](?= )|>|=+\Z|[0-9]{1,9}(?=[.)]))")


def adopted_markdown(blocks: Sequence[AdoptedBlock], expected: Expected) -> str:
    """The section in Markdown. What is the recommended wording stands as it does there, so that only words
    that differ are told apart."""
    known = units(expected.part.text or "")
    pieces = [piece for block in blocks for piece in _pieces(block, expected, known)]
    return joined_units(pieces)


def section_words(blocks: Sequence[AdoptedBlock], expected: Expected) -> tuple[list[str], bool]:
    """Every word of the section as it is compared, and whether any was divided at the end of a line."""
    return joined_words("\n".join(each.text for each in blocks), expected.vocabulary)


def _pieces(block: AdoptedBlock, expected: Expected, known: Sequence[Unit]) -> Iterator[Unit]:
    words = tuple(joined_words(block.text, expected.vocabulary)[0])
    found = _divided(words, known)
    if found:
        yield from found
    elif words:
        yield _composed(block, words, expected)


def _divided(words: tuple[str, ...], known: Sequence[Unit]) -> list[Unit]:
    """The known pieces that the words are made of; none where anything else is among them."""
    found = []
    while words:
        unit = max((each for each in known if _begins(words, each)), key=_length, default=None)
        if unit is None:
            return []
        found.append(unit)
        words = words[len(unit.words) :]
    return found


def _begins(words: tuple[str, ...], unit: Unit) -> bool:
    return bool(unit.words) and words[: len(unit.words)] == unit.words


def _length(unit: Unit) -> int:
    return len(unit.words)


def _composed(block: AdoptedBlock, words: Sequence[str], expected: Expected) -> Unit:
    """What differs, as Markdown that means itself."""
    own = as_written(block.text)
    text = " ".join(expected.spelling.get(word) or own.get(word) or word for word in words)
    escaped = _SIGNS.sub(r"\\\1", text)
    match block.kind:
        case AdoptedKind.ITEM:
            return Unit(tuple(words), f"- {escaped}", True)
        case AdoptedKind.HEADING if block.level:
            return Unit(tuple(words), f"## {escaped}", False)
    return Unit(tuple(words), _BEGINS.sub(_escaped_start, escaped), False)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
