"""Is the history whole, and does it hold the text of every recorded revision?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.content.collection import Entry
from macros.content.reading import Reading
from macros.content.suggestion import did_you_mean
from macros.model.finding import Finding, Severity
from macros.model.governance import Revision
from macros.model.governed import RECORD_ID, governed_parts
from macros.model.log import RevisionLog
from macros.model.rule import RuleDescription
from macros.rules.revision_texts import named_parts

_GROUND = "CONTRIBUTING.md, revideringar"

INCOMPLETE_HISTORY = RuleDescription(
    id="REV540",
    name="history-incomplete",
    title="Historiken är hel i den kopia som sidorna byggs av",
    reference=_GROUND,
    advice="Hämta hela historiken med git fetch --unshallow, eller bygg från en klon av hela förrådet.",
    severity=Severity.WARNING,
)
TEXT_NOT_IN_HISTORY = RuleDescription(
    id="REV541",
    name="revision-text-not-in-history",
    title="Texten till varje revidering med kontrollsumma finns i historiken",
    reference=_GROUND,
    advice="Räkna om summan med strategi digest, eller återställ den lydelse som beslutades.",
)
PART_IN_NO_TEXT = RuleDescription(
    id="REV542",
    name="part-in-no-text",
    title="En del som en not eller rättelse nämner finns, eller har funnits",
    reference=_GROUND,
    advice="Skriv delens id som det står överst i dess fil.",
)


def history_rules() -> tuple[RuleDescription, ...]:
    """Every rule on history, by number."""
    return INCOMPLETE_HISTORY, TEXT_NOT_IN_HISTORY, PART_IN_NO_TEXT


def check_log(log: RevisionLog, reading: Reading, *, is_publishing: bool) -> tuple[Finding, ...]:
    """Say what the history lacks. What only a preview may lack is an error when publishing."""
    if log.problem:
        found = INCOMPLETE_HISTORY.at("strategy/strategy.yml", 1, 1, log.problem)
        return (replace(found, severity=Severity.ERROR) if is_publishing else found,)
    return tuple(sorted((*_lost_texts(log, reading), *_unknown_parts(log, reading))))


def _lost_texts(log: RevisionLog, reading: Reading) -> Iterator[Finding]:
    """Revisions whose text is nowhere, neither in the history nor in the files as they stand."""
    for entry in reading.of(Revision):
        revision = entry.record
        if revision.digests and log.text(revision.id) is None:
            message = f"ingen text i historiken har den kontrollsumma som revideringen {revision.id} ska ha"
            yield _found(TEXT_NOT_IN_HISTORY, reading, entry, "digest", message=message)


def _unknown_parts(log: RevisionLog, reading: Reading) -> Iterator[Finding]:
    """Parts that are named but stand in no text. Where a text is unknown, so are its parts."""
    texts = (reading.strategy, *(log.text(each.record.id) for each in reading.of(Revision)))
    if None in texts:
        return
    known = {RECORD_ID, *(part.id for text in texts if text for part in governed_parts(text))}
    for entry in reading.of(Revision):
        for keys, part_id in named_parts(entry.record):
            if part_id not in known:
                hint = did_you_mean(part_id, known)
                message = f"delen ”{part_id}” finns inte i någon version av texten{hint}"
                yield _found(PART_IN_NO_TEXT, reading, entry, *keys, message=message)


def _found(
    rule: RuleDescription, reading: Reading, entry: Entry[Revision], *keys: str | int, message: str
) -> Finding:
    place = reading.place(entry, *keys)
    return rule.at(entry.path, place.line, place.column, message, value=place.text)
