"""Where are finished fragments kept while an engine builds the pages around them?

A fragment needs nothing of what an engine does to Markdown, and to parse it again takes most of the time of
building. So a macro leaves a comment on the page, and the fragment takes its place when the page is built.
"""

from __future__ import annotations

import re
from itertools import count

from macros.site.failure import MacroFailure, failure_box

_COMMENT = re.compile(r"<!--fragment (\d+)-->")


class Fragments:
    """The fragments of one build, by the number that stands in their place."""

    def __init__(self) -> None:
        self.failures: list[MacroFailure] = []
        """The calls that gave no fragment; on the page, each says what is wrong."""
        self._kept: dict[int, str] = {}
        self._numbers = count(1)

    def keep(self, fragment: str) -> str:
        """Keep HTML and give the comment to put in its place; plain text is given back."""
        if "<" not in fragment:
            return fragment
        number = next(self._numbers)
        self._kept[number] = fragment
        return f"<!--fragment {number}-->"

    def fail(self, failure: MacroFailure) -> str:
        """Remember that a call gave no fragment, and show in its place why."""
        self.failures.append(failure)
        return self.keep(failure_box(failure))

    def fill(self, page: str) -> str:
        """Put every fragment in its place."""
        return _COMMENT.sub(lambda found: self._kept[int(found[1])], page)


_current: Fragments | None = None


def begin_fragments() -> Fragments:
    """Keep the fragments of the build that follows. Whoever begins must fill them in afterwards."""
    global _current
    _current = Fragments()
    return _current


def end_fragments() -> None:
    """Keep no more."""
    global _current
    _current = None


def current_fragments() -> Fragments | None:
    """Where to keep fragments. None where nobody will fill them in: another engine is run on its own."""
    return _current
