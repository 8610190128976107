"""At which address does each page stand? The only module that knows; a renamed part keeps its address."""

from __future__ import annotations

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
GLOSSARY = "ordlista/"
ABOUT = "om/"
PROPOSE = "foresla-andring/"
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
