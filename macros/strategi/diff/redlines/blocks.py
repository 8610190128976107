"""Split a text into blocks, with no more parsing than necessary."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from strategi.diff.redlines.chunks import chunks, is_paragraph, plain_text, split_heading, split_items
from strategi.diff.redlines.inline import line_tokens
from strategi.diff.redlines.markdown import parsed_blocks
from strategi.model.redline import Block, BlockKind

_KEPT = 1 << 12


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text in reading order, as `parsed_blocks` finds them in the whole."""
    return tuple(chain.from_iterable(map(chunk_blocks, chunks(plain_text(text)))))


# Two texts to compare have most chunks in common, and many comparisons have the same text.
@lru_cache(maxsize=_KEPT)
def chunk_blocks(chunk: str) -> tuple[Block, ...]:
    """The blocks of a text that is not cut further."""
    if is_paragraph(chunk):
        return (Block(kind=BlockKind.PARAGRAPH, cells=(line_tokens(chunk),)),)
    if heading := split_heading(chunk):
        level, words = heading
        return (Block(kind=BlockKind.HEADING, cells=(line_tokens(words),), level=level),)
    if items := split_items(chunk):
        return tuple(map(_item, items))
    return parsed_blocks(chunk)


def _item(line: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, cells=(line_tokens(line),), path=("bullet",), begins_item=True)
