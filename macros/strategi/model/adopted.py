"""Model a document that a principal adopted: its words, as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class AdoptedKind(Enum):
    """What a block of the document looks like."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedBlock:
    """A heading, a paragraph, an item or a row. Rows have a cell per column, others one cell.

    Line breaks within a cell are those of the document.
    """

    kind: AdoptedKind
    cells: tuple[str, ...]
    level: int = 0
    """Of a heading, 1–9; 0 where it is only by its look that it seems to be one."""
    table: int = 0
    """Of a row, which table it stands in, from 1; 0 elsewhere."""

    @property
    def text(self) -> str:
        """The words, cells divided by tabs."""
        return "\t".join(self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedDocument:
    """The document as far as it is text. `remarks`, in Swedish, say how it was read."""

    blocks: tuple[AdoptedBlock, ...]
    left_out: tuple[str, ...] = ()
    """Lines that are no part of the text: numbers and heads of pages, the table of contents."""
    remarks: tuple[str, ...] = ()
