"""Make every page that the strategy asks for, as Markdown with calls of macros."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TypeVar

from strategi.model.governance import DecisionKind, Principal, Revision
from strategi.model.indicator import Indicator
from strategi.model.parts import RoadmapSection, Subgoal, Wording
from strategi.render import addresses
from strategi.render.history.comparisons import comparable_pairs
from strategi.render.history.former import former_views
from strategi.render.made import descriptions
from strategi.render.made.page import MadePage, page_path
from strategi.render.made.people import who_have_decided, who_they_are
from strategi.render.names import PRINCIPLES_ID, VISION_ID, name
from strategi.render.overviews import absent_pages
from strategi.render.revisions.chooser import working_base
from strategi.render.revisions.former_part import former_addresses, former_title
from strategi.render.templating import page_markdown
from strategi.render.view import View
from strategi.render.wording.part_words import goal_title
from strategi.words.numbers import moment

# What a page's facts rest on when no file is theirs alone.
_INFO = "strategy/strategy.yml"
_PRINCIPALS = "strategy/principals.yml"
_REVISION = "strategy/revisions/{}.yml"
_LEDGER = "strategy/adoptions/{}.yml"
P = TypeVar("P", bound=Subgoal | RoadmapSection)


def made_pages(view: View, files: Mapping[str, str], own: Mapping[str, str]) -> tuple[MadePage, ...]:
    """Every page, in the order in which the site is read; none of what the strategy does not have.

    `files` gives the file of each part and indicator by its id. `own` are the county's own pages, as files
    below `docs/` by address: made pages lead to them. One that takes a page's place does not unmake it.
    """
    return tuple(_Catalogue(view, files, own).pages())


class _Catalogue:
    def __init__(self, view: View, files: Mapping[str, str], own: Mapping[str, str]) -> None:
        self._view, self._strategy = view, view.strategy
        self._files, self._own = files, own
        self._absent = absent_pages(view.strategy)
        self._words = view.strategy.words

    def pages(self) -> Iterator[MadePage]:
        """The pages of what there is."""
        overviews = (*self._strategy_pages(), *self._figures_pages(), *self._decision_pages())
        for page in (*overviews, *self._site_pages()):
            if page.address not in self._absent:
                yield page

    def _strategy_pages(self) -> Iterator[MadePage]:
        strategy = self._strategy
        yield self._page(
            addresses.START, "start.md", "Startsidan", description=descriptions.start_description(strategy)
        )
        contents = descriptions.strategy_description(strategy)
        yield self._page(addresses.STRATEGY, "strategy.md", "Vad strategin består av", description=contents)
        yield from self._vision()
        yield self._page(
            addresses.subgoals_address(self._words), "subgoals.md", f"Alla {self._words.goal.plural}"
        )
        yield from (self._subgoal(subgoal) for subgoal in self._subgoals())
        yield from self._principles()
        yield self._page(
            addresses.roadmap_address(self._words), "roadmap.md", self._words.roadmap.capital.definite
        )
        yield from (self._section(section) for section in self._sections())
        yield self._page(addresses.WHOLE, "whole.md", "Hela strategin på en sida")

    def _vision(self) -> Iterator[MadePage]:
        vision = self._strategy.vision
        if vision is not None:
            yield self._page(
                addresses.vision_address(self._words),
                "vision.md",
                vision.title,
                VISION_ID,
                source="strategy/vision.md",
            )

    def _subgoals(self) -> tuple[Subgoal, ...]:
        """Those that are shown, and those to come, whose pages say that they are."""
        coming = self._view.upcoming.subgoals if self._view.upcoming else ()
        return _with_coming(self._strategy.subgoals, coming)

    def _sections(self) -> tuple[RoadmapSection, ...]:
        coming = self._view.upcoming.roadmap if self._view.upcoming else ()
        return _with_coming(self._strategy.roadmap, coming)

    def _subgoal(self, subgoal: Subgoal) -> MadePage:
        return self._page(
            addresses.subgoal_address(self._words, subgoal.id),
            "subgoal.md",
            goal_title(self._words, subgoal.id, subgoal.title),
            subgoal.id,
            description=descriptions.subgoal_description(self._strategy, subgoal),
        )

    def _section(self, section: RoadmapSection) -> MadePage:
        description = descriptions.section_description(self._words, section)
        address = addresses.section_address(self._words, section.id)
        return self._page(address, "section.md", section.title, section.id, description=description)

    def _principles(self) -> Iterator[MadePage]:
        principles = self._strategy.principles
        if principles is not None:
            yield self._page(
                addresses.principles_address(self._words),
                "principles.md",
                principles.title,
                PRINCIPLES_ID,
                source="strategy/principles.md",
                description=descriptions.principles_description(self._strategy),
            )

    def _figures_pages(self) -> Iterator[MadePage]:
        description = descriptions.indicators_description(self._strategy)
        source = "indicators/sources.yml"
        yield self._page(
            addresses.indicators_address(self._words),
            "indicators.md",
            f"Alla {self._words.indicator.plural}",
            source=source,
            description=description,
        )
        yield from (self._indicator(indicator) for indicator in self._strategy.indicators)

    def _indicator(self, indicator: Indicator) -> MadePage:
        return self._page(
            addresses.indicator_address(self._words, indicator.id),
            "indicator.md",
            name(self._view, indicator.id),
            indicator.id,
            description=descriptions.indicator_description(self._strategy, indicator),
        )

    def _decision_pages(self) -> Iterator[MadePage]:
        yield from self._principals()
        revisions = self._strategy.revisions
        if not revisions:
            return
        latest = _REVISION.format(revisions[-1].id)
        deciders = who_have_decided(self._strategy)
        yield self._page(
            addresses.REVISIONS, "revisions.md", "Alla revideringar", source=latest, deciders=deciders
        )
        yield from self._history(self._view)
        yield self._page(addresses.COMPARISONS, "chooser.md", "Jämför versioner", source=latest)
        for earlier in former_views(self._view):
            yield from self._history(earlier)
        for address, part_id in former_addresses(self._view).items():
            yield self._page(address, "former_part.md", former_title(self._view, part_id), part_id)

    def _principals(self) -> Iterator[MadePage]:
        principals = self._strategy.principals
        if not principals:
            return
        who = who_they_are(principals, self._words)
        yield self._page(
            addresses.principals_address(self._words),
            "principals.md",
            f"Alla {self._words.principal.plural}",
            source=_PRINCIPALS,
            description=descriptions.principals_description(self._strategy),
            who=who,
        )
        yield from (self._principal(principal) for principal in principals)
        is_recommended = any(
            revision.decision is DecisionKind.RECOMMENDED for revision in self._strategy.revisions
        )
        ledgers = self._strategy.ledgers
        yield self._page(
            addresses.ADOPTIONS,
            "adoptions.md",
            "Antaganden",
            source=_LEDGER.format(max(ledgers)) if ledgers else "",
            who=who,
            is_recommended=is_recommended,
        )

    def _principal(self, principal: Principal) -> MadePage:
        description = descriptions.principal_description(self._words, principal)
        return self._page(
            addresses.principal_address(self._words, principal.id),
            "principal.md",
            principal.name,
            principal.id,
            source=_PRINCIPALS,
            description=description,
            principal=principal,
        )

    def _history(self, view: View) -> Iterator[MadePage]:
        """A page for each revision of a strategy, this one or a former, and each comparison of two."""
        yield from (self._revision(view, revision) for revision in view.strategy.revisions)
        for old, new in comparable_pairs(view.log):
            address = addresses.comparison_address(old.id, new.id)
            label = f"Jämförelse: {moment(old.id)} och {moment(new.id)}"
            yield self._page(address, "comparison.md", label, source=_record(view, new), old=old, new=new)
        yield from self._comparison_with_working(view)

    def _revision(self, view: View, revision: Revision) -> MadePage:
        return self._page(
            addresses.revision_address(revision.id),
            "revision.md",
            f"Revideringen {moment(revision.id)}",
            revision.id,
            source=_record(view, revision),
            revision=revision,
        )

    def _comparison_with_working(self, view: View) -> Iterator[MadePage]:
        base = working_base(view)
        if base:
            address = addresses.comparison_address(base, None)
            label = f"Jämförelse: {moment(base)} och arbetskopian"
            yield self._page(
                address, "comparison_with_working.md", label, old=base, working=addresses.WORKING
            )

    def _site_pages(self) -> Iterator[MadePage]:
        is_rendered = self._strategy.info.wording is Wording.RENDERED
        yield self._page(addresses.ABOUT, "about.md", "Om webbplatsen", is_rendered=is_rendered)
        yield self._page(
            addresses.GLOSSARY,
            "glossary.md",
            "Ordlista",
            parts=descriptions.strategy_parts(self._strategy),
            first_indicator=next((indicator.id for indicator in self._strategy.indicators), ""),
        )
        yield self._page(addresses.CORRECTIONS, "corrections.md", "Rättelser")
        yield self._page(addresses.PROPOSE, "propose.md", "Föreslå en ändring")
        yield self._page(addresses.RULES, "rules.md", "Regler")
        yield self._page(addresses.DIGEST, "digest.md", "Kontrollsumma")
        yield self._page(addresses.ACCESSIBILITY, "accessibility.md", "Tillgänglighetsredogörelse")
        yield self._page(addresses.PRIVACY, "privacy.md", "Integritet")

    def _page(
        self, address: str, template: str, label: str, id: str = "", source: str = "", **context: object
    ) -> MadePage:
        here = page_path(address, self._words)

        def to(other: str) -> str:
            """The way from this page's file to that of another."""
            return posixpath.relpath(
                self._own.get(other) or page_path(other, self._words), posixpath.dirname(here) or "."
            )

        markdown = page_markdown(
            template,
            strategy=self._strategy,
            words=self._words,
            principals=self._strategy.principals,
            id=id,
            source=source or self._files.get(id, _INFO),
            to=to,
            has=lambda other: other not in self._absent,
            **context,
        )
        return MadePage(address=address, path=here, label=label, id=id, markdown=markdown)


def _record(view: View, revision: Revision) -> str:
    """The file that the page of a revision rests on; that of a former strategy is in the history alone."""
    return _INFO if view.successor else _REVISION.format(revision.id)


def _with_coming(shown: tuple[P, ...], coming: tuple[P, ...]) -> tuple[P, ...]:
    known = {part.id for part in shown}
    return (*shown, *(part for part in coming if part.id not in known))
