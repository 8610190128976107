"""Model what has been decided: the strategy's identity and its governed text, part by part."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

from pydantic import Field

from strategi.model.evidence import Evidence, Known, KnownOrNone
from strategi.model.record import Address, AreaCode, Count, IsoDate, Record, Slug, Text

# A letter of the county's choice and a number, by which they are sorted, also in the digest.
SubgoalId = Annotated[str, Field(pattern=r"^[A-Z][1-9][0-9]{0,5}$")]


# What a regular expression for codes needs: it stands in findings, and is no place for anything else.
CodePattern = Annotated[str, Field(pattern=r"^[A-Za-z0-9\[\](){}|.?*+^$\\_-]{1,60}$")]


class Wording(Enum):
    """Whose words the text of a part is."""

    VERBATIM = "verbatim"
    """The decided document's own words."""
    RENDERED = "rendered"
    """Our words for what the sources say; to be corrected when the document is at hand."""


class Pictogram(Enum):
    """The signs a subgoal can carry beside its number, so that hue is never the only carrier."""

    PERSON = "person"
    PEOPLE = "people"
    PLACE = "place"
    TOGETHER = "together"
    HEART = "heart"
    HOME = "home"
    LEAF = "leaf"
    STAR = "star"


class Appendix(Enum):
    """What is known of the indicators that are decided."""

    LISTED = "listed"
    """They are the ones with the role `appendix`."""


class StrategyInfo(Record):
    """`strategy/strategy.yml`: title, validity, revision interval, publisher."""

    id: Slug
    title: Text
    short_title: Text
    county: Text
    """The county's name as it stands in a sentence."""
    county_area: AreaCode | None = None
    """The area whose figures stand for the county; None where no area is the county."""
    comparison_area: AreaCode | None = None
    """The area that the county is compared with; None where it is compared with none."""
    comparison_name: Text | None = None
    area_codes: CodePattern | None = None
    """What the codes of areas look like, as a regular expression; None where they may look in any way."""
    valid_from: Known[IsoDate]
    """The first day, from which progress is judged."""
    valid_to: KnownOrNone[IsoDate]
    """The last day: the decision says "till och med"."""
    revision_interval_years: KnownOrNone[Annotated[Count, Field(gt=0)]]
    appendix: KnownOrNone[Appendix] = Appendix.LISTED
    wording: Wording
    publisher: Known[Text]
    """The public body that answers for the site."""
    succeeds: Slug | None = None
    """Id of the strategy that it comes after in the same history, and that is kept as historical."""
    evidence: Evidence
    references: tuple[Slug, ...]

    @property
    def has_appendix(self) -> bool:
        """Whether there are decided indicators, and they are known."""
        return self.appendix is Appendix.LISTED

    @property
    def first_day(self) -> date | None:
        """The first day, where it is known."""
        return self.valid_from if isinstance(self.valid_from, date) else None

    @property
    def last_day(self) -> date | None:
        """The last day, where there is one that is known."""
        return self.valid_to if isinstance(self.valid_to, date) else None


class Part(Record):
    """A governed text. `text` is its decided wording in Markdown; never raw HTML."""

    title: Text
    text: Known[Text]
    evidence: Evidence
    """Support for the part's existence and title."""
    text_evidence: Evidence
    """Support for what the text says."""
    references: tuple[Slug, ...]
    page: Known[Annotated[Count, Field(gt=0)]]
    """Page in the decided document."""
    wording: Wording | None = None
    """Whose words the text is, where it differs from the rest of the strategy."""
    note: Text | None = None
    """What a reader should know of how the part was established; not governed."""


class Vision(Part):
    """`strategy/vision.md`: the one sentence that everything else serves."""


class Subgoal(Part):
    """`strategy/subgoals/d1-….md`."""

    id: SubgoalId
    pictogram: Pictogram
    reading: Known[Text]
    """What the subgoal means, in our reading; not governed."""
    reading_evidence: Evidence
    focus_shifts: tuple[Slug, ...]
    """The national shifts of focus it is tied to, in our reading."""

    @property
    def number(self) -> int:
        """1 for D1, whichever letter the county has."""
        return int(self.id[1:])


class Principles(Part):
    """`strategy/principles.md`: principles for cooperation."""


class RoadmapSection(Part):
    """`strategy/roadmap/*.md`, in the order of `order`."""

    id: Slug
    order: Annotated[Count, Field(ge=0)]


class FocusShift(Record):
    """One of the national shifts of focus: from something, to something."""

    id: Slug
    before: Text
    after: Text
    evidence: Evidence
    references: tuple[Slug, ...]


class Reference(Record):
    """A document or page that facts rest on."""

    id: Slug
    title: Text
    publisher: Known[Text]
    url: Known[Address]
    note: Text | None = None
