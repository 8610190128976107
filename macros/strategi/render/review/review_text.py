"""Render a review as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.model.evidence import Evidence
from strategi.model.review import Review
from strategi.render.printable import printable
from strategi.render.review.change_lines import ChangeLine, change_lines, difference
from strategi.render.review.effects_words import effects_paragraphs
from strategi.render.review.summary import missing_records, ruling_words, sentences
from strategi.render.terminal.findings import findings_text
from strategi.render.wording.authority_words import class_words
from strategi.render.wording.paragraphs import laid_out

_WIDTH = 100


def review_text(review: Review) -> str:
    """The outcome first, then who decides, what is missing, every change, and what is wrong."""
    return "\n".join(_parts(review)) + "\n"


def _parts(review: Review) -> Iterator[str]:
    yield ruling_words(review)
    yield from (f"  {each}" for each in sentences(review))
    if review.obstacles:
        yield "\n" + findings_text(review.obstacles).rstrip()
    missing = missing_records(review)
    if missing:
        yield "\nDet som saknas:"
        yield from (f"  - {each}" for each in missing)
    lines = change_lines(review)
    if lines:
        yield "\nÄndringarna:"
        yield from map(_line, lines)
    if review.effects and review.new and review.old:
        told = effects_paragraphs(review.effects, review.new, review.old)
        yield "\n" + laid_out(told, width=_WIDTH).plain.rstrip()
    if review.findings:
        yield "\nFel och varningar i förslaget:"
        yield findings_text(review.findings).rstrip()
    if review.standing_findings:
        yield "\nFanns redan innan, och hindrar inte förslaget:"
        yield findings_text(review.standing_findings).rstrip()


def _line(line: ChangeLine) -> str:
    reading = "" if line.evidence is Evidence.DOCUMENTED else ", vår tolkning"
    change = printable(f"{line.label}: {line.what}{difference(line)}")
    return f"  - {change}\n    {class_words(line.change_class)}{reading}: {printable(line.reason)}"
