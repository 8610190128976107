"""Render a revision as JSON-LD in the vocabulary of schema.org, for search engines and registers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from strategi.model.evidence import Absence, Evidence
from strategi.model.parts import StrategyInfo
from strategi.model.revision_id import RevisionId
from strategi.model.standing import Condition, Phase, RevisionStanding, Standing
from strategi.render import permanent_ids
from strategi.render.addresses import revision_address
from strategi.render.errors import UnknownName
from strategi.render.history.former import HISTORICAL
from strategi.render.outside import absolute
from strategi.render.strategy.standing import phase_words
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.rules.standing import found_body, standing

_VOCABULARY = "https://schema.org"
# Of these the record says until when they hold; what is superseded or withdrawn ended on another day.
_WITH_PERIOD = (Phase.RECOMMENDED, Phase.IN_FORCE, Phase.EXPIRED)


def legislation(view: View, revision_id: RevisionId) -> str:
    """A revision as JSON-LD (schema.org/Legislation) in a script element. Raise UnknownName."""
    current = standing(view.strategy, view.today)
    found = {each.revision.id: each for each in current.revisions}
    if revision_id not in found:
        raise UnknownName("ingen revidering med id", str(revision_id), map(str, found))
    facts = _facts(view, found[revision_id], current)
    return fragment("legislation.html", facts={"@context": _VOCABULARY, **facts})


def _facts(view: View, found: RevisionStanding, current: Standing) -> Mapping[str, Any]:
    """What is known; an unknown fact is left out, since the vocabulary has no word for it."""
    revision = found.revision
    text = view.log.text(revision.id)
    info = (text or view.strategy).info
    facts = {
        **_identity(view, revision.id),
        **(_decision(view, found) if _is_passed(view, found) else {}),
        "name": info.title,
        "inLanguage": "sv",
        "legislationType": "Strategi",
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": info.county},
        "legislationDateOfApplicability": _iso(revision.effective_from),
        # When a former strategy ceased is said by the decision on the one after it, if by any.
        "legislationLegalForce": None if view.successor else _force(view, found, current),
        "creativeWorkStatus": HISTORICAL if view.successor else phase_words(view.strategy, found),
        "temporalCoverage": None if view.successor else _period(info, found),
        # Not `legislationChanges`: what it was made from need never have been in force.
        "isBasedOn": _identity(view, revision.predecessor) if revision.predecessor else None,
        "version": next(iter(revision.digests), None),
        "publisher": _organization(info.publisher),
        "encoding": _page(view, revision.id) if text else None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _identity(view: View, revision_id: RevisionId) -> Mapping[str, str]:
    """What tells this revision from every other text, and where it stands when that is known."""
    return {
        "@type": "Legislation",
        "@id": permanent_ids.revision_id(view.strategy, revision_id),
        "legislationIdentifier": f"{view.strategy.info.id}/{revision_id}",
        **_url(view, revision_id),
    }


def _page(view: View, revision_id: RevisionId) -> Mapping[str, str]:
    """Our page with the text, which is not the decided document itself."""
    return {
        "@type": "LegislationObject",
        "encodingFormat": "text/html",
        "legislationLegalValue": f"{_VOCABULARY}/UnofficialLegalValue",
        **_url(view, revision_id),
    }


def _url(view: View, revision_id: RevisionId) -> Mapping[str, str]:
    url = absolute(view, revision_address(revision_id))
    return {"url": url} if url else {}


def _is_passed(view: View, found: RevisionStanding) -> bool:
    """Whether a body has stood behind the text, and not only let it go on to be decided."""
    return found.revision.is_decided and found.revision.earliest_day <= view.today


def _decision(view: View, found: RevisionStanding) -> Mapping[str, Any]:
    body = found_body(view.strategy, found.revision)
    return {
        "legislationDate": _iso(found.revision.decided_on),
        "legislationPassedBy": None if body is Evidence.NOT_FOUND else _organization(body.name),
    }


def _force(view: View, found: RevisionStanding, current: Standing) -> str | None:
    """Whether the text is in force, where that is documented; None where either word might be untrue.

    Never `PartiallyInForce`, which says that some provisions are in force and others not. That a condition
    for the whole is not documented as met is something else.
    """
    is_unclear = {
        Phase.UNKNOWN: True,
        Phase.IN_FORCE: found.adoption.condition is not Condition.MET,
        Phase.RECOMMENDED: found.revision.effective_from is Evidence.NOT_FOUND,
        # If what came after is not documented as in force, this one may still be.
        Phase.SUPERSEDED: _is_passed(view, found) and current.adoption.condition is not Condition.MET,
    }
    if is_unclear.get(found.phase):
        return None
    return f"{_VOCABULARY}/{'InForce' if found.phase is Phase.IN_FORCE else 'NotInForce'}"


def _period(info: StrategyInfo, found: RevisionStanding) -> str | None:
    start = _iso(found.revision.effective_from)
    # ISO 8601 has two dots for an end that is open; an unknown one has no word.
    end = ".." if info.valid_to is Absence.NONE else info.last_day
    return f"{start}/{end}" if start and end and found.phase in _WITH_PERIOD else None


def _iso(day: date | Evidence) -> str | None:
    return day.isoformat() if isinstance(day, date) else None


def _organization(name: str | Evidence) -> Mapping[str, str] | None:
    return {"@type": "Organization", "name": name} if isinstance(name, str) else None
