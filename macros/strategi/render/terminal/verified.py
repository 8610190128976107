"""Model the result of comparing a document with a version of the strategy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from strategi.model.adopted import AdoptedDocument
from strategi.model.digest import digest
from strategi.model.parts import Wording
from strategi.model.verification import Verification
from strategi.model.words import Words
from strategi.render.revisions.compared_parts import ComparedPart, compared_parts
from strategi.render.terminal.differences import Snapshot
from strategi.render.wording.verification_words import RENDERED, left_out_words


@dataclass(frozen=True, kw_only=True)
class Verified:
    """Everything that is told of one document."""

    name: str
    """Of the file."""
    document: AdoptedDocument
    snapshot: Snapshot
    found: Verification
    is_whole: bool = True
    """Whether every part was asked for."""

    @property
    def words(self) -> Words:
        """What everything is called."""
        return self.snapshot.strategy.words

    @property
    def heading(self) -> str:
        """`antagen.docx mot revideringen 27 april 2022`."""
        return f"{self.name} mot {self.snapshot.label}"

    @cached_property
    def parts(self) -> tuple[ComparedPart, ...]:
        """The parts that deviate, their changes numbered."""
        return compared_parts(self.found.comparison, (), {}, self.words)

    @property
    def last(self) -> int:
        """The number of the last change; 0 where there is none."""
        return max((change.last for part in self.parts for change in part.changes), default=0)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know of the comparison, in sentences."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        yield from self.document.remarks
        if self.document.left_out:
            yield left_out_words(self.document.left_out)
        if self.snapshot.strategy.info.wording is Wording.RENDERED:
            yield self.words.say(RENDERED)
        if self.found.is_identical and self.found.is_known_in_full and self.is_whole:
            yield f"Revideringens kontrollsumma: {digest(self.snapshot.strategy)}"
