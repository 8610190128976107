"""What does the history know, as far as this copy of it reaches?"""

from __future__ import annotations

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
from strategi.history.states import PastReader
from strategi.history.steps import describe
from strategi.history.strategies import strategies
from strategi.history.stretches import stretches
from strategi.history.texts import TextSearch, texts_now
from strategi.model.log import Beginning, RevisionLog
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
    line = strategies(whole, outlines).own_line(strategy.info.id)
    beginning = _beginning(line)
    if not line.commits:
        return RevisionLog(texts=texts_now(strategy), beginning=beginning)
    reader = PastReader(blobs, today=today)
    search = TextSearch(line, reader, strategy)
    texts = search.texts()
    if is_shallow(repository):
        return RevisionLog(texts=texts, problem=f"{_INCOMPLETE}: {_SHALLOW}")
    try:
        steps, corrections = describe(tuple(stretches(line, search.cuts())), outlines, blobs)
        days = last_changes(line, outlines)
    except HistoryError as error:
        return RevisionLog(texts=texts, problem=_problem(repository, error))
    return RevisionLog(
        texts=texts,
        steps=steps,
        corrections=corrections,
        last_changes=days,
        beginning=beginning,
        counties=tuple(counties(line, reader)),
    )


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
