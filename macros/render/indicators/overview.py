"""How do many indicators stand at once: by subgoal, by principal, in headlines and in counts?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.indicator import Indicator, Role
from macros.model.judgement import Basis, Judgement, Verdict
from macros.model.parts import Subgoal
from macros.render.indicators.credit import Credit, latest_credit
from macros.render.indicators.sentences import NO_FIGURES, amount, name_of, sentence
from macros.render.indicators.sparkline import Sparkline, sparkline
from macros.render.numbers import period, signed
from macros.render.subject import (
    Subject,
    find_indicator,
    find_subgoal_id,
    headline_subject,
)
from macros.render.templating import fragment
from macros.render.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference as it stands in a table: `−0,1`, and which way it points."""

    text: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator in an overview. Without figures, `latest` and what follows it are "" or None."""

    indicator: Indicator
    name: str
    unit: str = ""
    latest: str = ""
    period: str = ""
    place: str = ""
    """Named only where the figure is not the county's."""
    since: Change | None = None
    against: Change | None = None
    line: Sparkline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A table of indicators with its counts and its credit. `subgoal` is None for those without one."""

    id: str
    subgoal: Subgoal | None
    rows: tuple[Row, ...]
    credit: Credit

    @property
    def with_figures(self) -> int:
        """How many of the rows have a figure."""
        return sum(1 for each in self.rows if each.latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubgoalState:
    """How a subgoal's indicators stand: the county's latest figures against those before."""

    indicators: int
    in_appendix: int
    with_figures: int
    better: int
    worse: int
    unchanged: int
    unjudged: int
    """No direction, no county figures, or no figure to compare with."""


def indicator_overview(view: View) -> str:
    """Every indicator, grouped by subgoal, and the rule of judgement."""
    strategy = view.strategy
    subgoals = [_group(view, strategy.indicators_of(each.id), each) for each in strategy.subgoals]
    homeless = [each for each in strategy.indicators if each.subgoal not in strategy.subgoal_by_id]
    groups = [*subgoals, _group(view, homeless, None)]
    return fragment("indicator_overview.html", view=view, groups=[each for each in groups if each.rows])


def indicator_table(view: View, subgoal_id: str) -> str:
    """One subgoal's indicators."""
    subgoal = view.strategy.subgoal_by_id[find_subgoal_id(view.strategy, subgoal_id)]
    found = view.strategy.indicators_of(subgoal_id)
    return fragment("subgoal_indicators.html", view=view, group=_group(view, found, subgoal))


def headlines(view: View, *indicator_ids: str) -> str:
    """The headline sentences of those indicators, each with a link and its judgement."""
    strategy = view.strategy
    items = []
    for each in indicator_ids:
        find_indicator(strategy, each)
        about = headline_subject(strategy, each)
        said = sentence(about) if about else NO_FIGURES
        items.append((each, name_of(view, each), said, _since_previous(about)))
    return fragment("headlines.html", view=view, items=items)


def judgement_rule(view: View) -> str:
    """The published rule of better, worse and unchanged."""
    return fragment("judgement_rule.html", view=view)


def subgoal_state(view: View, subgoal_id: str, *roles: Role) -> SubgoalState:
    """Count a subgoal's indicators in the roles given (all when none is)."""
    strategy = view.strategy
    found = strategy.indicators_of(find_subgoal_id(strategy, subgoal_id), *roles)
    subjects = [headline_subject(strategy, each.id) for each in found]
    judged = (_since_previous(each) for each in subjects if each and each.is_county)
    verdicts = Counter(each.verdict for each in judged if each)
    judged_count = sum(verdicts[each] for each in (Verdict.BETTER, Verdict.WORSE, Verdict.UNCHANGED))
    return SubgoalState(
        indicators=len(found),
        in_appendix=sum(1 for each in found if each.role is Role.APPENDIX),
        with_figures=sum(1 for each in subjects if each),
        better=verdicts[Verdict.BETTER],
        worse=verdicts[Verdict.WORSE],
        unchanged=verdicts[Verdict.UNCHANGED],
        unjudged=len(found) - judged_count,
    )


def _group(view: View, indicators: Iterable[Indicator], subgoal: Subgoal | None) -> Group:
    pairs = [(each, headline_subject(view.strategy, each.id)) for each in indicators]
    shown = ((about.series, about.area) for _, about in pairs if about and about.area)
    return Group(
        id=subgoal.id.lower() if subgoal else "utan-delmal",
        subgoal=subgoal,
        rows=tuple(_row(view, each, about) for each, about in pairs),
        credit=latest_credit(view.strategy, shown),
    )


def _row(view: View, indicator: Indicator, about: Subject | None) -> Row:
    name = name_of(view, indicator.id)
    latest = about.latest if about else None
    if about is None or latest is None:
        return Row(indicator=indicator, name=name)
    found = about.judgements()
    return Row(
        indicator=indicator,
        name=name,
        unit=about.series.definition.unit,
        latest=amount(latest, about.series),
        period=period(latest.time_period),
        place="" if about.is_county else about.place,
        since=_change(found.get(Basis.PREVIOUS), about),
        against=_change(found.get(Basis.COMPARISON), about),
        line=sparkline(about),
    )


def _change(judgement: Judgement | None, about: Subject) -> Change | None:
    if judgement is None:
        return None
    text = signed(judgement.derived.difference, about.series.decimals)
    return Change(text=text, judgement=judgement)


def _since_previous(about: Subject | None) -> Judgement | None:
    return about.judgements().get(Basis.PREVIOUS) if about else None
