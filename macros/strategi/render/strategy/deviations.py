"""List the words in which a principal's adopted text deviates from what was recommended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from strategi.diff.redlines.texts import compare_texts
from strategi.diff.redlines.words import compare_words
from strategi.model.digest import digest
from strategi.model.evidence import Evidence
from strategi.model.governance import Adoption, Deviation, Revision
from strategi.model.governed import TEXT, GovernedPart, governed_parts
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.prose import prose
from strategi.render.redlines.lines import stretches
from strategi.render.redlines.nodes import Node, nodes
from strategi.render.redlines.spans import Span, spans
from strategi.render.view import View
from strategi.render.wording.change_words import part_label
from strategi.render.wording.fact_words import fact_name

_HEADINGS_DEEPER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationRow:
    """One deviation as it is shown: the adopted wording against the recommended one, where both are known."""

    label: str
    """What the part is called."""
    fact: str
    """`lydelsen`, `rubriken`."""
    anchor: str
    is_struck: bool
    is_known: bool
    """Whether the adopted wording is known."""
    is_compared: bool
    """Whether the recommended wording is known too."""
    lines: tuple[Node, ...] = ()
    """Both wordings in one, of a text."""
    words: tuple[Span, ...] = ()
    """The same of a fact in a line."""
    adopted: str = ""
    """The adopted wording as HTML, where there is nothing to compare it with."""


def deviation_rows(view: View, revision: Revision, adoption: Adoption) -> tuple[DeviationRow, ...]:
    """Every deviation of a principal's decision, in the order of the ledger."""
    text = recommended_text(view, revision)
    parts = {each.id: each for each in governed_parts(text)} if text else {}
    return tuple(_row(each, revision, parts, view.words) for each in adoption.deviations)


def recommended_text(view: View, revision: Revision) -> Strategy | None:
    """The strategy as it stood in the revision: from the history, else the files where they are that text."""
    found = view.log.text(revision.id)
    if found is not None:
        return found
    return view.strategy if digest(view.strategy) in revision.digests else None


def _row(
    deviation: Deviation, revision: Revision, parts: Mapping[str, GovernedPart], words: Words
) -> DeviationRow:
    part = parts.get(deviation.part)
    recommended = part.facts.get(deviation.fact) if part else None
    wording = None if deviation.wording is Evidence.NOT_FOUND else deviation.wording
    is_text = deviation.fact == TEXT
    is_compared = wording is not None and recommended is not None
    return DeviationRow(
        label=part_label(part, words) if part else deviation.part,
        fact=fact_name(deviation.fact, words),
        anchor=f"avvikelse-{revision.id}-{deviation.part.lower()}-{deviation.fact}",
        is_struck=deviation.is_struck,
        is_known=wording is not None,
        is_compared=is_compared,
        lines=_lines(recommended or "", wording or "") if is_compared and is_text else (),
        words=spans(compare_words(recommended or "", wording or "")) if is_compared and not is_text else (),
        adopted="" if wording is None or is_compared else _adopted(wording, is_text=is_text),
    )


def _adopted(wording: str, *, is_text: bool) -> str:
    """The adopted wording, where there is none to compare it with. Only a text is Markdown."""
    return prose(wording, deeper=_HEADINGS_DEEPER) if is_text else wording


def _lines(recommended: str, adopted: str) -> tuple[Node, ...]:
    redline = compare_texts(recommended, adopted)
    return nodes([line for stretch in stretches(redline) for line in stretch.inline])
