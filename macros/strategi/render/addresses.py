"""At which address does each page stand? The only module that knows; a renamed part keeps its address."""

from __future__ import annotations

from strategi.model.revision_id import RevisionId

START = ""
STRATEGY = "strategin/"
WHOLE = "strategin/hela/"
VISION = "strategin/malbild/"
SUBGOALS = "strategin/delmal/"
PRINCIPLES = "strategin/principer/"
ROADMAP = "strategin/fardplan/"
INDICATORS = "nyckeltal/"
PRINCIPALS = "huvudman/"
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


def subgoal_address(subgoal_id: str) -> str:
    """Address of a subgoal's page."""
    return f"{SUBGOALS}{subgoal_id.lower()}/"


def section_address(section_id: str) -> str:
    """Address of a roadmap section's page."""
    return f"{ROADMAP}{section_id}/"


def indicator_address(indicator_id: str) -> str:
    """Address of an indicator's page."""
    return f"{INDICATORS}{indicator_id.lower()}/"


def data_address(indicator_id: str) -> str:
    """Address of an indicator's CSV file."""
    return f"data/{indicator_id.lower()}.csv"


def principal_address(principal_id: str) -> str:
    """Address of a principal's page."""
    return f"{PRINCIPALS}{principal_id}/"


def revision_address(revision_id: RevisionId) -> str:
    """Address of a revision's permanent page."""
    return f"{REVISIONS}{revision_id}/"


def comparison_address(old: RevisionId, new: RevisionId | None) -> str:
    """Address of the page that compares two revisions; `new` is None for the files as they stand."""
    return f"{COMPARISONS}{old}/{new or WORKING}/"


def part_anchor(part_id: str) -> str:
    """Where on a page that compares, a part that differs stands."""
    return f"del-{part_id.lower()}"


def rule_address(rule_id: str) -> str:
    """Where a rule stands in the catalogue of rules."""
    return f"{RULES}#{rule_anchor(rule_id)}"


def rule_anchor(rule_id: str) -> str:
    """Its place on that page."""
    return rule_id.lower()
