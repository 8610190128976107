"""Describe what happened, step by step, and which figures were corrected on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from strategi.content.outline import Outline, differing_keys, differing_records
from strategi.history.blobs import Blobs
from strategi.history.edits import Edit, edits
from strategi.history.figures import Difference
from strategi.history.files import governed_names, is_list, is_table, record_kind
from strategi.history.outlines import Outlines
from strategi.history.stretches import Stretch
from strategi.history.tables import compare_tables
from strategi.model.change import ChangeKind
from strategi.model.indicator import Indicator, Role
from strategi.model.log import FigureCorrection, Step, StepChange


def describe(
    stretches: Sequence[Stretch], outlines: Outlines, blobs: Blobs
) -> tuple[tuple[Step, ...], tuple[FigureCorrection, ...]]:
    """Tell what every stretch changed, and every figure that got another value. Raises `HistoryError`."""
    edited = [tuple(_told(edits(each.changes, outlines), outlines)) for each in stretches]
    tables = {(at, edit): edit for at, each in enumerate(edited) for edit in each if is_table(edit.path)}
    differences = compare_tables(tables, blobs)
    steps = (
        _step(stretch, [_change(edit, outlines, differences.get((at, edit))) for edit in edited[at]])
        for at, stretch in enumerate(stretches)
        # Where nothing is left to tell, nothing happened.
        if edited[at]
    )
    corrections = (_corrections(stretches[at].taken_on, edit, differences[at, edit]) for at, edit in tables)
    return tuple(steps), tuple(chain.from_iterable(corrections))


def _told(made: Iterable[Edit], outlines: Outlines) -> Iterator[Edit]:
    """The edits that say something: to write words of today for those that they replaced says nothing."""
    for edit in made:
        if not outlines.is_only_reworded(edit.path, edit.before, edit.after):
            yield edit


def _step(stretch: Stretch, changes: Sequence[StepChange]) -> Step:
    return Step(
        taken_on=stretch.taken_on,
        revision_id=stretch.cut.revision_id if stretch.cut else None,
        is_correction=stretch.cut is not None and stretch.cut.is_correction,
        changes=tuple(changes),
    )


def _change(edit: Edit, outlines: Outlines, difference: Difference | None) -> StepChange:
    if difference is not None:
        return _table_change(edit, difference)
    before, after = (outlines.of(edit.path, each) for each in (edit.before, edit.after))
    facts = _facts(edit.path, before, after) if before and after else ()
    return StepChange(
        path=edit.path,
        kind=edit.kind,
        id=edit.id,
        is_governed=_is_governed(edit, facts, [before, after]),
        facts=facts,
    )


def _facts(path: str, before: Outline, after: Outline) -> tuple[str, ...]:
    return differing_records(before, after) if is_list(path) else differing_keys(before, after)


def _is_governed(edit: Edit, facts: Sequence[str], versions: Sequence[Outline | None]) -> bool:
    """Whether what may not change without a decision differs. Where a file cannot be read, doubt says yes."""
    names = governed_names(edit.path)
    if not names:
        return False
    there = [each for each, blob in zip(versions, (edit.before, edit.after), strict=True) if blob]
    if record_kind(edit.path) is Indicator and not any(_may_be_governed(each) for each in there):
        return False
    is_doubtful = None in there
    return edit.kind is not ChangeKind.CHANGED or is_doubtful or not set(names).isdisjoint(facts)


def _may_be_governed(indicator: Outline | None) -> bool:
    return indicator is None or indicator.word("role") == Role.APPENDIX.value


def _table_change(edit: Edit, difference: Difference) -> StepChange:
    return StepChange(
        path=edit.path,
        kind=edit.kind,
        id=edit.id,
        facts=difference.columns,
        new_figures=difference.new,
        corrected_figures=len(difference.put_right) - difference.withdrawn,
        withdrawn_figures=difference.withdrawn,
    )


def _corrections(day: date, edit: Edit, difference: Difference) -> Iterator[FigureCorrection]:
    for key, (before, after) in sorted(difference.put_right.items()):
        yield FigureCorrection(
            corrected_on=day, indicator_id=edit.id, **key._asdict(), before=before, after=after
        )
