"""Render Atom feeds of the decisions and of every change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from strategi.model.evidence import Evidence
from strategi.render.addresses import CHANGE_FEED, DECISION_FEED, REVISIONS, START
from strategi.render.feeds.change_entries import change_entries
from strategi.render.feeds.decision_entries import decision_entries
from strategi.render.feeds.feed_entry import Entry, first_moment, joined
from strategi.render.outside import absolute, way
from strategi.render.permanent_ids import feed_id
from strategi.render.templating import document
from strategi.render.view import View
from strategi.words.numbers import capital

# What XML cannot hold in any way; it can come from an escape such as "\e" in YAML.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The newest of all changes; decisions are few, and their feed has every one.
MOST_CHANGES = 50
_DECISIONS = (
    "Revideringar, {principal.definite_plural_genitive} beslut, och rättelser av det som vi har återgett."
)
_CHANGES = "Det senaste som har ändrats i strategin, besluten och {indicator.definite_plural}."
_ONLY_RECORDED = "Därför visas bara det som har beslutats"


def decision_feed(view: View) -> str:
    """Every decision on the strategy, newest first, as Atom (RFC 4287).

    Links are whole addresses where the site's address is known, else relative to the feed.
    """
    here = replace(view, page_url=DECISION_FEED)
    entries = _newest_first(decision_entries(here))
    return _feed(here, "decisions", title="Beslut", subtitle=here.words.say(_DECISIONS), entries=entries)


def change_feed(view: View) -> str:
    """The newest changes of every kind, newest first, in the same form.

    Where the history is not complete, the feed has only what is recorded, and says so.
    """
    here = replace(view, page_url=CHANGE_FEED)
    problem = here.log.problem
    about = here.words.say(_CHANGES)
    subtitle = joined([about, capital(problem), _ONLY_RECORDED]) if problem else about
    entries = _newest_first([*decision_entries(here), *(() if problem else change_entries(here))])
    return _feed(here, "changes", title="Alla ändringar", subtitle=subtitle, entries=entries[:MOST_CHANGES])


def _newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Order by day. What is given last happened last within its day: the decisions come before the steps."""
    return sorted(reversed(entries), key=lambda entry: entry.happened_on, reverse=True)


def _feed(view: View, name: str, *, title: str, subtitle: str, entries: Sequence[Entry]) -> str:
    info = view.strategy.info
    # Without entries it is as old as the strategy, where that is known.
    newest = max((each.happened_on for each in entries), default=info.first_day or view.today)
    feed = document(
        "atom.xml",
        id=feed_id(view.strategy, name),
        title=f"{title}: {info.short_title}",
        subtitle=subtitle,
        updated=first_moment(newest),
        author=info.title if info.publisher is Evidence.NOT_FOUND else info.publisher,
        own=absolute(view, view.page_url),
        site=way(view, REVISIONS if view.has(REVISIONS) else START),
        entries=[(each, way(view, each.address)) for each in entries],
    )
    return _NOT_XML.sub("\ufffd", feed) + "\n"
