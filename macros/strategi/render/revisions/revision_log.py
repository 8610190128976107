"""Render the log of what has been decided and changed, from the newest to the oldest."""

from __future__ import annotations

from itertools import groupby

from strategi.render.history.beginning import beginning_words
from strategi.render.history.former import former_views
from strategi.render.history.log_rows import RevisionRow, StepRow, log_rows
from strategi.render.templating import fragment
from strategi.render.view import View

_LATEST = 3


def revision_log(view: View) -> str:
    """Every revision with what is known of it, and the changes between them; former strategies' below."""
    return fragment(
        "revision_log.html",
        view=view,
        stretches=_stretches(view),
        beginning=beginning_words(view),
        formers=[(each, _stretches(each), beginning_words(each)) for each in former_views(view)],
    )


def _stretches(view: View) -> list[tuple[bool, list[RevisionRow | StepRow]]]:
    """Rows of revisions and rows of smaller changes, by turns."""
    return [
        (is_revision, list(rows))
        for is_revision, rows in groupby(log_rows(view), key=lambda row: isinstance(row, RevisionRow))
    ]


def latest_changes(view: View) -> str:
    """The newest of what has happened, in a few rows."""
    rows = [(isinstance(row, StepRow), row) for row in log_rows(view)[:_LATEST]]
    return fragment("latest_changes.html", view=view, rows=rows)
