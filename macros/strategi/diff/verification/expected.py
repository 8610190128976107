"""Determine what a document should say of a part, block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from strategi.diff.redlines.blocks import text_blocks
from strategi.diff.redlines.similarity import Bag
from strategi.diff.verification.spelling import as_written, words_of
from strategi.model.governed import GovernedPart
from strategi.model.redline import Block, BlockKind


@dataclass(frozen=True, kw_only=True)
class Expected:
    """A part with a wording, ready to be compared."""

    part: GovernedPart

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the wording."""
        return text_blocks(self.part.text or "")

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each block, without signs of Markdown."""
        return tuple(each.text for each in self.blocks)

    @cached_property
    def words(self) -> list[str]:
        """Every word of the wording as it is compared."""
        return [word for text in self.texts for word in words_of(text)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words without order."""
        return frozenset(self.words)

    @cached_property
    def headings(self) -> frozenset[str]:
        """The words of each heading within the wording."""
        headings = (each for each in self.blocks if each.kind is BlockKind.HEADING)
        return frozenset(" ".join(words_of(each.text)) for each in headings)

    @cached_property
    def spelling(self) -> Mapping[str, str]:
        """How each word is written in the wording."""
        return as_written("\n".join(self.texts))

    @cached_property
    def bags(self) -> list[Bag]:
        """Each block as a bag of words."""
        return [bag_of(words_of(text)) for text in self.texts]


def bag_of(words: Sequence[str]) -> Bag:
    """Words in any order and case, for finding what is alike."""
    lowered = [word.casefold() for word in words]
    return Bag(words=Counter(lowered), weight=sum(map(len, lowered)))


def likeness(words: Sequence[str], expected: Sequence[str]) -> float:
    """How much of the expected words stands among these, from 0 to 1."""
    if not expected:
        return 0
    common = Counter(words) & Counter(expected)
    return sum(common.values()) / len(expected)


def expected_parts(parts: Sequence[GovernedPart]) -> Iterator[Expected]:
    """Those that have a wording."""
    return (Expected(part=each) for each in parts if each.text is not None)
