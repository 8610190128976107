"""Read the settings of a build from the environment: the day, the audience and the site's address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

TODAY = "STRATEGI_TODAY"
PUBLISH = "STRATEGI_PUBLISH"
SITE_URL = "STRATEGI_SITE_URL"
FORGE = "STRATEGI_FORGE"
DOCS = "STRATEGI_DOCS_DIR"
SERVED = "STRATEGI_SERVED"


def today(environment: Mapping[str, str]) -> date:
    """The day fixed in the environment, so that a build can be repeated, else Sweden's. Raises ValueError."""
    fixed = environment.get(TODAY)
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo("Europe/Stockholm")).date()


def is_publishing(environment: Mapping[str, str]) -> bool:
    """Whether the site is made for the public, and not as a preview."""
    return environment.get(PUBLISH, "") == "true"
