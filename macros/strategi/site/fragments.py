"""Keep fragments while an engine builds the pages around them.

A fragment needs nothing of what an engine does to Markdown, and to parse it again takes most of the time of
building. So a macro call leaves a comment on the page, and is carried out when the page is built.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from itertools import count

from strategi.site.ahead import CallKey
from strategi.site.failure import MacroFailure, failure_box


class Fragments:
    """The macro calls of one build, by the number that stands in their place."""

    def __init__(self, ahead: Callable[[], Mapping[CallKey, str]] = dict) -> None:
        self._ahead = ahead
        self._made: Mapping[CallKey, str] = {}
        self._waiting: dict[int, tuple[CallKey | None, Callable[[], str]]] = {}
        self._numbers = count(1)
        # No page can name the fragments of a build that is still to come.
        self._mark = secrets.token_hex(8)
        self._comment = re.compile(rf"<!--fragment {self._mark} (\d+)-->")

    def keep(self, key: CallKey | None, call: Callable[[], str]) -> str:
        """Keep a call, and give the comment to put in its place. The call may raise `MacroFailure`.

        `key` is that of a fragment that may be made ahead, or None.
        """
        number = next(self._numbers)
        self._waiting[number] = key, call
        return f"<!--fragment {self._mark} {number}-->"

    def wait(self) -> None:
        """Fetch what was made ahead."""
        self._made = self._ahead()

    def fill(self, page: str) -> tuple[str, list[MacroFailure]]:
        """Carry out the calls of a page. In the place of one that fails, the page says what is wrong."""
        failures: list[MacroFailure] = []

        def carried_out(comment: re.Match[str]) -> str:
            key, call = self._waiting[int(comment[1])]
            try:
                return self._made[key] if key and key in self._made else call()
            except MacroFailure as failure:
                failures.append(failure)
                return failure_box(failure)

        return self._comment.sub(carried_out, page), failures


_current: Fragments | None = None


def begin_fragments(ahead: Callable[[], Mapping[CallKey, str]] = dict) -> Fragments:
    """Keep the fragments of the build that follows. Whoever begins must fill them in afterwards."""
    global _current
    _current = Fragments(ahead)
    return _current


def end_fragments() -> None:
    """Keep no more."""
    global _current
    _current = None


def current_fragments() -> Fragments | None:
    """Where to keep fragments. None where nobody will fill them in: another engine is run on its own."""
    return _current
