"""The whole life of an invented county's strategy, step by step, in a real repository.

Everything here is invented: the county, its sixteen principals, the bodies, and above all what is decided
after 2022. Each step is a proposal on a branch of its own: it is judged, then merged the way that is chosen,
and what readers then see is written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import feedparser
from selectolax.lexbor import LexborHTMLParser
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.digest import digest
from strategi.model.finding import Severity
from strategi.model.review import Review
from strategi.render.feeds.atom import decision_feed
from strategi.render.strategy.standing import standing
from strategi.render.terminal.log_text import log_text
from strategi.render.view import View
from strategi.site.loading import load_site
from strategi.site.reviewing import review

from tests.engine.history.repositories import commit, git

Files = Mapping[str, str]
Merge = Callable[[Path, str, date], None]


def merge_commit(root: Path, message: str, day: date) -> None:
    """Merge the branch with a commit of two parents."""
    git(root, "merge", "--quiet", "--no-ff", "--message", message, "forslag", on=str(day))


def squash(root: Path, message: str, day: date) -> None:
    """Make one commit of the branch; its own commits are lost."""
    git(root, "merge", "--quiet", "--squash", "forslag")
    git(root, "commit", "--quiet", "--message", message, on=str(day))


def rebase(root: Path, message: str, day: date) -> None:
    """Put the commits of the branch on main anew; they get other names."""
    git(root, "cherry-pick", "--allow-empty", "main..forslag", on=str(day))


MERGES: Mapping[str, Merge] = {"merge": merge_commit, "squash": squash, "rebase": rebase}


@dataclass
class Life:
    """A repository whose main is led from step to step, and a transcript of it."""

    root: Path
    merge: Merge
    transcript: list[str] = field(default_factory=list)
    _told: dict[str, list[str]] = field(default_factory=dict)

    def begin(self, title: str, day: date, files: Files) -> None:
        """Commit the first files on main; nothing is there to compare them with."""
        commit(self.root, _bytes(files), title, on=str(day))
        self.transcript.append(f"# {day} {title}")
        self.look(day)

    def propose(self, title: str, day: date, *commits: Files, ruling: str) -> Review:
        """Judge a proposal of one or more commits. One that may be merged is; another is left."""
        git(self.root, "switch", "--quiet", "--create", "forslag", "main")
        for files in commits:
            commit(self.root, _bytes(files), title, on=str(day))
        found = review(self.root, "main", day)
        self.transcript.append(f"\n# {day} {title}")
        self.transcript.append(f"bedömning: {', '.join(_judged(found))}")
        assert found.ruling.value == ruling, "\n".join(self.transcript[-2:])
        git(self.root, "switch", "--quiet", "main")
        if ruling == "may-be-merged":
            self.merge(self.root, title, day)
            self.look(day)
        git(self.root, "branch", "--quiet", "--delete", "--force", "forslag")
        return found

    def wait(self, title: str, day: date) -> None:
        """Let time pass."""
        self.transcript.append(f"\n# {day} {title}")
        self.look(day)

    def look(self, day: date) -> None:
        """Write down what a reader now sees: the banner always, log and feed where they say anything new."""
        site = load_site(self.root, day, is_publishing=True)
        assert site.errors == (), site.errors
        view = site.view()
        self.transcript.append(f"läsaren ser: {_plain(standing(view))}")
        self._tell("loggen", [line for line in log_text(view, width=1000).plain.splitlines() if line.strip()])
        self._tell("flödet", _titles(view))

    def text(self, path: str) -> str:
        """A file as it stands on main."""
        return (self.root / path).read_text("utf-8")

    def changed(self, path: str, *edits: tuple[str, str]) -> dict[str, str]:
        """A file with other words."""
        text = self.text(path)
        for before, after in edits:
            assert before in text, f"{before!r} is not in {path}"
            text = text.replace(before, after, 1)
        return {path: text}

    def digest_with(self, files: Files) -> str:
        """The digest of the text, were these files on main."""
        before = {path: self.text(path) for path in files if (self.root / path).exists()}
        _write(self.root, files)
        strategy = read_strategy(WorkingTree(self.root), today=date(2026, 1, 1)).strategy
        for path in files:
            (self.root / path).unlink()
        _write(self.root, before)
        assert strategy
        return digest(strategy)

    def _tell(self, what: str, lines: list[str]) -> None:
        known = self._told.get(what, [])
        self.transcript += [f"  {what}: {line.strip()}" for line in lines if line not in known]
        self._told[what] = lines


def _judged(found: Review) -> Iterator[str]:
    weighing = found.weighing
    yield found.ruling.value
    if weighing and weighing.change_class:
        yield weighing.change_class.value
        yield weighing.cover.value
    for each in found.findings:
        mark = "" if each.severity is Severity.ERROR else " (varning)"
        yield f"{each.rule_id} {each.message}{mark}"


def _plain(html: str) -> str:
    tree = LexborHTMLParser(html)
    tree.strip_tags([".ls-running"])
    node = tree.css_first(".ls-standing")
    assert node is not None
    return " ".join(node.text().split())


def _titles(view: View) -> list[str]:
    return [each.title for each in feedparser.parse(decision_feed(view).encode()).entries]


def _bytes(files: Files) -> dict[str, bytes]:
    return {path: text.encode() for path, text in files.items()}


def _write(root: Path, files: Files) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
