"""Verify, part by part, that a document is worded identically with a revision's governed parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from strategi.diff.order import misplaced
from strategi.diff.verification.expected import expected_parts
from strategi.diff.verification.indicators import (
    Said,
    StatedIndicator,
    stated_indicators,
    table_heads,
    verified_indicator,
)
from strategi.diff.verification.sections import Section, sections, with_titles_apart
from strategi.diff.verification.spelling import words_of
from strategi.diff.verification.text_parts import text_in_full, verified_text
from strategi.model.adopted import AdoptedBlock, AdoptedDocument, AdoptedKind
from strategi.model.change import PartChange
from strategi.model.governed import GovernedPart, PartKind
from strategi.model.verification import ForeignText, Position, Verdict, Verification, VerifiedPart
from strategi.model.words import Words

Blocks = Sequence[AdoptedBlock]


def verify_document(
    document: AdoptedDocument,
    parts: Sequence[GovernedPart],
    said: Said,
    words: Words,
    *,
    only: Sequence[str] = (),
) -> Verification:
    """Compare the document with the parts: all of them, or `only` those with these ids.

    `words` are what the county calls its parts, by which the document may label them.

    The others then still tell where a part ends. What belongs to none is told only where all are asked for.
    """
    texts = [each for each in parts if each.kind is not PartKind.INDICATOR]
    blocks = with_titles_apart(document.blocks, parts, words)
    indicators = [each for each in parts if each.kind is PartKind.INDICATOR]
    stated = stated_indicators(blocks, indicators, words)
    taken = _taken(blocks, stated, texts)
    found = sections(blocks, texts, taken, words)
    verified = {
        **{each.part.id: verified_text(each, _own(each, blocks, taken), words) for each in found},
        **{each.part.id: verified_indicator(each, said) for each in stated},
    }
    for part in _misplaced(found, texts):
        verified[part.id] = _moved(verified[part.id])
    chosen = [each for each in parts if not only or each.id in only]
    is_text_alone = not any(each.has_heading for each in found)
    if len(chosen) == 1 and chosen[0].kind is not PartKind.INDICATOR and is_text_alone:
        return Verification(parts=(text_in_full(chosen[0], blocks, words),))
    return Verification(
        parts=tuple(_of(each, verified) for each in chosen),
        foreign=() if only else tuple(_foreign(blocks, found, taken)),
    )


def _misplaced(found: Sequence[Section], texts: Sequence[GovernedPart]) -> Iterator[GovernedPart]:
    """The sections of the roadmap that stand in another order than in the revision, which is decided too."""
    places = {each.id: place for place, each in enumerate(texts)}
    ordered = [each.part for each in found if each.part.kind is PartKind.ROADMAP_SECTION]
    moved = misplaced([places[each.id] for each in ordered])
    return (each for each in ordered if places[each.id] in moved)


def _moved(part: VerifiedPart) -> VerifiedPart:
    change = part.change or PartChange(old=part.part, new=part.part)
    return replace(part, verdict=Verdict.DEVIATING, change=replace(change, is_moved=True))


def _taken(
    blocks: Blocks, stated: Sequence[StatedIndicator], texts: Sequence[GovernedPart]
) -> frozenset[int]:
    """The blocks of indicators and the heads of their tables. A name in a part's own wording stays there."""
    own = {" ".join(words_of(text)) for each in expected_parts(texts) for text in each.texts}
    rows = frozenset(at for each in stated for at in each.places)
    rows -= {at for at in rows if " ".join(words_of(blocks[at].text)) in own}
    return rows | table_heads(blocks, rows)


def _of(part: GovernedPart, verified: Mapping[str, VerifiedPart]) -> VerifiedPart:
    is_nameless = part.title is None
    absent = VerifiedPart(part=part, verdict=Verdict.UNKNOWN if is_nameless else Verdict.MISSING)
    return verified.get(part.id, absent)


def _own(section: Section, blocks: Blocks, taken: frozenset[int]) -> list[AdoptedBlock]:
    return [blocks[at] for at in range(section.start, section.end) if at not in taken]


def _foreign(blocks: Blocks, found: Sequence[Section], taken: frozenset[int]) -> Iterator[ForeignText]:
    """The blocks of no part, with where they stand: before, among or after the parts."""
    own = {at for each in found for at in range(each.start, each.end)} | taken
    first, last = min(own, default=len(blocks)), max(own, default=len(blocks))
    tables = {blocks[at].table for at in taken} - {0}
    for at, block in enumerate(blocks):
        if at in own or not block.text.strip():
            continue
        position = Position.BEFORE if at < first else Position.AFTER if at > last else Position.AMONG
        if block.table in tables:
            # A row among the indicators reads as one more of them, wherever the table stands.
            position = Position.AMONG
        elif position is Position.AMONG and block.kind is AdoptedKind.HEADING and at + 1 in own:
            position = Position.HEADING
        yield ForeignText(" ".join(block.text.split()), position)
