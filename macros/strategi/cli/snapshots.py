"""Find the strategy that a command-line word names: a revision, a version in git or the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from strategi.cli.outcome import NotRun
from strategi.cli.trees import find_tree
from strategi.content.reader import read_strategy
from strategi.content.tree import Tree
from strategi.history.chronicle import read_log
from strategi.history.files import is_text
from strategi.history.rewritten import rewritten
from strategi.model.finding import Severity
from strategi.model.log import RevisionLog
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.render.terminal.differences import Snapshot, SnapshotKind
from strategi.words.numbers import moment

WORKING = "working"


@dataclass(frozen=True, kw_only=True)
class Found:
    """A strategy, and the files that it was read from; None for a revision, which is a text."""

    snapshot: Snapshot
    tree: Tree | None = None


class Snapshots:
    """Finds strategies by the words that editors use. A revision goes before a name in git."""

    def __init__(self, root: Path, today: date) -> None:
        self._root = root
        self._today = today

    def find(self, word: str) -> Found:
        """Find the strategy. Raise NotRun where there is none, or where its text is not sound."""
        if word == WORKING:
            return self._found(SnapshotKind.WORKING, word, find_tree(self._root, None))
        revision_id = RevisionId.read(word)
        if revision_id is not None and self._is_recorded(revision_id):
            return self._revision(revision_id)
        return self._found(SnapshotKind.COMMIT, word, self._tree_at(word))

    @cached_property
    def log(self) -> RevisionLog:
        """What the history knows."""
        return read_log(self._root, self.working, today=self._today)

    @cached_property
    def working(self) -> Strategy:
        """The files as they stand, without figures. Raise NotRun where they make no strategy."""
        tree = find_tree(self._root, None)
        strategy = read_strategy(tree, today=self._today, with_figures=False).strategy
        if strategy is None:
            raise NotRun(f"strategin i filerna går inte att läsa; {_advice(WORKING)}")
        return strategy

    def _is_recorded(self, word: RevisionId) -> bool:
        """Whether the strategy, or one that it succeeds, records the revision."""
        return self._log_with(word) is not None

    def _log_with(self, word: str) -> RevisionLog | None:
        """The log of the strategy that records the revision: this one, or one that it succeeds."""
        strategy, log = self.working, None
        while all(str(each.id) != word for each in strategy.revisions):
            former = (log or self.log).former if strategy.info.succeeds else None
            if former is None:
                return None
            strategy, log = former.strategy, former.log
        return log or self.log

    def _tree_at(self, word: str) -> Tree:
        try:
            return find_tree(self._root, word)
        except NotRun as error:
            known = ", ".join(str(each.id) for each in self.working.revisions) or "inga är registrerade"
            raise NotRun(
                f"{error.message}. Välj en revidering ({known}), ett namn i git eller {WORKING}."
            ) from error

    def _revision(self, revision_id: RevisionId) -> Found:
        log = self._log_with(revision_id) or self.log
        text = log.text(revision_id)
        if text is None:
            why = log.problem or "ingen text i historiken har revideringens kontrollsumma"
            raise NotRun(f"texten till revideringen {moment(revision_id)} finns inte här: {why}")
        kind = SnapshotKind.REVISION
        return Found(snapshot=Snapshot(kind=kind, name=revision_id, strategy=text, is_whole=False))

    def _found(self, kind: SnapshotKind, word: str, tree: Tree) -> Found:
        reading = read_strategy(tree, today=self._today)
        faults = {each.path for each in reading.findings if each.severity is Severity.ERROR}
        if reading.strategy is None or any(map(is_text, faults)):
            raise NotRun(f"strategins text i {_place(word)} går inte att läsa felfritt; {_advice(word)}")
        snapshot = Snapshot(kind=kind, name=word, strategy=reading.strategy, is_whole=not faults)
        return Found(snapshot=snapshot, tree=tree)


def rewritten_in(old: Found, new: Found) -> frozenset[str]:
    """Ids of the indicators whose files of figures differ as text; a revision has none."""
    return rewritten(old.tree, new.tree) if old.tree and new.tree else frozenset()


def _place(word: str) -> str:
    return "filerna" if word == WORKING else f"git-versionen {word}"


def _advice(word: str) -> str:
    return f"kör strategi check{'' if word == WORKING else f' --rev {word}'}"
