"""Render a review as a Markdown comment on a pull request.

It is written for an official who is no programmer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.review import Review, Ruling
from strategi.render.review.change_lines import ChangeLine, change_lines, difference
from strategi.render.review.effects_words import effects_markdown
from strategi.render.review.summary import counted_findings, missing_records, ruling_words, sentences
from strategi.render.wording.authority_words import class_words
from strategi.render.wording.markdown_words import line_of, plain_words
from strategi.words.numbers import counted

# A forge takes comments of some 65 000 signs; what is left out is counted.
_MOST_CHANGES = 40
_MOST_FINDINGS = 30
_LONGEST_VALUE = 200
_SIGNS = {Ruling.MAY_BE_MERGED: "✅", Ruling.RULE_BROKEN: "⛔", Ruling.CANNOT_JUDGE: "❓"}


def review_markdown(review: Review) -> str:
    """The same as in a terminal, shorter where there is much."""
    return "\n".join(_parts(review)) + "\n"


def _parts(review: Review) -> Iterator[str]:
    yield f"## {_SIGNS[review.ruling]} {ruling_words(review)}"
    yield from (f"\n{line_of(plain_words(each))}" for each in sentences(review))
    yield from _findings("Därför kan det inte bedömas", review.obstacles)
    missing = missing_records(review)
    if missing:
        yield "\n### Det som saknas\n"
        yield from (f"- {plain_words(each)}" for each in missing)
    yield from _findings("Att rätta", [each for each in review.findings if _is_error(each)])
    yield from _findings("Att tänka på", [each for each in review.findings if not _is_error(each)])
    yield from _changes(change_lines(review))
    if review.effects and review.new and review.old:
        yield ""
        yield from effects_markdown(review.effects, review.new, review.old)
    yield from _standing(review)


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _changes(lines: Sequence[ChangeLine]) -> Iterator[str]:
    if not lines:
        return
    yield f"\n### Ändringarna ({len(lines)})\n"
    for line in lines[:_MOST_CHANGES]:
        reading = "" if line.evidence is Evidence.DOCUMENTED else ", vår tolkning"
        change = f"**{plain_words(line.label)}**, {plain_words(line.what)}{difference(line, plain_words)}"
        yield f"- {change}. *{plain_words(class_words(line.change_class))}{reading}*"
    yield from _more(len(lines) - _MOST_CHANGES, "ändring till", "ändringar till")


def _findings(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"\n### {heading}\n"
    yield from map(_finding, findings[:_MOST_FINDINGS])
    yield from _more(len(findings) - _MOST_FINDINGS, "fel till", "fel till")


def _finding(finding: Finding) -> str:
    place = plain_words(f"{finding.path}, rad {finding.line}")
    lines = [f"- **{_sentence(finding.message)}** ({place}, regel {finding.rule_id})"]
    if finding.value:
        lines.append(f"  - Det står: {plain_words(_short(finding.value))}")
    if finding.advice:
        lines.append(f"  - Gör så: {plain_words(finding.advice)}")
    return "\n".join(lines)


def _sentence(message: str) -> str:
    return plain_words(message[:1].upper() + message[1:])


def _short(value: str) -> str:
    first = value.split("\n", 1)[0]
    return first if len(first) <= _LONGEST_VALUE else f"{first[:_LONGEST_VALUE]}…"


def _more(count: int, one: str, several: str) -> Iterator[str]:
    if count > 0:
        yield f"\n… och {counted(count, one, several)}."


def _standing(review: Review) -> Iterator[str]:
    if not review.standing_findings:
        return
    yield "\n### Fanns redan innan\n"
    yield f"{counted_findings(review.standing_findings)}. Det hindrar inte förslaget.\n"
    yield from map(_finding, review.standing_findings[:_MOST_FINDINGS])
    yield from _more(len(review.standing_findings) - _MOST_FINDINGS, "fel till", "fel till")
