"""Say of the site what the law asks for, as far as the county knows it."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.model.site_facts import Conformance
from strategi.render.errors import UnknownName
from strategi.render.templating import fragment
from strategi.render.view import View

# The parts of the statement that a county's facts fill in, each with a template.
PARTS = ("conformance", "reason", "faults", "report", "method", "days")
_WORDS: Mapping[Conformance, str] = {
    Conformance.FULL: "helt förenlig",
    Conformance.PARTIAL: "delvis förenlig",
    Conformance.NONE: "inte förenlig",
}


def accessibility(view: View, statement_part: str) -> str:
    """One part of what is said of accessibility: the verdict, why, what is wrong, how to report it."""
    part = find_part_of_statement(statement_part)
    site = view.strategy.site
    verdict = _WORDS.get(site.conformance) if isinstance(site.conformance, Conformance) else None
    return fragment(
        "accessibility.html",
        view=view,
        part=part,
        site=site,
        verdict=verdict,
        has_publisher=isinstance(view.strategy.info.publisher, str),
    )


def contact(view: View) -> str:
    """How to reach whoever answers for the site, or that it is not known."""
    return fragment("contact.html", view=view, site=view.strategy.site)


def find_part_of_statement(part: str) -> str:
    """The part of that name. Raise UnknownName."""
    if part not in PARTS:
        raise UnknownName("ingen del av redogörelsen som heter", part, PARTS)
    return part
