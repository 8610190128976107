"""Report in Markdown whether a document is identically worded."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.render.terminal.comparison_markdown import part_lines
from strategi.render.terminal.verified import Verified
from strategi.render.wording.change_words import part_label
from strategi.render.wording.markdown_words import plain_words
from strategi.render.wording.verification_words import FOREIGN, conclusion, foreign_groups, part_note


def verification_markdown(verified: Verified) -> str:
    """The verdict, part by part, then the words that differ, and what belongs to no part."""
    return "\n".join(_verification(verified)) + "\n"


def _verification(verified: Verified) -> Iterator[str]:
    yield f"### {plain_words(verified.heading)}"
    yield f"\n{conclusion(verified.found)}"
    for remark in verified.remarks:
        yield f"\n{plain_words(remark)}"
    yield ""
    words = verified.words
    for each in verified.found.parts:
        yield f"- {plain_words(part_label(each.part, words))}: {part_note(each, words)}"
    if verified.parts:
        yield "\nDet som är **fetstilt** står bara i dokumentet, det som är ~~struket~~ bara i revideringen."
    for part in verified.parts:
        yield from part_lines(part)
    yield from _foreign(verified)


def _foreign(verified: Verified) -> Iterator[str]:
    if verified.found.foreign:
        yield f"\n#### {FOREIGN}"
    for where, lines in foreign_groups(verified.found):
        yield f"\n{where}\n"
        for line in lines:
            yield f"- {plain_words(line)}"
