"""Say what of the history the reader of today does not read, and which recorded texts are not in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from strategi.content.reading import Reading
from strategi.model.digest import digest
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Revision
from strategi.model.rule import RuleDescription

_GROUND = "CONTRIBUTING.md, revideringar"

VERSION_UNREADABLE = RuleDescription(
    id="REV545",
    name="version-unreadable",
    title="Varje version i historiken går att läsa med dagens program",
    reference=_GROUND,
    advice="Historiken skrivs inte om. Har formen ändrats ska läsaren förstå den gamla.",
)
VERSION_FAULTY = RuleDescription(
    id="REV546",
    name="version-faulty",
    title="Filerna i varje version i historiken har den form som programmet läser",
    reference=_GROUND,
    advice="Stod felet där redan då är inget att göra. Har formen ändrats ska läsaren förstå den gamla.",
    severity=Severity.WARNING,
)
DIGEST_NOT_IN_HISTORY = RuleDescription(
    id="REV547",
    name="digest-not-in-history",
    title="Varje kontrollsumma som en revidering har haft hör till en text i historiken",
    reference=_GROUND,
    advice="Rätta summan, eller återställ den version i vilken texten stod.",
)


@dataclass(frozen=True, slots=True)
class PastVersion:
    """A commit, the day on which it came into the line, and what was read of it."""

    commit: str
    day: date
    reading: Reading


def past_version_rules() -> tuple[RuleDescription, ...]:
    """Every rule on the versions in the history, by number."""
    return (VERSION_UNREADABLE, VERSION_FAULTY, DIGEST_NOT_IN_HISTORY)


def check_past_versions(versions: Iterable[PastVersion], now: Reading) -> tuple[Finding, ...]:
    """Say each fault of form once, with the newest version that has it, and each digest that is lost."""
    faults: dict[Finding, list[PastVersion]] = defaultdict(list)
    lost = {each: entry.path for entry in now.of(Revision) for each in entry.record.digests}
    if now.strategy:
        lost.pop(digest(now.strategy), None)
    for version in versions:
        for fault in version.reading.findings:
            faults[_told(fault, version)].append(version)
        if version.reading.strategy:
            lost.pop(digest(version.reading.strategy), None)
    said = (_with_versions(finding, found) for finding, found in faults.items())
    return tuple(sorted([*said, *_lost(lost.items())]))


def _told(fault: Finding, version: PastVersion) -> Finding:
    """The fault as one of the history. Where it keeps the version from being read, it is an error."""
    rule = VERSION_FAULTY if version.reading.strategy else VERSION_UNREADABLE
    message = f"{fault.message} [{fault.rule_id}]"
    return rule.at(fault.path, fault.line, fault.column, message, value=fault.value)


def _with_versions(finding: Finding, found: list[PastVersion]) -> Finding:
    """Say in which versions the fault stands: the newest, and how many more."""
    newest = found[-1]
    others = f" och {len(found) - 1} till" if len(found) > 1 else ""
    where = f"i versionen {newest.commit[:10]} ({newest.day}){others}: "
    rule = VERSION_FAULTY if finding.rule_id == VERSION_FAULTY.id else VERSION_UNREADABLE
    return rule.at(finding.path, finding.line, finding.column, where + finding.message, value=finding.value)


def _lost(lost: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    for each, path in lost:
        message = "ingen text i historiken har kontrollsumman"
        yield DIGEST_NOT_IN_HISTORY.at(path, 1, 1, message, value=each)
