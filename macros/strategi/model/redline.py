"""Model the differences between two texts, block by block and word by word, losing neither of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Mark(NamedTuple):
    """Formatting of a token: `strong`, `emphasis`, `code`; `link` or `image` with its target and title."""

    kind: str
    target: str = ""
    title: str = ""


class Token(NamedTuple):
    """The smallest thing that is compared: a word, a whole number, a sign, or the space between them.

    A hard line break is a token, and so is an image with its alternative text, which may be empty.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    """From outside in."""


class Op(Enum):
    """What happened to a run of tokens."""

    EQUAL = "equal"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    """Stands in the new text; its other end, with the same `move`, in the old."""
    MOVED_AWAY = "moved-away"


class Run(NamedTuple):
    """Tokens with the same fate, in reading order."""

    op: Op
    tokens: tuple[Token, ...]
    move: int = 0
    """Shared by the two ends of what was moved; 0 elsewhere."""

    @property
    def text(self) -> str:
        """The run as plain text."""
        return "".join(token.text for token in self.tokens)


Cell = tuple[Token, ...]
RedlineCell = tuple[Run, ...]

OLD_OPS = frozenset({Op.EQUAL, Op.DELETED, Op.MOVED_AWAY})
NEW_OPS = frozenset({Op.EQUAL, Op.INSERTED, Op.MOVED_HERE})


class BlockKind(Enum):
    """What a block is in Markdown. Items of lists are paragraphs whose `path` says in which list."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    HEADER_ROW = "header-row"
    ROW = "row"
    CODE = "code"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a text: a paragraph, a heading, a row. Rows have a cell per column, others one cell."""

    kind: BlockKind
    cells: tuple[Cell, ...]
    path: tuple[str, ...] = ()
    """The lists and quotations around it, from outside in: `bullet`, `ordered`, `quote`."""
    begins_item: bool = False
    """Whether it is the first block of an item in the innermost list."""
    level: int = 0
    """Of a heading, 1–6; of the first item of an ordered list, its number if that is not 1; else 0."""
    language: str = ""
    """Of a code block, what is written where its fence begins."""

    @property
    def text(self) -> str:
        """The block as plain text, cells divided by tabs."""
        return "\t".join("".join(token.text for token in cell) for cell in self.cells)


class BlockChange(Enum):
    """What happened to a block."""

    EQUAL = "equal"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"
    SPLIT = "split"
    """A piece of an old block that became several; the pieces follow on each other."""
    MERGED = "merged"
    """A piece of a new block that several became; the pieces follow on each other."""


ONLY_OLD = frozenset({BlockChange.DELETED, BlockChange.MOVED_AWAY})
"""Blocks that do not stand in the new text, or not there."""
ONLY_NEW = frozenset({BlockChange.INSERTED, BlockChange.MOVED_HERE})
"""Blocks that do not stand in the old text, or not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineBlock:
    """One block of a redline: what stood (`old`), what stands (`new`), and the words that tell them apart.

    A piece after the first of a split has no `old`, and one after the first of a merger no `new`: the first
    holds the whole block. `cells` hold runs for the piece alone.
    """

    change: BlockChange
    cells: tuple[RedlineCell, ...]
    old: Block | None = None
    new: Block | None = None
    move: int = 0
    """Shared by the two ends of what was moved; 0 elsewhere."""
    is_continued: bool = False
    """Whether it is a later piece of the split or merger before it."""
    columns: tuple[Op, ...] = ()
    """Of a row, what happened to the column of each cell; empty where both tables have the same columns."""

    @property
    def shape(self) -> Block:
        """The block whose kind and place in lists it is shown with: the new one where there is one."""
        shape = self.new or self.old
        assert shape is not None
        return shape


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts as one. Without what was inserted it is the old text, without what was deleted the new."""

    blocks: tuple[RedlineBlock, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether nothing differs."""
        return all(each.change is BlockChange.EQUAL for each in self.blocks)

    def passages(self) -> Iterator[tuple[RedlineBlock, ...]]:
        """The changes as a reader counts them: blocks in a row that are changed are one."""
        passage: list[RedlineBlock] = []
        for each in self.blocks:
            if each.change is not BlockChange.EQUAL:
                passage.append(each)
            elif passage:
                yield tuple(passage)
                passage = []
        if passage:
            yield tuple(passage)
