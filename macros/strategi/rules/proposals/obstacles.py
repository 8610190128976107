"""Define what can keep a proposal from being judged.

Such a proposal must not be merged: it is never reported as "no changes".
"""

from __future__ import annotations

from strategi.content.reading import Reading
from strategi.model.finding import Finding, Severity
from strategi.model.rule import RuleDescription

_GROUND = "CONTRIBUTING.md, så granskas ett förslag"
_ANYWHERE = "strategy/strategy.yml"

BASE_NOT_FOUND = RuleDescription(
    id="REV560",
    name="base-not-found",
    title="Det som förslaget utgår från finns i historiken",
    reference=_GROUND,
    advice="Hämta hela historiken, och ange den gren som förslaget ska in i, till exempel --base main.",
)
BASE_UNREADABLE = RuleDescription(
    id="REV561",
    name="base-unreadable",
    title="Det som förslaget utgår från går att läsa",
    reference=_GROUND,
    advice="Rätta först felen där förslaget utgår från; strategi check --rev visar dem.",
)
HEAD_UNREADABLE = RuleDescription(
    id="REV562",
    name="proposal-unreadable",
    title="Förslagets text går att läsa",
    reference=_GROUND,
    advice="Rätta felen som listas. Sedan går det att säga vad förslaget ändrar.",
)
BASE_WITHOUT_RULES = RuleDescription(
    id="REV563",
    name="base-without-rules",
    title="Det står vem som beslutar, redan där förslaget utgår från",
    reference=_GROUND,
    advice="Lägg först till strategy/governance.yml i ett eget förslag.",
)
TEXT_NOT_FOUND = RuleDescription(
    id="REV564",
    name="decided-text-not-found",
    title="Den beslutade text som förslaget ska jämföras med finns i historiken",
    reference=_GROUND,
    advice="Hämta hela historiken, eller återställ den text som revideringen har kontrollsumman för.",
)

_RULES_FILES = ("strategy/governance.yml", "strategy/bodies.yml", "strategy/principals.yml")
_FOLDERS = ("strategy/revisions/", "strategy/adoptions/")


def obstacles() -> tuple[RuleDescription, ...]:
    """Everything that can keep a proposal from being judged, by number."""
    return BASE_NOT_FOUND, BASE_UNREADABLE, HEAD_UNREADABLE, BASE_WITHOUT_RULES, TEXT_NOT_FOUND


def obstacle(rule: RuleDescription, message: str, path: str = _ANYWHERE) -> Finding:
    """Say what is in the way."""
    return rule.at(path, 1, 1, message)


def unreadable(reading: Reading, texts: frozenset[str]) -> tuple[str, ...]:
    """The files that must be sound for a judgement, and are not. `texts`: those that hold governed text."""
    faulty = {each.path for each in reading.findings if each.severity is Severity.ERROR}
    needed = (each for each in faulty if each in texts or each in _RULES_FILES or each.startswith(_FOLDERS))
    return tuple(sorted(needed))
