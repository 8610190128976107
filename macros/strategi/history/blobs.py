"""Read the contents of files by object id, all of them from one `git cat-file --batch`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from strategi.history.commands import Conversation

if TYPE_CHECKING:
    from git import Repo

# Twice so many ids fit in the smallest pipe there is (4 kB), so that neither side waits for the other.
_AT_A_TIME = 25


class Blobs:
    """Reads contents from a repository, in one conversation that begins at once."""

    def __init__(self, repository: Repo) -> None:
        self._git = Conversation(repository, "cat-file", "--batch")

    def read(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Give the contents in the order asked for, without those that are not here. Raises `HistoryError`.

        To be read to its end. Git works on those that come next while the caller uses one.
        """
        rest = iter(ids)
        asked = self._ask(rest)
        while asked:
            following = self._ask(rest)
            for each in asked:
                data = self._answer()
                if data is not None:
                    yield each, data
            asked = following

    def _ask(self, ids: Iterator[str]) -> list[str]:
        some = list(islice(ids, _AT_A_TIME))
        self._git.say("".join(f"{each}\n" for each in some))
        return some

    def _answer(self) -> bytes | None:
        """Take the next content; None where the object is missing, or is not a file's content."""
        facts = self._git.line().split(b" ")
        if len(facts) < 3:
            return None
        _, kind, size = facts
        data = self._git.data(int(size))
        return data if kind == b"blob" else None
