"""Summarize a passage's changes in a few words: `nytt stycke`, `strukna rubriker`, `ändrad text`."""

from __future__ import annotations

from collections.abc import Iterable

from strategi.model.redline import BlockChange, BlockKind, RedlineBlock

# The noun alone and in plural, and whether it is of the gender that takes "nytt".
_NOUNS = {
    "paragraph": ("stycke", "stycken", True),
    "heading": ("rubrik", "rubriker", False),
    "item": ("punkt", "punkter", False),
    "row": ("tabellrad", "tabellrader", False),
    "text": ("text", "text", False),
}
# The word before "rubrik", before "stycke", and before several.
_VERBS = {
    BlockChange.INSERTED: ("ny", "nytt", "nya"),
    BlockChange.DELETED: ("struken", "struket", "strukna"),
    BlockChange.CHANGED: ("ändrad", "ändrat", "ändrade"),
    BlockChange.MOVED_HERE: ("flyttad", "flyttat", "flyttade"),
    BlockChange.MOVED_AWAY: ("flyttad", "flyttat", "flyttade"),
    BlockChange.SPLIT: ("delad", "delat", "delade"),
    BlockChange.MERGED: ("sammanslagen", "sammanslaget", "sammanslagna"),
}


def stretch_words(blocks: Iterable[RedlineBlock]) -> str:
    """Name what was changed, and how; where several things were, it is changed text."""
    changed = [each for each in blocks if each.change is not BlockChange.EQUAL]
    nouns, verbs = {_noun(each) for each in changed}, {_VERBS[each.change] for each in changed}
    noun = nouns.pop() if len(nouns) == 1 else "text"
    verb = verbs.pop() if len(verbs) == 1 else _VERBS[BlockChange.CHANGED]
    return _joined(noun, verb, sum(not each.is_continued for each in changed))


def counted_blocks(blocks: Iterable[RedlineBlock]) -> tuple[int, str]:
    """How many blocks there are, and the word for them: `4`, `stycken`."""
    held = list(blocks)
    nouns = {_noun(each) for each in held}
    one, many, _ = _NOUNS[nouns.pop() if len(nouns) == 1 else "paragraph"]
    return len(held), one if len(held) == 1 else many


def _joined(noun: str, verb: tuple[str, str, str], count: int) -> str:
    one, many, is_neuter = _NOUNS[noun]
    if count > 1 and noun != "text":
        return f"{verb[2]} {many}"
    return f"{verb[1 if is_neuter else 0]} {one}"


def _noun(block: RedlineBlock) -> str:
    match block.shape.kind:
        case BlockKind.HEADING:
            return "heading"
        case BlockKind.HEADER_ROW | BlockKind.ROW:
            return "row"
        case BlockKind.PARAGRAPH:
            return "item" if block.shape.path[-1:] in (("bullet",), ("ordered",)) else "paragraph"
    return "text"
