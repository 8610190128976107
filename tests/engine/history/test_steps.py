"""Test what each step of the log contains, and that it is the same however the change was merged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from strategi.model.change import ChangeKind
from strategi.model.log import FigureCorrection, Step, StepChange
from strategi.model.revision_id import RevisionId

from tests.engine.content.cases import case_tree, read_case
from tests.engine.history.county import (
    DEFINITION,
    FILES,
    RECORD,
    REVISION,
    TABLE,
    VISION,
    digest_of,
    edited,
    later_steps,
    log_of,
    new_county,
    only_change,
    recorded,
    vision,
)
from tests.engine.history.repositories import commit, git, new_repository

CASES = sorted((Path(__file__).parents[1] / "cases" / "history").glob("*.yml"))
NEXT_DAY = "2023-02-01"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_of_a_change(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    root = _made(case, tmp_path)
    (step,) = later_steps(root)
    assert step.taken_on == date.fromisoformat(NEXT_DAY)
    if "expect_all" in case:
        every = [_expected(case["expect_all"] | {"path": each.path, "id": each.id}) for each in step.changes]
        assert (list(step.changes), len(every)) == (every, len(FILES))
    else:
        assert list(step.changes) == [_expected(each) for each in case["expect"]]
    if "corrections" in case:
        assert [_told(each) for each in log_of(root).corrections] == case["corrections"]


def _made(case: dict[str, Any], root: Path) -> Path:
    """A repository with the county, and on a later day the change of the case."""
    first, change = case.get("first", {}), case.get("change", {})
    before = dict(case_tree({"change": first}).files)
    both = {path: [*first.get(path, ()), *change.get(path, ())] for path in {**first, **change}}
    after = dict(case_tree(case | {"change": both}).files)
    for old, new in case.get("rename", {}).items():
        after[new] = after.pop(old)
    if case.get("line_feeds") == "windows":
        after = {path: data.replace(b"\n", b"\r\n") for path, data in after.items()}
    commit(new_repository(root), before)
    for path in before.keys() - after:
        (root / path).unlink()
    commit(root, after, on=NEXT_DAY)
    return root


def _expected(written: dict[str, Any]) -> StepChange:
    facts = {"kind": ChangeKind(written["kind"]), "facts": tuple(written.get("facts", ()))}
    return StepChange(**written | facts)


def _told(correction: FigureCorrection) -> list[str]:
    assert correction.corrected_on == date.fromisoformat(NEXT_DAY)
    each = correction
    return [each.indicator_id, each.series, each.area, each.gender, each.time_period, each.before, each.after]


Merge = Callable[[Path], None]


def _squash(root: Path) -> None:
    git(root, "merge", "--quiet", "--squash", "förslag")
    git(root, "commit", "--quiet", "--message", "Allt", on=NEXT_DAY)


def _merge(root: Path) -> None:
    git(root, "merge", "--quiet", "--no-ff", "förslag", on=NEXT_DAY)


def _rebase(root: Path) -> None:
    git(root, "rebase", "--quiet", "--force-rebase", "main", "förslag", on=NEXT_DAY)
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--ff-only", "förslag")


def _proposed(root: Path, merge: Merge) -> tuple[Step, ...]:
    """The steps when a proposal of four commits is merged, a figure having come in meanwhile."""
    new_county(root)
    git(root, "checkout", "--quiet", "-b", "förslag")
    commit(root, vision("Ett försök"), on="2023-01-10")
    commit(root, vision("Nya ord") | {"strategy/vision.txt": b"x"}, on="2023-01-11")
    commit(root, recorded([digest_of(vision("Nya ord"))]), on="2023-01-12")
    (root / "strategy" / "vision.txt").unlink()
    commit(root, edited(TABLE, ("81.5", "82.5")), on="2023-01-13")
    git(root, "checkout", "--quiet", "main")
    commit(root, edited(DEFINITION, ("beslut-2022", "protokoll-alvhaga")), on="2023-01-20")
    merge(root)
    return log_of(root).steps


def test_a_change_is_the_same_step_however_it_was_merged(tmp_path: Path) -> None:
    ways = [_squash, _merge, _rebase]
    squashed, merged, rebased = (_proposed(tmp_path / each.__name__, each) for each in ways)
    assert squashed == merged == rebased
    *_, meanwhile, proposed = squashed
    assert [each.path for each in meanwhile.changes] == [DEFINITION]
    assert [each.path for each in proposed.changes] == [TABLE, RECORD, VISION]
    assert (proposed.taken_on, proposed.revision_id) == (date.fromisoformat(NEXT_DAY), REVISION)


def test_what_was_done_on_one_day_is_one_step(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett"), on="2023-02-01T08:00:00+01:00")
    commit(root, vision("Två"), on="2023-02-01T22:59:00+01:00")
    commit(root, vision("Tre"), on="2023-02-02T00:01:00+01:00")
    assert [(str(each.taken_on), len(each.changes)) for each in later_steps(root)] == [
        ("2023-02-01", 1),
        ("2023-02-02", 1),
    ]


def test_what_was_taken_back_on_the_same_day_is_no_step(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett") | {"strategy/ny.txt": b"x"}, on=NEXT_DAY)
    (root / "strategy" / "ny.txt").unlink()
    commit(root, {VISION: FILES[VISION]}, on=NEXT_DAY)
    assert later_steps(root) == ()


def test_what_was_taken_back_on_another_day_is_two_steps(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett"), on="2023-02-01")
    commit(root, {VISION: FILES[VISION]}, on="2023-02-02")
    assert len(later_steps(root)) == 2


def test_a_step_that_changes_only_other_files_is_left_out(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(
        root, {"docs/index.md": b"# Hej", "strategy/README.md": b"Ord", "indicators/.dold": b"x"}, on=NEXT_DAY
    )
    (root / VISION).chmod(0o755)
    commit(root, {}, on="2023-02-02")
    assert later_steps(root) == ()


def test_a_link_in_the_place_of_a_file_is_a_change(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    (root / VISION).unlink()
    (root / VISION).symlink_to("principles.md")
    commit(root, {}, on=NEXT_DAY)
    (root / VISION).unlink()
    commit(root, {VISION: FILES[VISION]}, on="2023-02-02")
    broken, mended = later_steps(root)
    assert [(each.kind.value, each.is_governed) for each in (*broken.changes, *mended.changes)] == [
        ("changed", True),
        ("changed", True),
    ]


def test_a_step_leads_to_the_day_on_which_the_text_of_a_revision_was_first_whole(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Nya ord"), on="2023-02-01")
    commit(root, edited(TABLE, ("79.0", "78.0")), on="2023-02-01")
    commit(root, edited(TABLE, ("79.0", "77.0")), on="2023-02-02")
    commit(root, recorded([digest_of(vision("Nya ord"))]), on="2023-02-03")
    steps = [(str(each.taken_on), each.revision_id, len(each.changes)) for each in later_steps(root)]
    assert steps == [("2023-02-01", REVISION, 2), ("2023-02-02", None, 1), ("2023-02-03", None, 1)]


def test_two_revisions_on_one_day_are_two_steps(tmp_path: Path) -> None:
    later = RevisionId("2026-01-01")
    root = new_county(tmp_path)
    commit(root, vision("Ett") | recorded([digest_of(vision("Ett"))]), on=NEXT_DAY)
    commit(root, vision("Två") | recorded([digest_of(vision("Två"))], later), on=NEXT_DAY)
    commit(root, vision("Tre"), on=NEXT_DAY)
    assert [(each.revision_id, each.is_correction) for each in later_steps(root)] == [
        (REVISION, False),
        (later, False),
        (None, False),
    ]


def test_a_corrected_rendering_is_a_step_of_its_own(tmp_path: Path) -> None:
    first, second = digest_of(vision("Ett")), digest_of(vision("Två"))
    root = new_county(tmp_path)
    commit(root, vision("Ett") | recorded([first]), on="2023-02-01")
    commit(root, vision("Två") | recorded([first, second]), on="2023-02-02")
    told = [(str(each.taken_on), each.revision_id, each.is_correction) for each in later_steps(root)]
    assert told == [("2023-02-01", REVISION, False), ("2023-02-02", REVISION, True)]


def test_a_text_that_comes_back_leads_to_its_revision_where_it_was_recorded(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, vision("Ett"), on="2023-02-01")
    commit(root, vision("Två"), on="2023-02-02")
    commit(root, vision("Ett") | recorded([digest_of(vision("Ett"))]), on="2023-02-03")
    assert [each.revision_id for each in later_steps(root)] == [None, None, REVISION]


def test_a_figure_that_is_put_right_twice_is_told_twice(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, edited(TABLE, ("79.0", "78.0")), on="2023-02-01")
    commit(root, edited(TABLE, ("79.0", "79,0")), on="2023-02-02")
    commit(root, edited(TABLE, ("79.0", "77.0")), on="2023-02-03")
    told = [(str(each.corrected_on), each.before, each.after) for each in log_of(root).corrections]
    assert told == [("2023-02-01", "79.0", "78.0"), ("2023-02-03", "78.0", "77.0")]


def test_a_table_that_was_faulty_at_first_is_new_when_it_is_mended(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, FILES | edited(TABLE, ("79.0", "79,0")))
    commit(root, {TABLE: FILES[TABLE]}, on=NEXT_DAY)
    first, mended = log_of(root).steps
    assert [each.new_figures for each in first.changes if each.path == TABLE] == [0]
    assert [each.new_figures for each in mended.changes] == [4]
    assert log_of(root).corrections == ()


def test_a_table_without_a_definition_is_told_by_its_name(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, {"indicators/n99-utan.csv": FILES[TABLE]}, on=NEXT_DAY)
    change = only_change(root)
    assert (change.path, change.id, change.new_figures) == ("indicators/n99-utan.csv", "N99", 4)
