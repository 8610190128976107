"""Check that the history is complete and holds the text of every recorded revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.content.suggestion import did_you_mean
from strategi.diff.facts import is_same_text
from strategi.model.finding import Finding, Severity
from strategi.model.governance import AdoptionLedger, Revision
from strategi.model.governed import RECORD_ID, governed_parts
from strategi.model.log import County, RevisionLog
from strategi.model.parts import StrategyInfo
from strategi.model.record import Record
from strategi.model.rule import RuleDescription
from strategi.model.words import Words
from strategi.rules.adopted_wordings import deviations_of
from strategi.rules.revision_texts import named_parts
from strategi.words.lists import listed

_GROUND = "CONTRIBUTING.md, revideringar"

INCOMPLETE_HISTORY = RuleDescription(
    id="REV540",
    name="history-incomplete",
    title="Historiken är hel i den kopia som sidorna byggs av",
    reference=_GROUND,
    advice=(
        "Hämta hela historiken med git fetch --unshallow, eller bygg från en klon av hela förrådet. I en ny "
        "mapp: spara en första version med git init, git add och git commit."
    ),
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
DEVIATION_IN_NO_TEXT = RuleDescription(
    id="REV543",
    name="deviation-in-no-text",
    title="En avvikelse gäller en del och en uppgift som finns, eller har funnits",
    reference="CONTRIBUTING.md, antaganden",
    advice="Skriv delens id som det står överst i dess fil, och i ”fact” vilken uppgift det gäller.",
)
DEVIATION_WITHOUT_DIFFERENCE = RuleDescription(
    id="REV544",
    name="deviation-without-difference",
    title="En avvikande lydelse är en annan än revideringens",
    reference="CONTRIBUTING.md, antaganden",
    advice="Ta bort avvikelsen, eller skriv den lydelse som antogs. Jämför med strategi verify.",
)

FORMER_NOT_IN_HISTORY = RuleDescription(
    id="REV548",
    name="succeeded-strategy-not-in-history",
    title="Den strategi som en annan efterträder finns i historiken",
    reference="CONTRIBUTING.md, en ny strategi",
    advice="Skriv den tidigare strategins id som det stod i strategy/strategy.yml, eller ta bort nyckeln.",
)
OTHER_COUNTY_WITH_ID = RuleDescription(
    id="REV549",
    name="other-county-with-same-id",
    title=(
        "Strategin har ett eget id när {county.definite} eller de flesta {principal.definite_plural} är andra"
    ),
    reference="CONTRIBUTING.md, en ny strategi",
    advice=(
        "Ge strategin ett eget id. Annars får den en annan strategis historik. Efterträder den en tidigare "
        "strategi i samma {county}, skriv dess id under ”succeeds”."
    ),
)


def history_rules() -> tuple[RuleDescription, ...]:
    """Every rule on history, by number."""
    return (
        INCOMPLETE_HISTORY,
        TEXT_NOT_IN_HISTORY,
        PART_IN_NO_TEXT,
        DEVIATION_IN_NO_TEXT,
        DEVIATION_WITHOUT_DIFFERENCE,
        FORMER_NOT_IN_HISTORY,
        OTHER_COUNTY_WITH_ID,
    )


def check_log(log: RevisionLog, reading: Reading, *, is_publishing: bool) -> tuple[Finding, ...]:
    """Say what the history lacks. What only a preview may lack is an error when publishing."""
    if log.problem:
        found = INCOMPLETE_HISTORY.at("strategy/strategy.yml", 1, 1, log.problem)
        return (replace(found, severity=Severity.ERROR) if is_publishing else found,)
    facts = _known_facts(log, reading)
    checks = (
        _lost_texts(log, reading),
        _unknown_parts(facts, reading),
        _unknown_facts(facts, reading),
        _same_wordings(log, reading),
        _lost_former(log, reading),
        _other_county(log, reading),
    )
    return tuple(sorted(chain.from_iterable(checks)))


def _lost_texts(log: RevisionLog, reading: Reading) -> Iterator[Finding]:
    """Revisions whose text is nowhere, neither in the history nor in the files as they stand."""
    for entry in reading.of(Revision):
        revision = entry.record
        if revision.digests and log.text(revision.id) is None:
            message = f"ingen text i historiken har den kontrollsumma som revideringen {revision.id} ska ha"
            yield _found(TEXT_NOT_IN_HISTORY, reading, entry, "digest", message=message)


def _known_facts(log: RevisionLog, reading: Reading) -> Mapping[str, frozenset[str]]:
    """Names of the facts of every part that stands in any text; empty where a text is unknown."""
    texts = (reading.strategy, *(log.text(each.record.id) for each in reading.of(Revision)))
    if None in texts:
        return {}
    return {part.id: frozenset(part.facts) for text in texts if text for part in governed_parts(text)}


def _unknown_parts(known: Mapping[str, frozenset[str]], reading: Reading) -> Iterator[Finding]:
    """Parts that are named but stand in no text. Where a text is unknown, so are its parts."""
    for entry in reading.of(Revision) if known else ():
        for keys, part_id in named_parts(entry.record):
            if part_id not in known and part_id != RECORD_ID:
                message = _no_part(part_id, known)
                yield _found(PART_IN_NO_TEXT, reading, entry, *keys, message=message)


def _unknown_facts(known: Mapping[str, frozenset[str]], reading: Reading) -> Iterator[Finding]:
    """The same for what principals are said to have adopted in other words."""
    for entry in reading.of(AdoptionLedger) if known else ():
        for keys, each in deviations_of(entry.record):
            if each.part not in known:
                message = _no_part(each.part, known)
                yield _found(DEVIATION_IN_NO_TEXT, reading, entry, *keys, "part", message=message)
            elif each.fact not in known[each.part]:
                hint = did_you_mean(each.fact, known[each.part])
                message = f"uppgiften ”{each.fact}” finns inte i delen ”{each.part}”{hint}"
                # A fact that is not written is the wording: the part then stands for it.
                key = "fact" if "fact" in each.model_fields_set else "part"
                yield _found(DEVIATION_IN_NO_TEXT, reading, entry, *keys, key, message=message)


def _same_wordings(log: RevisionLog, reading: Reading) -> Iterator[Finding]:
    """Deviations with the very words of the revision, however their lines are broken."""
    for entry in reading.of(AdoptionLedger):
        text = log.text(entry.record.revision)
        parts = {each.id: each.facts for each in governed_parts(text)} if text else {}
        for keys, each in deviations_of(entry.record):
            recommended = parts.get(each.part, {}).get(each.fact)
            if isinstance(each.wording, str) and is_same_text(recommended, each.wording):
                message = f"lydelsen i delen ”{each.part}” är densamma som revideringens"
                yield _found(DEVIATION_WITHOUT_DIFFERENCE, reading, entry, *keys, "wording", message=message)


def _lost_former(log: RevisionLog, reading: Reading) -> Iterator[Finding]:
    """A strategy that is said to be succeeded, and is in no earlier part of the history."""
    for entry in reading.of(StrategyInfo):
        former, own = entry.record.succeeds, entry.record.id
        if former is not None and (log.former is None or log.former.strategy.info.id != former):
            message = f"före strategin finns ingen läsbar strategi med id ”{former}” i historiken"
            if former == own:
                message = "en strategi kan inte efterträda sig själv"
            yield _found(FORMER_NOT_IN_HISTORY, reading, entry, "succeeds", message=message)


def _other_county(log: RevisionLog, reading: Reading) -> Iterator[Finding]:
    """Another county under the id that the first one had: told from where the history of the id begins."""
    strategy = reading.strategy
    if strategy is None or not log.counties:
        return
    states = (*log.counties, County.of(strategy.info, strategy.principals))
    differences = [*_county_differences(states, reading.words)]
    for entry in reading.of(StrategyInfo) if differences else ():
        message = f"id är detsamma, men {listed(differences)}"
        yield _found(OTHER_COUNTY_WITH_ID, reading, entry, "id", message=message)


def _county_differences(states: Sequence[County], words: Words) -> Iterator[str]:
    """What differs from the first state. Principals who were replaced one by one are the county's own."""
    first, now = states[0], states[-1]
    if first.area != now.area:
        of = words.county.definite_genitive
        yield f"{of} område (county_area) var {first.area} när strategin började och är {now.area}"
    is_at_once = any(before.has_other_principals(after) for before, after in pairwise(states))
    if is_at_once and first.has_other_principals(now):
        count = len(first.principals)
        several = words.principal.plural
        yield f"{first.replaced(now)} av {count} {several} är andra än när strategin började"


def _no_part(part_id: str, known: Iterable[str]) -> str:
    return f"delen ”{part_id}” finns inte i någon version av texten{did_you_mean(part_id, known)}"


def _found(
    rule: RuleDescription, reading: Reading, entry: Entry[Record], *keys: str | int, message: str
) -> Finding:
    place = reading.place(entry, *keys)
    return rule.in_words(reading.words).at(entry.path, place.line, place.column, message, value=place.text)
