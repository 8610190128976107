"""Read the history of the strategy, as far as this copy of it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from strategi.content.garbage import without_garbage_collection
from strategi.history.blobs import Blobs
from strategi.history.commands import ask
from strategi.history.counties import counties
from strategi.history.last_changes import last_changes
from strategi.history.line import Line, line_of, read_commits
from strategi.history.outlines import Outlines
from strategi.history.repository import (
    HistoryError,
    is_partial,
    is_shallow,
    open_repository,
    prefix_of,
)
from strategi.history.states import PastReader, states
from strategi.history.steps import describe
from strategi.history.strategies import Strategies, strategies
from strategi.history.stretches import stretches
from strategi.history.texts import TextSearch, texts_now
from strategi.model.log import Beginning, FormerStrategy, RevisionLog
from strategi.model.strategy import Strategy

if TYPE_CHECKING:
    from git import Repo

_INCOMPLETE = "historiken är ofullständig i denna kopia"
_SHALLOW = "äldre versioner är inte hämtade hit (git fetch --unshallow hämtar dem)"
_PARTIAL = "filerna i äldre versioner är inte hämtade hit (git clone utan --filter hämtar dem)"
_NO_COMMITS = "ingen version är sparad i historiken än"
_NO_FILES = "ingen version i historiken har strategins filer"


def head(root: Path) -> str:
    """Name the commit that the log of `root` is read up to; "" where there is none. Raises nothing."""
    try:
        return _head(open_repository(root))
    except HistoryError:
        return ""


def _head(repository: Repo) -> str:
    """Git is asked only where there is no commit yet, or where references are not kept as files."""
    from git import SymbolicReference

    try:
        return str(SymbolicReference.dereference_recursive(repository, "HEAD"))
    except ValueError:
        return ask(repository, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()


@without_garbage_collection()
def read_log(root: Path, strategy: Strategy, *, today: date) -> RevisionLog:
    """Read the history of the files below `root`, of which `strategy` is what they hold now. Raises nothing.

    Two processes of git are started, however much there is to read. Where this copy of the history is cut
    short, `problem` says why, and there are no steps: their days would be wrong.
    """
    try:
        repository = open_repository(root)
    except HistoryError as error:
        return RevisionLog(texts=texts_now(strategy), problem=f"{_INCOMPLETE}: {error}")
    try:
        return _log(repository, root, strategy, today=today)
    except HistoryError as error:
        return RevisionLog(texts=texts_now(strategy), problem=_problem(repository, error))


def _log(repository: Repo, root: Path, strategy: Strategy, *, today: date) -> RevisionLog:
    # Started first, so that it is ready when the log has been read.
    blobs = Blobs(repository)
    outlines = Outlines()
    commits = outlines.read(read_commits(repository, prefix_of(repository, root)), blobs)
    whole = line_of(commits, today=today)
    if whole.is_empty:
        raise HistoryError(_NO_FILES)
    found = strategies(whole, outlines)
    line, reader = found.own_line(strategy.info.id), PastReader(blobs, today=today)
    try:
        if not is_shallow(repository):
            return _Histories(found, outlines, blobs, reader).of(strategy, line)
        problem = f"{_INCOMPLETE}: {_SHALLOW}"
    except HistoryError as error:
        problem = _problem(repository, error)
    # The texts that are here can be read although not every step can be told.
    texts = TextSearch(line, reader, strategy).texts() if line.commits else texts_now(strategy)
    return RevisionLog(texts=texts, problem=problem)


@dataclass(frozen=True)
class _Histories:
    """Makes the log of each strategy of the same repository from its part of the line."""

    _strategies: Strategies
    _outlines: Outlines
    _blobs: Blobs
    _reader: PastReader

    def of(self, strategy: Strategy, line: Line) -> RevisionLog:
        """Make the log of a strategy, and of those that it succeeds. Raises `HistoryError`."""
        former = self._former(strategy, line)
        if not line.commits:
            return RevisionLog(texts=texts_now(strategy), beginning=_beginning(line), former=former)
        search = TextSearch(line, self._reader, strategy)
        texts = search.texts()
        divided = tuple(stretches(line, search.cuts()))
        steps, corrections = describe(divided, self._outlines, self._blobs)
        return RevisionLog(
            texts=texts,
            steps=steps,
            corrections=corrections,
            last_changes=last_changes(line, self._outlines),
            beginning=_beginning(line),
            former=former,
            counties=tuple(counties(line, self._reader)),
        )

    def _former(self, strategy: Strategy, own: Line) -> FormerStrategy | None:
        """The one that it says that it succeeds, in the newest version of it that can be read."""
        wanted = strategy.info.succeeds
        if wanted is None or wanted == strategy.info.id:
            return None
        line = self._strategies.former_line(wanted, own)
        versions = reversed([*states(line.commits, {})])
        former = next((text for text in map(self._reader.strategy, versions) if text), None)
        if former is None:
            return None
        return FormerStrategy(strategy=former, log=self.of(former, line), ended_on=line.days[-1])


def _beginning(line: Line) -> Beginning | None:
    """Where another strategy came before, the day on which this one took over."""
    if not line.before:
        return None
    return Beginning(began_on=line.days[0] if line.days else None)


def _problem(repository: Repo, error: HistoryError) -> str:
    reason = str(error)
    if "bad revision 'HEAD'" in reason:
        reason = _NO_COMMITS
    elif is_partial(repository):
        reason = _PARTIAL
    return f"{_INCOMPLETE}: {reason}"
