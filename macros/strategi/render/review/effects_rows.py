"""Describe line by line what a reader will see change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from strategi.diff.redlines.words import compare_words
from strategi.model.change_kind import ChangeKind
from strategi.model.effects import (
    PageEffect,
    ReaderEffects,
    SentenceEffect,
    StandingEffect,
    StandingFact,
    TrendEffect,
)
from strategi.model.indicator import Role
from strategi.model.judgement import Basis, Verdict
from strategi.model.redline import Op, Run, Token
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.addresses import (
    ADOPTIONS,
    REVISIONS,
    START,
    STRATEGY,
    indicators_address,
    principals_address,
)
from strategi.render.redlines.spans import Span, spans
from strategi.render.wording.record_words import indicator_label
from strategi.words.numbers import counted, number

NO_EFFECT = "Ingen skillnad: det som allmänheten läser är detsamma."
_SENTENCES, _PAGES, _REPEATED = 5, 20, 3
"""How many are given before the rest is counted, and on how many pages a change is said once for all."""
_LONGEST = 300

_STANDING = {
    StandingFact.REVISION: "Aktuell version",
    StandingFact.PHASE: "Ställning",
    StandingFact.DECIDED_BY: "Beslutad av",
    StandingFact.EFFECTIVE_FROM: "Gäller från",
    StandingFact.VALID_TO: "Gäller till och med",
    StandingFact.IDENTICAL: "Likalydande antaganden",
    StandingFact.DEVIATING: "Antaganden med avvikelser",
    StandingFact.REJECTED: "{Principal.plural} som har sagt nej",
    StandingFact.CONDITION: "Villkoret",
    StandingFact.NEXT_REVISION: "Nästa revidering senast",
    StandingFact.OVERDUE: "Revideringen är försenad",
}
_VERDICTS = {
    Verdict.BETTER: "bättre",
    Verdict.WORSE: "sämre",
    Verdict.UNCHANGED: "oförändrat",
    Verdict.NEITHER: "bedöms inte",
    None: "ingen jämförelse",
}
_BASES = {
    Basis.START: "sedan strategin började",
    Basis.PREVIOUS: "sedan förra värdet",
    Basis.FIRST: "sedan första värdet",
}
_ROLES = {Role.CANDIDATE: " (vårt förslag)", Role.CONTEXT: " (bakgrundsmått)"}
_PAGE_KINDS = {
    ChangeKind.ADDED: "Ny sida:",
    ChangeKind.REMOVED: "Sidan försvinner:",
    ChangeKind.CHANGED: "Sidan",
}


class RowKind(Enum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    DETAIL = "detail"
    """Belongs to the item before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """One line: words, then what was taken away and what came instead."""

    kind: RowKind
    words: str = ""
    compared: Sequence[Span] = ()


def effects_rows(effects: ReaderEffects, *strategies: Strategy) -> tuple[EffectRow, ...]:
    """Every effect on a line, without the heading. Names are those of the first strategy that has them."""
    if effects.is_empty:
        return (EffectRow(kind=RowKind.ITEM, words=NO_EFFECT),)
    words = strategies[0].words
    sections = {
        "Strategins ställning": (_standing(each, words) for each in effects.standing),
        "Hur det går": (_trend(each, strategies) for each in effects.trends),
        "På flera sidor": _repeated(effects.pages),
        "Sida för sida": _pages(effects.pages, words),
    }
    return tuple(row for name, rows in sections.items() for row in _section(name, rows))


def _section(name: str, rows: Iterable[EffectRow]) -> Iterator[EffectRow]:
    found = list(rows)
    if found:
        yield EffectRow(kind=RowKind.SECTION, words=name)
        yield from found


def _standing(effect: StandingEffect, words: Words) -> EffectRow:
    said = f"{words.say(_STANDING[effect.fact])}: {effect.before} → {effect.after}"
    return EffectRow(kind=RowKind.ITEM, words=said)


def _trend(effect: TrendEffect, strategies: Sequence[Strategy]) -> EffectRow:
    against = f"mot {strategies[0].info.comparison_name}"
    label = f"{indicator_label(effect.indicator_id, *strategies)}{_role(effect, strategies)}"
    named = [label, _series(effect, strategies)]
    where = ", ".join(filter(None, [*named, _BASES.get(effect.basis, against)]))
    words = f"{where}: {_VERDICTS[effect.before]} → {_VERDICTS[effect.after]}"
    return EffectRow(kind=RowKind.ITEM, words=words)


def _role(effect: TrendEffect, strategies: Sequence[Strategy]) -> str:
    """That a measure is none of the appendix's, so that it is not read as one of them."""
    found = (each.indicator_by_id.get(effect.indicator_id) for each in strategies)
    indicator = next((each for each in found if each), None)
    return _ROLES.get(indicator.role, "") if indicator else ""


def _series(effect: TrendEffect, strategies: Sequence[Strategy]) -> str:
    """The title of the series, where the indicator has several."""
    found = (each.series.get(effect.indicator_id, ()) for each in strategies)
    several = next((series for series in found if len(series) > 1), ())
    titles = {each.definition.id: each.definition.title for each in several}
    return titles.get(effect.series_id, "")


def _repeated(pages: Sequence[PageEffect]) -> Iterator[EffectRow]:
    """What reads otherwise on many pages, those on most pages first."""
    found = _times(pages)
    shown = sorted(found, key=lambda each: -found[each])
    for effect in shown[:_SENTENCES]:
        yield EffectRow(kind=RowKind.ITEM, words=f"På {found[effect]} sidor:")
        yield _sentence(effect)
    if shown[_SENTENCES:]:
        yield _more(len(shown) - _SENTENCES, "ändring till", "ändringar till")


def _times(pages: Iterable[PageEffect]) -> Counter[SentenceEffect]:
    """On how many pages each change is made, for those that are made on several."""
    changed = (page for page in pages if page.kind is ChangeKind.CHANGED)
    times = Counter(each for page in changed for each in dict.fromkeys(map(_anywhere, page.sentences)))
    return Counter({each: count for each, count in times.items() if count >= _REPEATED})


def _anywhere(effect: SentenceEffect) -> SentenceEffect:
    """The same, whatever table it stands in: captions name the page."""
    return replace(effect, table="")


def _pages(pages: Sequence[PageEffect], words: Words) -> Iterator[EffectRow]:
    """What reads otherwise on single pages; new pages and those that go stand first."""
    repeated, order = _times(pages), _order(words)
    own = [(page, [each for each in page.sentences if _anywhere(each) not in repeated]) for page in pages]
    shown = sorted(
        ((page, rest) for page, rest in own if rest or page.kind is not ChangeKind.CHANGED),
        key=lambda each: _place(each[0], order),
    )
    for page, sentences in shown[:_PAGES]:
        yield from _page(page, [each for each in sentences if page.title not in (each.before, each.after)])
    if shown[_PAGES:]:
        yield _more(len(shown) - _PAGES, "sida till", "sidor till")


def _more(count: int, one: str, many: str) -> EffectRow:
    return EffectRow(kind=RowKind.ITEM, words=f"… och {counted(count, one, many)}")


def _order(words: Words) -> tuple[str, ...]:
    """What readers come for stands first; all else follows by address."""
    return (START, STRATEGY, indicators_address(words), ADOPTIONS, principals_address(words), REVISIONS)


def _place(page: PageEffect, order: Sequence[str]) -> tuple[bool, int, str]:
    starts = (place for place, each in enumerate(order) if each and page.address.startswith(each))
    place = order.index(START) if page.address == START else next(starts, len(order))
    return page.kind is ChangeKind.CHANGED, place, page.address


def _page(page: PageEffect, sentences: Sequence[SentenceEffect]) -> Iterator[EffectRow]:
    named = f"{page.title} ({page.address or 'startsidan'})"
    yield EffectRow(kind=RowKind.ITEM, words=f"{_PAGE_KINDS[page.kind]} {named}")
    for each in sentences[:_SENTENCES]:
        yield _sentence(each)
    if sentences[_SENTENCES:]:
        yield EffectRow(kind=RowKind.DETAIL, words=f"… och {number(len(sentences) - _SENTENCES)} till")


def _sentence(effect: SentenceEffect) -> EffectRow:
    before, after = effect.before, effect.after
    table = f"{effect.table}:" if effect.table else ""
    if before is not None and after is not None:
        return EffectRow(kind=RowKind.DETAIL, words=table, compared=spans(compare_words(before, after)))
    said = "Nytt:" if before is None else "Borta:"
    op = Op.INSERTED if before is None else Op.DELETED
    text = _cut((after if before is None else before) or "")
    words = f"{said} {table}".strip()
    return EffectRow(kind=RowKind.DETAIL, words=words, compared=spans([Run(op, (Token(text),))]))


def _cut(text: str) -> str:
    """The beginning of a long sentence."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
