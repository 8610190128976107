"""Compute the permanent id of a decision or a change, the same wherever the site stands.

The id is a UUID of version 5 (RFC 9562) in a namespace of our own. Its name is the strategy's id, the kind
of thing and what distinguishes it from others of its kind, joined by slashes:
`nara-vard/revision/2022-04-27`. Whoever has the records can compute it again.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from strategi.model.governance import Postponement
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy

# Drawn by lot once. Another one would make every entry new to every feed reader.
NAMESPACE = UUID("a0b0ffba-0655-44dc-b15e-de8ee2de295f")


def feed_id(strategy: Strategy, feed: str) -> str:
    """The id of a feed, by its name."""
    return _id(strategy, "feed", feed)


def revision_id(strategy: Strategy, revision: RevisionId) -> str:
    """The id of a revision."""
    return _id(strategy, "revision", revision)


def adoption_id(strategy: Strategy, revision: RevisionId, principal: str) -> str:
    """The id of a principal's decision on a revision."""
    return _id(strategy, "adoption", revision, principal)


def postponement_id(strategy: Strategy, postponement: Postponement) -> str:
    """The id of a decision that the next revision is due on another day."""
    return _id(strategy, "postponement", postponement.revision, postponement.decided_on, postponement.due_on)


def correction_id(strategy: Strategy, revision: RevisionId, number: int) -> str:
    """The id of a correction: the first of a revision is number 1."""
    return _id(strategy, "correction", revision, number)


def step_id(strategy: Strategy, taken_on: date, number: int) -> str:
    """The id of what history knows of a day: the day's first step is number 1."""
    return _id(strategy, "step", taken_on, number)


def beginning_id(strategy: Strategy) -> str:
    """The id of where the strategy takes over from another in the same history."""
    return _id(strategy, "beginning")


def figures_id(strategy: Strategy, corrected_on: date, indicator: str) -> str:
    """The id of the corrections of an indicator's figures on one day."""
    return _id(strategy, "figures", corrected_on, indicator)


def _id(strategy: Strategy, kind: str, *keys: object) -> str:
    return uuid5(NAMESPACE, "/".join([strategy.info.id, kind, *map(str, keys)])).urn
