"""Show many indicators at once: by subgoal, in tables and in headlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from strategi.model.indicator import Indicator, Role
from strategi.model.judgement import Basis, Judgement, Unjudged
from strategi.model.parts import Subgoal
from strategi.render.indicators.credit import Credit, latest_credit
from strategi.render.indicators.progress import Since, added, group_sentence, inferences, since
from strategi.render.indicators.sentences import NO_FIGURES, comparison, quantity, sentence
from strategi.render.indicators.sparkline import Sparkline, sparkline
from strategi.render.subject import (
    Subject,
    find_indicator,
    find_subgoal_id,
    headline_subject,
    name_of,
)
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.render.wording.figure_words import amount
from strategi.rules.progress import progress, tally
from strategi.words.numbers import in_period, period, signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference as it stands in a table: `−0,1`, and which way it points.

    `judgement` is None where the figures are not the county's: they are shown, and not judged.
    """

    text: str
    judgement: Judgement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator in an overview. Without figures, `latest` and what follows it are "" or None."""

    indicator: Indicator
    name: str
    started: Since
    """How the county's figures have gone since the strategy began."""
    unit: str = ""
    latest: str = ""
    period: str = ""
    place: str = ""
    """Named only where the figure is not the county's."""
    since: Change | None = None
    against: Change | None = None
    line: Sparkline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Some indicators with their credit. The table of the appendix holds no others."""

    id: str
    rows: tuple[Row, ...]
    credit: Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A subgoal's indicators: those of the appendix with their tally, and apart from them the others.

    `subgoal` is None for those without one.
    """

    id: str
    subgoal: Subgoal | None
    sentence: str
    is_inferred: bool
    """Whether something that the sentence rests on is our reading."""
    appendix: Table
    others: Table
    added: str
    """How many others there are, role by role, in words."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.appendix.rows or self.others.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One indicator in a sentence. `about`: what is measured, None where that is not known."""

    indicator: Indicator
    name: str
    about: str | None
    said: str
    since: Since


def indicator_overview(view: View) -> str:
    """Every indicator, grouped by subgoal, and the rule of judgement."""
    strategy = view.strategy
    subgoals = [_group(view, strategy.indicators_of(each.id), each) for each in strategy.subgoals]
    homeless = [each for each in strategy.indicators if each.subgoal not in strategy.subgoal_by_id]
    groups = [*subgoals, _group(view, homeless, None)]
    shown = [each for each in groups if not each.is_empty]
    return fragment("indicator_overview.html", view=view, groups=shown)


def indicator_table(view: View, subgoal_id: str) -> str:
    """One subgoal's indicators."""
    subgoal = view.strategy.subgoal_by_id[find_subgoal_id(view.strategy, subgoal_id)]
    found = view.strategy.indicators_of(subgoal_id)
    return fragment("subgoal_indicators.html", view=view, group=_group(view, found, subgoal))


def headlines(view: View, *indicator_ids: str) -> str:
    """How those indicators have gone since the strategy began; what is not in its appendix stands apart."""
    found = [_headline(view, each) for each in indicator_ids]
    appendix = [each for each in found if each.indicator.role is Role.APPENDIX]
    others = [each for each in found if each not in appendix]
    return fragment("headlines.html", view=view, appendix=appendix, others=others)


def judgement_rule(view: View) -> str:
    """The published rule of better, worse and unchanged."""
    return fragment("judgement_rule.html", view=view)


def _headline(view: View, indicator_id: str) -> Headline:
    indicator = find_indicator(view.strategy, indicator_id)
    about = headline_subject(view.strategy, indicator_id)
    return Headline(
        indicator=indicator,
        name=name_of(view, indicator_id),
        about=indicator.definition if isinstance(indicator.definition, str) else None,
        said=_since_sentence(about) if about else NO_FIGURES,
        since=_started(view, indicator_id, about),
    )


def _since_sentence(about: Subject) -> str:
    """The latest figure and what the judgement holds it against, so that they speak of the same."""
    found = about.since_start
    if isinstance(found, Unjudged):
        return sentence(about)
    latest = found.derived.latest
    said = f"{quantity(latest, about.series)} i {about.place} {in_period(latest.time_period)}"
    return f"{said}, {comparison(found, about)}."


def _started(view: View, indicator_id: str, about: Subject | None) -> Since:
    return since(progress(view.strategy, indicator_id), view.words, about.series.decimals if about else 0)


def _group(view: View, indicators: Sequence[Indicator], subgoal: Subgoal | None) -> Group:
    appendix = [each for each in indicators if each.role is Role.APPENDIX]
    others = [each for each in indicators if each.role is not Role.APPENDIX]
    name = subgoal.id.lower() if subgoal else "utan-delmal"
    return Group(
        id=name,
        subgoal=subgoal,
        sentence=group_sentence(view, tally(view.strategy, Role.APPENDIX, appendix)),
        is_inferred=bool(inferences(appendix, view.words, by_subgoal=subgoal is not None)),
        appendix=_table(view, appendix, name),
        others=_table(view, others, f"{name}-tillagda"),
        added=added(others),
    )


def _table(view: View, indicators: Sequence[Indicator], name: str) -> Table:
    pairs = [(each, headline_subject(view.strategy, each.id)) for each in indicators]
    shown = ((about.series, about.area) for _, about in pairs if about and about.area)
    return Table(
        id=name,
        rows=tuple(_row(view, each, about) for each, about in pairs),
        credit=latest_credit(view.strategy, shown),
    )


def _row(view: View, indicator: Indicator, about: Subject | None) -> Row:
    name = name_of(view, indicator.id)
    started = _started(view, indicator.id, about)
    latest = about.latest if about else None
    if about is None or latest is None:
        return Row(indicator=indicator, name=name, started=started)
    found = about.judgements()
    return Row(
        indicator=indicator,
        name=name,
        started=started,
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
    return Change(text=text, judgement=judgement if about.is_county else None)
