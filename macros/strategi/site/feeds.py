"""Make the files for machines: the feeds, and the revisions as data."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.render.addresses import CHANGE_FEED, DECISION_FEED, REVISIONS_JSON
from strategi.render.feeds.atom import change_feed, decision_feed
from strategi.render.feeds.revisions_json import revisions_json
from strategi.site.loading import Site


def feeds(site: Site, site_url: str) -> Mapping[str, str]:
    """The text of every such file, by address."""
    view = site.view(site_url=site_url)
    return {
        DECISION_FEED: decision_feed(view),
        CHANGE_FEED: change_feed(view),
        REVISIONS_JSON: revisions_json(view),
    }
