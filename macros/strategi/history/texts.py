"""Find the text of each recorded revision in the history, as its digest proves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from strategi.history.files import is_text
from strategi.history.line import Commit, Line
from strategi.history.states import Files, PastReader, states
from strategi.model.digest import digest
from strategi.model.governance import Revision
from strategi.model.log import RecordedText
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a step that led to the text of a revision, or to a corrected rendering of it."""

    revision_id: RevisionId
    is_correction: bool


class TextSearch:
    """Looks for the texts of revisions: on the line, in the files as they stand, and in what was merged.

    A state is not read where no governed file differs from one that has been read.
    """

    def __init__(self, line: Line, reader: PastReader, strategy: Strategy) -> None:
        self._line = line
        self._reader = reader
        self._strategy = strategy
        self._digests: dict[int, str] = {}

    def texts(self) -> tuple[RecordedText, ...]:
        """Every recorded revision with its text, in the newest rendering."""
        found = {each.id: (self._text(each), self._first_text(each)) for each in self._strategy.revisions}
        same = {id(text): self._as_called_now(text) for texts in found.values() for text in texts if text}
        return tuple(
            RecordedText(revision=each, strategy=same.get(id(newest)), first=same.get(id(first)))
            for each in self._strategy.revisions
            for newest, first in (found[each.id],)
        )

    def _as_called_now(self, text: Strategy) -> Strategy:
        """A past text in the words of today: what its parts are called around it is no part of it."""
        terms = self._strategy.terms
        return text if text.terms == terms else replace(text, terms=terms)

    def cuts(self) -> Mapping[int, Cut]:
        """Where the line is cut: the last commit, of the first day, that holds the text of a revision.

        With all that was done on that day, the step is the same however the change was merged.
        """
        cuts: dict[int, Cut] = {}
        for revision in self._strategy.revisions:
            for each in reversed(revision.digests):
                place = self._place(each, revision)
                if place is not None:
                    cut = Cut(revision.id, is_correction=each != revision.digest)
                    cuts.setdefault(self._end_of_day(self._first(place)), cut)
        return cuts

    @cached_property
    def _digest_now(self) -> str:
        return digest(self._strategy)

    @cached_property
    def _files(self) -> Sequence[Files]:
        return tuple(states(self._line.commits, {}))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return tuple(_starts(self._line.commits))

    def _first_text(self, revision: Revision) -> Strategy | None:
        """The text before it was corrected; None where it has not been."""
        return self._text_of(revision, revision.digests[-1]) if len(revision.digests) > 1 else None

    def _text(self, revision: Revision) -> Strategy | None:
        return self._text_of(revision, revision.digests[0]) if revision.digests else None

    def _text_of(self, revision: Revision, wanted: str) -> Strategy | None:
        place = self._place(wanted, revision)
        if place is not None:
            return self._reader.strategy(self._files[place])
        if wanted == self._digest_now:
            return _without_figures(self._strategy)
        merged = (files for files in self._merged() if self._reader.digest(files) == wanted)
        return next((text for text in map(self._reader.strategy, merged) if self._is_ours(text)), None)

    def _is_ours(self, text: Strategy | None) -> bool:
        """Whether a text beside the line is this strategy's, and not another's that was merged too."""
        return text is not None and text.info.id == self._strategy.info.id

    def _place(self, wanted: str, revision: Revision) -> int | None:
        """A commit on the line whose text has the digest."""
        places = self._places(f"strategy/revisions/{revision.id}.yml", is_now=wanted == self._digest_now)
        return next((place for place in places if self._digest(place) == wanted), None)

    def _places(self, record: str, *, is_now: bool) -> Iterator[int]:
        """Where to look: where the record was written, last, before that and after it.

        A text that the files hold now need not be looked for further: it may not have been committed yet.
        """
        last = len(self._files) - 1
        written = [at for at, each in enumerate(self._line.commits) if _writes(each, record)]
        yield from written
        yield last
        if not is_now:
            start = written[0] if written else last
            yield from range(start - 1, -1, -1)
            yield from range(start + 1, last)

    def _digest(self, place: int) -> str:
        start = self._starts[place]
        if start not in self._digests:
            self._digests[start] = self._reader.digest(self._files[start])
        return self._digests[start]

    def _first(self, place: int) -> int:
        """The commit from which on the text has stood."""
        start = self._starts[place]
        while start and self._digest(start - 1) == self._digest(place):
            start = self._starts[start - 1]
        return start

    def _end_of_day(self, place: int) -> int:
        """The last commit of the same day that leaves the text as it is."""
        days, last = self._line.days, len(self._files) - 1
        end = place
        while end < last and days[end + 1] == days[place] and self._digest(end + 1) == self._digest(place):
            end += 1
        return end

    def _merged(self) -> Iterator[Files]:
        """The states beside the line in which governed files were changed, newest first."""
        line, before = self._line.commits, self._line.before
        on_line = {commit.id: files for commit, files in zip(before, states(before, {}), strict=True)}
        on_line |= {commit.id: files for commit, files in zip(line, self._files, strict=True)}
        beside = list(zip(self._line.others, states(self._line.others, on_line), strict=True))
        return (files for commit, files in reversed(beside) if _changes_text(commit))


def texts_now(strategy: Strategy) -> tuple[RecordedText, ...]:
    """Every recorded revision, with its text where that is what the files hold now."""
    now, found = _without_figures(strategy), digest(strategy)
    return tuple(
        RecordedText(revision=each, strategy=now if each.digests[:1] == (found,) else None)
        for each in strategy.revisions
    )


def _without_figures(strategy: Strategy) -> Strategy:
    """The strategy as a text: figures are not part of what was decided."""
    return replace(strategy, series={})


def _starts(commits: tuple[Commit, ...]) -> Iterator[int]:
    """For every commit, the one from which on no governed file was changed."""
    start = 0
    for at, commit in enumerate(commits):
        start = at if _changes_text(commit) else start
        yield start


def _changes_text(commit: Commit) -> bool:
    return any(is_text(each.path) for each in commit.changes)


def _writes(commit: Commit, record: str) -> bool:
    return any(each.path == record and each.after for each in commit.changes)
