"""Compare a proposal with what it starts from, and judge it."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path

from strategi.content.layout import FOLDERS
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.content.tree import UnreadableFile, WorkingTree
from strategi.history.files import is_text
from strategi.history.proposals import Start, start_of
from strategi.history.repository import HistoryError
from strategi.history.rewritten import rewritten
from strategi.model.effects import ReaderEffects
from strategi.model.finding import Finding
from strategi.model.log import RevisionLog
from strategi.model.review import Cover, NewStrategy, Review, Weighing
from strategi.render.view import View
from strategi.rules.checking import check_strategy
from strategi.rules.former_words import check_former_words
from strategi.rules.history import check_log
from strategi.rules.new_findings import parted
from strategi.rules.proposals.new_strategies import OtherCounty
from strategi.rules.proposals.obstacles import (
    BASE_NOT_FOUND,
    BASE_UNREADABLE,
    BASE_WITHOUT_RULES,
    HEAD_UNREADABLE,
    TEXT_NOT_FOUND,
    obstacle,
    unreadable,
)
from strategi.rules.proposals.proposal import Proposal, Unjudgeable
from strategi.rules.proposals.registry import check_proposal
from strategi.rules.proposals.verdict import weigh
from strategi.site.effects import Files, reader_effects
from strategi.site.loading import Site, load_site
from strategi.site.page_checking import check_pages, check_pages_in

_CONTENT = ("strategy/", "indicators/")
_GOVERNANCE = "strategy/governance.yml"
_INFO = "strategy/strategy.yml"
_FIRST = "det finns ingen strategi där förslaget utgår från, och därför ingenting att jämföra med"
_READ_IT = "Den som ansvarar för webbplatsen läser allt och avgör."


def review(root: Path, base: str, today: date) -> Review:
    """Judge the files below `root` against `base`, by the rules that stood where they part. Raises nothing.

    Everything that keeps it from being judged is said in `obstacles`; then nothing may be merged.
    """
    try:
        start = start_of(root, base)
    except HistoryError as error:
        return Review(base="", obstacles=(obstacle(BASE_NOT_FOUND, str(error)),))
    old = read_strategy(start.tree, today=today)
    site = load_site(root, today)
    findings, standing = parted(_findings_now(site), _findings_then(start, old, site.log, today))
    found = _Found(start=start, old=old, site=site, findings=findings, standing=standing)
    return found.review()


class _Found:
    """Everything that a review is made of."""

    def __init__(
        self,
        *,
        start: Start,
        old: Reading,
        site: Site,
        findings: tuple[Finding, ...],
        standing: tuple[Finding, ...],
    ) -> None:
        self._start, self._old, self._head, self._site = start, old, site.reading, site
        self._findings, self._standing = findings, standing

    def review(self) -> Review:
        """Judge as far as what was found allows."""
        if self._is_first():
            return self._of_first_strategy()
        obstacles = self._obstacles()
        if obstacles:
            return self._without_judgement(obstacles)
        try:
            proposal = self._proposal
            if proposal.new_strategy:
                return self._of_new_strategy(proposal)
            return Review(
                base=self._start.commit,
                old=proposal.old,
                new=proposal.new,
                comparison=proposal.comparison,
                weighing=weigh(proposal),
                effects=self._effects(proposal),
                findings=tuple(sorted({*self._findings, *check_proposal(proposal)})),
                standing_findings=self._standing,
            )
        except (Unjudgeable, UnreadableFile) as error:
            return self._without_judgement((obstacle(TEXT_NOT_FOUND, str(error)),))

    def _of_new_strategy(self, proposal: Proposal) -> Review:
        """Nothing of it stood before, so every fault is the proposal's, and no page is compared."""
        return Review(
            base=self._start.commit,
            old=proposal.old,
            new=proposal.new,
            weighing=weigh(proposal),
            new_strategy=proposal.new_strategy,
            findings=tuple(sorted({*self._findings, *self._standing, *check_proposal(proposal)})),
        )

    def _is_first(self) -> bool:
        """Whether nothing of a strategy stands where it starts, and a sound one in the proposal."""
        is_empty = not any(self._start.tree.paths(folder) for folder in FOLDERS)
        return is_empty and not _faulty(self._head)

    def _of_first_strategy(self) -> Review:
        """There are no rules to judge it by, and nothing to compare it with: people must read it."""
        new = self._head.strategy
        assert new is not None, "a faulty one is no first strategy"
        to_be_read = OtherCounty().describe().in_words(new.words).at(_INFO, 1, 1, _FIRST, advice=_READ_IT)
        return Review(
            base=self._start.commit,
            new=new,
            weighing=Weighing(
                changes=(),
                change_class=None,
                mandate=None,
                cover=Cover.NOTHING,
                revision=None,
                compared_with=None,
            ),
            new_strategy=NewStrategy(former_id="", id=new.info.id, is_other_county=True),
            findings=tuple(sorted({*self._findings, *self._standing, to_be_read})),
        )

    def _without_judgement(self, obstacles: tuple[Finding, ...]) -> Review:
        return Review(
            base=self._start.commit,
            obstacles=obstacles,
            findings=self._findings,
            standing_findings=self._standing,
        )

    @cached_property
    def _proposal(self) -> Proposal:
        return Proposal.between(
            self._old,
            self._head,
            log=self._site.log,
            changed=self._start.changed,
            rewritten=rewritten(self._start.tree, WorkingTree(self._site.root)),
            is_behind=self._start.is_behind,
            today=self._site.today,
        )

    def _effects(self, proposal: Proposal) -> ReaderEffects:
        before = Files(tree=self._start.tree, strategy=proposal.old, log=proposal.log)
        after = Files(tree=WorkingTree(self._site.root), strategy=proposal.new, log=proposal.log)
        return reader_effects(before, after, today=proposal.today)

    def _obstacles(self) -> tuple[Finding, ...]:
        found = [
            obstacle(BASE_UNREADABLE, f"{each} går inte att läsa felfritt", each)
            for each in _faulty(self._old)
        ]
        found += [
            obstacle(HEAD_UNREADABLE, f"{each} går inte att läsa felfritt", each)
            for each in _faulty(self._head)
        ]
        if self._site.log.problem:
            found.append(obstacle(BASE_NOT_FOUND, self._site.log.problem))
        if not found and self._lacks_rules():
            found.append(obstacle(BASE_WITHOUT_RULES, "filen saknas där förslaget utgår från", _GOVERNANCE))
        return tuple(found)

    def _is_other_county(self) -> bool:
        found = self._proposal.new_strategy
        return found is not None and found.is_other_county

    def _lacks_rules(self) -> bool:
        """Whether content changes that only rules could judge. The rules themselves may be added."""
        old = self._old.strategy
        if old and self._head.strategy and self._is_other_county():
            return False
        touched = (each for each in self._start.changed if each.startswith(_CONTENT) and each != _GOVERNANCE)
        return old is not None and not (old.mandates and old.classes) and any(touched)


def _faulty(reading: Reading) -> tuple[str, ...]:
    """The files without which nothing can be judged, and that are not sound."""
    texts = frozenset(each for each in {*reading.paths, *reading.documents} if is_text(each))
    found = unreadable(reading, texts)
    return found or (() if reading.strategy else ("strategy/strategy.yml",))


def _findings_now(site: Site) -> tuple[Finding, ...]:
    return (*site.findings, *check_pages(site))


def _findings_then(start: Start, old: Reading, log: RevisionLog, today: date) -> tuple[Finding, ...]:
    """What was wrong already; former words among it, so that a proposal is not blamed for those it found."""
    found = (
        *check_strategy(old, today=today),
        *check_former_words(old),
        *check_log(log, old, is_publishing=False),
    )
    if old.strategy is None:
        return found
    view = View(strategy=old.strategy, today=today)
    return (*found, *check_pages_in(start.tree, view, old.words, broken=old.broken_ids))
