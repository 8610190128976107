"""Which day is it, for those who ask: the two doors, and nothing inside?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

VARIABLE = "STRATEGI_TODAY"


def today(environment: Mapping[str, str]) -> date:
    """The day fixed in the environment, so that a build can be repeated, else Sweden's. Raises ValueError."""
    fixed = environment.get(VARIABLE)
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo("Europe/Stockholm")).date()
