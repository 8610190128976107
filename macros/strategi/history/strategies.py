"""Part the line of history by whose it is: a strategy's own begins where its id does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from strategi.history.line import Change, Commit, Line
from strategi.history.outlines import Outlines
from strategi.history.trees import Blob

INFO = "strategy/strategy.yml"


@dataclass(frozen=True, slots=True)
class Strategies:
    """The line, and the id of the strategy at each of its commits; "" before any could be read."""

    line: Line
    ids: tuple[str, ...]

    def own_line(self, strategy_id: str) -> Line:
        """The commits from which on the strategy has had the id; none where the newest holds another."""
        return self._cut(self._start(len(self.ids), strategy_id), len(self.ids))

    def former_line(self, strategy_id: str, own: Line) -> Line:
        """The last stretch before a strategy's own line in which the id was this one."""
        end = len(own.before)
        while end and self.ids[end - 1] != strategy_id:
            end -= 1
        return self._cut(self._start(end, strategy_id), end)

    def _start(self, end: int, strategy_id: str) -> int:
        """Walk back from a place; where the id cannot be read, it is taken to be what it was."""
        start = end
        while start and self.ids[start - 1] in ("", strategy_id):
            start -= 1
        return start

    def _cut(self, start: int, end: int) -> Line:
        if start == 0 and end == len(self.ids):
            return self.line
        before, commits = self.line.commits[:start], self.line.commits[start:end]
        first = [_as_first(before, commits[0])] if commits else []
        return replace(
            self.line, commits=(*first, *commits[1:]), days=self.line.days[start:end], before=before
        )


def strategies(line: Line, outlines: Outlines) -> Strategies:
    """Tell whose each commit is. Raises `HistoryError` where a version is missing."""
    return Strategies(line, tuple(_ids(line.commits, outlines)))


def only_info(commits: Iterable[Commit]) -> Iterator[Commit]:
    """The commits with what they changed of the strategy's own facts alone."""
    for commit in commits:
        yield commit._replace(changes=tuple(change for change in commit.changes if change.path == INFO))


def _ids(commits: Iterable[Commit], outlines: Outlines) -> Iterator[str]:
    """A version without a readable id says nothing: only another id is another strategy."""
    found = ""
    for commit in commits:
        for change in commit.changes:
            if change.path == INFO:
                outline = outlines.of(INFO, change.after)
                found = (outline.word("id") if outline else "") or found
        yield found


def _as_first(before: Sequence[Commit], commit: Commit) -> Commit:
    """The commit as one that rests on nothing: every file that stands in it is new."""
    content = _standing(change for each in (*before, commit) for change in each.changes)
    pages = _standing(change for each in (*before, commit) for change in each.pages)
    return commit._replace(parents=(), changes=content, pages=pages)


def _standing(changes: Iterable[Change]) -> tuple[Change, ...]:
    files: dict[str, Blob] = {}
    for path, _, after in changes:
        if after is None:
            files.pop(path, None)
        else:
            files[path] = after
    return tuple(Change(path, None, blob) for path, blob in sorted(files.items()))
