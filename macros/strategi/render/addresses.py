"""Give the address at which each page stands: the only module that knows. A renamed part keeps its address.

What stands where a county has chosen (`strategy/words.yml`) is asked for by its words.
"""

from __future__ import annotations

from strategi.model.revision_id import RevisionId
from strategi.model.words import Words

START = ""
STRATEGY = "strategin/"
WHOLE = "strategin/hela/"
ADOPTIONS = "antaganden/"
REVISIONS = "revideringar/"
COMPARISONS = "jamfor/"
CORRECTIONS = "rattelser/"
DIGEST = "kontrollsumma/"
WORKING = "arbetskopia"
"""Takes the place of a revision's id where the files as they stand are compared."""
DECISION_FEED = "feeds/beslut.xml"
CHANGE_FEED = "feeds/andringar.xml"
REVISIONS_JSON = "revisions.json"
CHECKSUM_FILES = "assets/kontrollsumma/"
SCHEMAS = "schema/"
GLOSSARY = "ordlista/"
ABOUT = "om/"
PROPOSE = "foresla-andring/"
RULES = "regler/"
ACCESSIBILITY = "tillganglighet/"
PRIVACY = "integritet/"


def vision_address(words: Words) -> str:
    """Address of the vision's page."""
    return f"{STRATEGY}{words.vision.address}/"


def principles_address(words: Words) -> str:
    """Address of the page of the principles."""
    return f"{STRATEGY}{words.principles.address}/"


def subgoals_address(words: Words) -> str:
    """Address of the page of all subgoals."""
    return f"{STRATEGY}{words.goal.address}/"


def subgoal_address(words: Words, subgoal_id: str) -> str:
    """Address of a subgoal's page."""
    return f"{subgoals_address(words)}{subgoal_id.lower()}/"


def roadmap_address(words: Words) -> str:
    """Address of the page of the whole roadmap."""
    return f"{STRATEGY}{words.roadmap.address}/"


def section_address(words: Words, section_id: str) -> str:
    """Address of a roadmap section's page."""
    return f"{roadmap_address(words)}{section_id}/"


def indicators_address(words: Words) -> str:
    """Address of the page of all indicators."""
    return f"{words.indicator.address}/"


def indicator_address(words: Words, indicator_id: str) -> str:
    """Address of an indicator's page."""
    return f"{indicators_address(words)}{indicator_id.lower()}/"


def data_address(indicator_id: str) -> str:
    """Address of an indicator's CSV file."""
    return f"data/{indicator_id.lower()}.csv"


def principals_address(words: Words) -> str:
    """Address of the page of all principals."""
    return f"{words.principal.address}/"


def principal_address(words: Words, principal_id: str) -> str:
    """Address of a principal's page."""
    return f"{principals_address(words)}{principal_id}/"


def revision_address(revision_id: RevisionId) -> str:
    """Address of a revision's permanent page."""
    return f"{REVISIONS}{revision_id}/"


def comparison_address(old: RevisionId, new: RevisionId | None) -> str:
    """Address of the page that compares two revisions; `new` is None for the files as they stand."""
    return f"{COMPARISONS}{old}/{new or WORKING}/"


def part_anchor(part_id: str) -> str:
    """Where on a page that compares, a part that differs stands."""
    return f"del-{part_id.lower()}"


def rule_anchor(rule_id: str) -> str:
    """Where a rule stands on the page with the catalogue of rules."""
    return rule_id.lower()
