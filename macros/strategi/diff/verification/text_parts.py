"""Verify that a part of the text is worded identically in the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategi.diff.redlines.texts import compare_texts
from strategi.diff.redlines.words import compare_words
from strategi.diff.verification.expected import Expected
from strategi.diff.verification.sections import Section
from strategi.diff.verification.spelling import typography, words_of
from strategi.diff.verification.titles import title_key, title_keys, without_number
from strategi.diff.verification.wording import adopted_markdown, section_words
from strategi.model.adopted import AdoptedBlock, AdoptedKind
from strategi.model.change import FactChange, PartChange
from strategi.model.governed import TEXT, TITLE, GovernedPart
from strategi.model.redline import Redline
from strategi.model.verification import Typography, Verdict, VerifiedPart
from strategi.model.words import Words

Blocks = Sequence[AdoptedBlock]


def verified_text(section: Section, blocks: Blocks, county: Words) -> VerifiedPart:
    """Compare a part with its section. `blocks` are those of the section, without what belongs to others."""
    heading = blocks[0] if section.has_heading else None
    body = blocks[1:] if section.has_heading else blocks
    title = _title(section.part, heading, county)
    if section.part.text is None:
        return _without_wording(section.part)
    expected = Expected(part=section.part)
    words, was_divided = section_words(body, expected)
    is_same = words == expected.words
    wording = section.part.text if is_same else adopted_markdown(body, expected) or None
    change = _change(section.part, title, wording)
    return VerifiedPart(
        part=section.part,
        verdict=Verdict.DEVIATING if change else Verdict.IDENTICAL,
        change=change,
        typography=_typography(expected, heading, body, county, is_same=is_same, was_divided=was_divided),
    )


def text_in_full(part: GovernedPart, blocks: Blocks, county: Words) -> VerifiedPart:
    """Compare a part with a document that holds nothing but its wording, with or without its title."""
    keys = set(title_keys(blocks[0].text, county)) if blocks else set()
    has_heading = title_key(part.title or "") in keys and len(blocks) > 1
    section = Section(part=part, start=0, end=len(blocks), has_heading=has_heading)
    found = verified_text(section, blocks, county)
    if has_heading or found.change is None:
        return found
    # That no title stands above a text that was given alone says nothing.
    return _without_title(found)


def _title(part: GovernedPart, heading: AdoptedBlock | None, county: Words) -> str | None:
    """The title as the document has it: the part's own where only the typography differs."""
    if heading is None:
        return None
    is_own = title_key(part.title or "") in set(title_keys(heading.text, county))
    return part.title if is_own else without_number(heading.text, county)


def _without_wording(part: GovernedPart) -> VerifiedPart:
    """The wording is not known: there is nothing to compare with, whatever the document says."""
    return VerifiedPart(part=part, verdict=Verdict.UNKNOWN, uncompared=(TEXT,))


def _change(part: GovernedPart, title: str | None, wording: str | None) -> PartChange | None:
    facts = tuple(_fact_changes(part, title, wording))
    # What has no title in the document is still called what it is called.
    adopted = replace(part, facts={**part.facts, TITLE: title or part.title, TEXT: wording})
    redline = compare_texts(part.text or "", wording) if wording and wording != part.text else Redline()
    if facts or not redline.is_equal:
        return PartChange(old=part, new=adopted, facts=facts, redline=redline)
    if wording != part.text:
        # Words differ that the redline does not see: they are told as a fact, and never lost.
        runs = compare_words(part.text or "", wording or "")
        fact = FactChange(name=TEXT, before=part.text, after=wording, runs=runs)
        return PartChange(old=part, new=adopted, facts=(fact,), redline=redline)
    return None


def _fact_changes(part: GovernedPart, title: str | None, wording: str | None) -> Iterator[FactChange]:
    """The title where it differs, and the wording where there is none in the document."""
    if title != part.title:
        runs = compare_words(part.title or "", title) if title else ()
        yield FactChange(name=TITLE, before=part.title, after=title, runs=runs)
    if wording is None:
        yield FactChange(name=TEXT, before=part.text, after=None, runs=())


def _without_title(found: VerifiedPart) -> VerifiedPart:
    change = found.change
    assert change is not None
    facts = tuple(each for each in change.facts if each.name != TITLE)
    if not facts and change.redline.is_equal:
        return replace(found, verdict=Verdict.IDENTICAL, change=None, uncompared=(TITLE,))
    return replace(found, change=replace(change, facts=facts), uncompared=(TITLE,))


def _typography(
    expected: Expected,
    heading: AdoptedBlock | None,
    body: Blocks,
    county: Words,
    *,
    is_same: bool,
    was_divided: bool,
) -> tuple[Typography, ...]:
    """What is typeset differently. Where words differ, only what is certain is said."""
    found: set[Typography] = {Typography.HYPHENATION} if was_divided else set()
    title = expected.part.title or ""
    said = without_number(heading.text, county) if heading else ""
    if heading is not None and words_of(said) != words_of(title):
        is_own = title_key(title) in set(title_keys(heading.text, county))
        is_case = words_of(said.casefold()) == words_of(title.casefold())
        found |= {Typography.CAPITALS} if is_own and is_case else set()
    if is_same:
        found |= set(typography("\n".join(expected.texts), "\n".join(each.text for each in body)))
        found |= {Typography.LAYOUT} if _layout(expected) != _layout_of(body, expected) else set()
    return tuple(each for each in Typography if each in found)


def _layout(expected: Expected) -> list[tuple[bool, int]]:
    return [
        (bool(block.path), len(words_of(text)))
        for block, text in zip(expected.blocks, expected.texts, strict=True)
    ]


def _layout_of(body: Blocks, expected: Expected) -> list[tuple[bool, int]]:
    return [(each.kind is AdoptedKind.ITEM, len(section_words([each], expected)[0])) for each in body]
