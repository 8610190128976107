"""Hold what the law asks a public site to say of itself, as far as the county knows it."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from strategi.model.evidence import Evidence, Known, NotFound
from strategi.model.record import Address, IsoDate, Record, Text

# Nothing that ends an address in HTML, or begins another.
EMAIL_SHAPE = r"""^[^\s@<>"'?&]+@[^\s@<>"'?&]+$"""
Email = Annotated[str, Field(pattern=EMAIL_SHAPE)]

_UNKNOWN: NotFound = Evidence.NOT_FOUND


class Conformance(Enum):
    """How far the site follows the law on accessibility of digital public service (2018:1937)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class AccessibilityFault(Record):
    """Something that is not accessible, besides what every site of this kind has."""

    title: Text
    text: Text


class SiteFacts(Record):
    """`strategy/site.yml`. A key that is absent says no more than one that is `not-found`.

    Who publishes the site is said in `strategy.yml`.
    """

    email: Known[Email] = _UNKNOWN
    phone: Known[Text] = _UNKNOWN
    postal_address: Known[Text] = _UNKNOWN
    report_url: Known[Address] = _UNKNOWN
    """Where a reader reports what is not accessible."""
    published_on: Known[IsoDate] = _UNKNOWN
    """When the site was published first."""
    conformance: Known[Conformance] = _UNKNOWN
    conformance_reason: Known[Text] = _UNKNOWN
    reviewed_on: Known[IsoDate] = _UNKNOWN
    """When somebody last judged how accessible the site is."""
    review_method: Known[Text] = _UNKNOWN
    statement_updated_on: Known[IsoDate] = _UNKNOWN
    faults: tuple[AccessibilityFault, ...] = ()

    @property
    def has_contact(self) -> bool:
        """Whether a reader can reach anyone."""
        ways = (self.email, self.phone, self.report_url)
        return any(way is not Evidence.NOT_FOUND for way in ways)
