"""Describe how a block was divided or joined, or has become another kind of block."""

from __future__ import annotations

from strategi.model.redline import Block, BlockChange, BlockKind, RedlineBlock

_PIECE_WORDS = {
    BlockChange.SPLIT: "Stycket är delat i flera.",
    BlockChange.MERGED: "Flera stycken har blivit ett.",
}
# A line across the page has no words that could show what happened to it.
_RULE_WORDS = {BlockChange.INSERTED: "Linjen är ny.", BlockChange.DELETED: "Linjen är borttagen."}
_KIND_WORDS = {
    BlockKind.PARAGRAPH: "ett stycke",
    BlockKind.HEADING: "en rubrik",
    BlockKind.HEADER_ROW: "ett tabellhuvud",
    BlockKind.ROW: "en tabellrad",
    BlockKind.CODE: "ett kodavsnitt",
    BlockKind.RULE: "en linje",
}
_PLACE_WORDS = {"bullet": "en punkt i en lista", "ordered": "en numrerad punkt", "quote": "ett citat"}


def shape_note(block: RedlineBlock) -> str:
    """Say how the form of a block has changed, in a sentence; "" where it has not."""
    if block.change in _PIECE_WORDS:
        return "" if block.is_continued else _PIECE_WORDS[block.change]
    if block.shape.kind is BlockKind.RULE:
        return _RULE_WORDS.get(block.change, "")
    return _reshaped(block.old, block.new) if block.old and block.new else ""


def _reshaped(old: Block, new: Block) -> str:
    before, after = _words(old), _words(new)
    if before != after:
        return f"Var {before}, är nu {after}."
    if len(old.path) != len(new.path):
        return "Står på en annan nivå."
    if old.kind is BlockKind.HEADING and old.level != new.level:
        return "Rubriken har fått en annan nivå."
    if old.level and new.level and old.level != new.level:
        return f"Listan börjar nu på {new.level}."
    return ""


def _words(block: Block) -> str:
    if block.kind is not BlockKind.PARAGRAPH or not block.path:
        return _KIND_WORDS[block.kind]
    is_later = block.path[-1] != "quote" and not block.begins_item
    return "ett stycke i en punkt" if is_later else _PLACE_WORDS[block.path[-1]]
