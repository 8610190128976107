"""Say in a few words who the principals are, and what kinds of bodies have decided on the strategy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from strategi.model.evidence import Evidence
from strategi.model.governance import Principal, PrincipalKind
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.rules.standing import found_body
from strategi.words.lists import any_of, listed

# A body by how its name ends, in the definite form or not.
_BODIES = {
    "ett samråd": r"samråd(?:et)?",
    "ett råd": r"råd(?:et)?",
    "ett nätverk": r"nätverk(?:et)?",
    "en grupp": r"grupp(?:en)?",
    "en nämnd": r"nämnd(?:en)?",
    "en styrelse": r"styrelsen?",
    "en beredning": r"beredning(?:en)?",
    "fullmäktige": r"fullmäktige",
}
_ANY_BODY = "ett organ"
# One of the kind, and several.
_KINDS = {
    PrincipalKind.REGION: ("regionen", "regionerna"),
    PrincipalKind.BOARD: ("en nämnd", "nämnder"),
    PrincipalKind.FEDERATION: ("ett kommunalförbund", "kommunalförbund"),
    PrincipalKind.AGENCY: ("en myndighet", "myndigheter"),
    PrincipalKind.UNIVERSITY: ("ett lärosäte", "lärosäten"),
    PrincipalKind.COMPANY: ("ett bolag", "bolag"),
    PrincipalKind.ASSOCIATION: ("en förening", "föreningar"),
    PrincipalKind.OTHER: ("någon till", "andra"),
}


def who_they_are(principals: Sequence[Principal], words: Words, *, several: str = "") -> str:
    """The principals (at least one) by kind; `several` is what more than one municipality is called, if
    not after the county."""
    kinds = Counter(principal.kind for principal in principals)
    of_county = words.say("{county.definite_genitive} kommuner")
    called = {**_KINDS, PrincipalKind.MUNICIPALITY: ("kommunen", several or of_county)}
    named = {kind: called[kind][kinds[kind] > 1] for kind in PrincipalKind if kinds[kind]}
    return listed([*named.values()])


def who_cooperate(principals: Sequence[Principal], words: Words) -> str:
    """Whose cooperation the principles are about."""
    kinds = {principal.kind for principal in principals}
    both = {PrincipalKind.REGION, PrincipalKind.MUNICIPALITY}
    return "regionen och kommunerna" if kinds == both else words.principal.definite_plural


def who_have_decided(strategy: Strategy) -> str:
    """The kinds of bodies that have decided on a version, the latest first: `ett råd eller ett nätverk`."""
    deciders = [found_body(strategy, revision) for revision in reversed(strategy.revisions)]
    kinds = [_ANY_BODY if body is Evidence.NOT_FOUND else _kind(body.name) for body in deciders]
    return any_of(list(dict.fromkeys(kinds)))


def _kind(name: str) -> str:
    for words, ending in _BODIES.items():
        if re.search(rf"{ending}\b", name, re.IGNORECASE):
            return words
    return _ANY_BODY
