"""Describe in words how a document compares with a revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategi.model.verification import ForeignText, Position, Typography, Verdict, Verification, VerifiedPart
from strategi.model.words import Words
from strategi.render.wording.fact_words import fact_name
from strategi.words.lists import listed
from strategi.words.numbers import capital, counted

VERDICT_WORDS = {
    Verdict.IDENTICAL: "identisk",
    Verdict.DEVIATING: "avviker",
    Verdict.MISSING: "saknas i dokumentet",
    Verdict.UNKNOWN: "lydelsen är inte känd här och kan inte jämföras",
}
TYPOGRAPHY_WORDS = {
    Typography.SPACE: "blanktecken",
    Typography.QUOTES: "citattecken",
    Typography.DASHES: "tankstreck och bindestreck",
    Typography.HYPHENATION: "avstavning",
    Typography.LETTERS: "bokstäver skrivna med andra koder",
    Typography.CAPITALS: "versaler",
    Typography.LAYOUT: "indelning i stycken och punkter",
}
RENDERED = (
    "Revideringens text är här återgiven med våra ord, om inget annat sägs. Att dokumentet avviker betyder "
    "då inte att {principal.definite} har antagit något annat än det som rekommenderades."
)
FOREIGN = "Står i dokumentet men inte i revideringen"
_POSITIONS = {
    Position.BEFORE: "Före den första delen:",
    Position.HEADING: "Rubriker närmast ovanför en del:",
    Position.AMONG: "Bland delarna, som om det vore en del av strategin:",
    Position.AFTER: "Efter den sista delen:",
}
_SHOWN = 20
_EXAMPLES = 4
_LONGEST = 160


def conclusion(found: Verification) -> str:
    """Whether it is identically worded, in a sentence or two."""
    if not found.is_judged:
        return _unjudged(found)
    if found.is_identical:
        if found.is_known_in_full:
            return "Likalydande: varje jämförd del har samma ord som revideringen."
        gaps = " ".join(f"{capital(each)}." for each in _gaps(found))
        return f"Likalydande så långt texten är känd. {gaps}"
    return f"Inte likalydande: {listed(_faults(found))}."


def part_note(part: VerifiedPart, words: Words) -> str:
    """What is said of a part after its name: `identisk (typografiska skillnader: citattecken)`."""
    said = [VERDICT_WORDS[part.verdict]]
    if part.typography:
        kinds = listed([TYPOGRAPHY_WORDS[each] for each in part.typography])
        said.append(f"typografiska skillnader: {kinds}")
    if part.uncompared and part.verdict is not Verdict.UNKNOWN:
        said.append(f"inte jämfört: {listed([fact_name(each, words) for each in part.uncompared])}")
    return "; ".join(said)


def foreign_groups(found: Verification) -> Iterator[tuple[str, list[str]]]:
    """Where it stands what belongs to no part, and a line for each text there. Places without any are not."""
    for position, where in _POSITIONS.items():
        texts = [each for each in found.foreign if each.position is position]
        if texts:
            yield where, list(_foreign_lines(texts))


def _foreign_lines(found: Sequence[ForeignText]) -> Iterator[str]:
    """The first words of what belongs to no part, as many as can be read through."""
    for each in found[:_SHOWN]:
        yield each.text if len(each.text) <= _LONGEST else f"{each.text[:_LONGEST].rstrip()} …"
    if len(found) > _SHOWN:
        yield f"… och {counted(len(found) - _SHOWN, 'stycke', 'stycken')} till"


def left_out_words(lines: Sequence[str]) -> str:
    """Which lines were taken to be no part of the text: how many, and some of them."""
    different = list(dict.fromkeys(lines))
    some = ", ".join(f"”{each}”" for each in different[:_EXAMPLES]) + " …" * (len(different) > _EXAMPLES)
    count = counted(len(lines), "rad är inte jämförd", "rader är inte jämförda")
    return f"{count}, som sidnummer, sidhuvuden och innehållsförteckning: {some}"


def _faults(found: Verification) -> list[str]:
    deviating, missing = len(found.having(Verdict.DEVIATING)), len(found.having(Verdict.MISSING))
    said = {
        f"{counted(deviating, 'del', 'delar')} avviker": deviating,
        f"{counted(missing, 'del', 'delar')} saknas i dokumentet": missing,
        f"{counted(len(found.added), 'stycke', 'stycken')} har lagts till": len(found.added),
    }
    return [words for words, count in said.items() if count]


def _gaps(found: Verification) -> list[str]:
    unknown = len(found.having(Verdict.UNKNOWN))
    partly = sum(bool(each.uncompared) for each in found.parts if each.verdict is not Verdict.UNKNOWN)
    said = {
        f"lydelsen av {counted(unknown, 'del', 'delar')} är inte känd här och har inte jämförts": unknown,
        f"i {counted(partly, 'del', 'delar')} är någon uppgift inte jämförd": partly,
    }
    return [words for words, count in said.items() if count]


def _unjudged(found: Verification) -> str:
    if found.having(Verdict.UNKNOWN):
        return "Det går inte att avgöra: ingen del vars lydelse är känd finns i dokumentet."
    return "Det går inte att avgöra: ingen del av revideringen finns i dokumentet. Är det rätt fil?"
