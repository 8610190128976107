"""Compare two strategies."""

from __future__ import annotations

from collections.abc import Collection

from strategi.diff.figures import compare_figures
from strategi.diff.parts import compare_parts, renumbered
from strategi.diff.records import compare_records
from strategi.model.change import Comparison, StrategyComparison
from strategi.model.governed import GovernedPart, PartKind, governed_parts
from strategi.model.strategy import Strategy


def compare(old: Strategy, new: Strategy, *, rewritten: Collection[str] = ()) -> StrategyComparison:
    """Compare everything. `rewritten`: ids of the indicators whose files of figures differ as text."""
    governed = compare_governed(old, new)
    return StrategyComparison(
        governed=governed,
        records=compare_records(old, new, governed),
        figures=compare_figures(
            old.series, new.series, rewritten=rewritten, renumbered=renumbered(governed, PartKind.INDICATOR)
        ),
    )


def compare_governed(old: Strategy, new: Strategy) -> Comparison:
    """Compare what may not change without a decision: nothing differs exactly when the digests are equal."""
    olds, news = governed_parts(old), governed_parts(new)
    by_kind = (compare_parts(_of_kind(olds, kind), _of_kind(news, kind)) for kind in PartKind)
    return Comparison(tuple(change for changes in by_kind for change in changes))


def _of_kind(parts: tuple[GovernedPart, ...], kind: PartKind) -> tuple[GovernedPart, ...]:
    return tuple(each for each in parts if each.kind is kind)
