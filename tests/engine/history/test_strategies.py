"""A history is a strategy's: what stood under another id is no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from strategi.content.entries import Entry
from strategi.content.outline import Outline
from strategi.history.line import Change, Commit, Line
from strategi.history.past_trees import past_trees
from strategi.history.states import states
from strategi.history.strategies import strategies
from strategi.history.trees import Blob
from strategi.model.log import Beginning

from tests.engine.history.county import (
    FILES,
    REVISION,
    TABLE,
    TODAY,
    VISION,
    digest_of,
    edited,
    log_of,
    new_county,
    recorded,
    vision,
)
from tests.engine.history.repositories import commit, git

INFO, PRINCIPALS = "strategy/strategy.yml", "strategy/principals.yml"
ID = 'id: "nara-i-fjallhavet"'
BEGAN = date(2024, 3, 1)
file_versions = some.dictionaries(
    some.sampled_from([VISION, "strategy/bodies.yml"]), some.sampled_from("abc")
)


def named(name: str) -> dict[str, bytes]:
    """The strategy's own facts, with another id."""
    return edited(INFO, (ID, f'id: "{name}"'))


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A strategy with a recorded text and a corrected figure, and after it another in the same history."""
    root = new_county(tmp_path / "arkiv")
    commit(root, recorded([digest_of(vision("Gamla ord"))]) | vision("Gamla ord"), on="2023-02-01")
    commit(root, edited(TABLE, ("79.0", "78.0")), on="2023-03-01")
    (root / f"strategy/revisions/{REVISION}.yml").unlink()
    commit(root, named("ny-strategi") | vision("Nya ord"), on=str(BEGAN))
    commit(root, vision("Nyare ord"), on="2024-04-01")
    return root


def test_the_log_begins_where_the_id_does(county: Path) -> None:
    log = log_of(county)
    assert log.problem == ""
    assert log.beginning == Beginning(began_on=BEGAN)
    assert [str(step.taken_on) for step in log.steps] == ["2024-03-01", "2024-04-01"]
    assert log.corrections == ()


def test_its_first_step_adds_every_file_that_stands(county: Path) -> None:
    first, second = log_of(county).steps
    stood = {path for path in FILES if path != f"strategy/revisions/{REVISION}.yml"}
    assert {change.path for change in first.changes} == stood
    assert {change.kind.value for change in first.changes} == {"added"}
    assert [(change.path, change.facts) for change in second.changes] == [(VISION, ("text",))]


def test_no_file_has_a_day_from_before(county: Path) -> None:
    days = {found.changed_on for found in log_of(county).last_changes.values()}
    assert days == {BEGAN, date(2024, 4, 1)}


def test_check_history_reads_no_version_of_the_other(county: Path) -> None:
    days = [past.day for past in past_trees(county, strategy_id="ny-strategi", today=TODAY)]
    assert days == [BEGAN, date(2024, 4, 1)]
    assert len([*past_trees(county, strategy_id="", today=TODAY)]) == 2


def test_the_text_of_another_strategy_is_not_found(county: Path) -> None:
    commit(county, recorded([digest_of(vision("Gamla ord"))]), on="2024-05-01")
    assert log_of(county).text(REVISION) is None


def test_a_text_of_its_own_is_found(county: Path) -> None:
    commit(county, recorded([digest_of(vision("Nya ord"))]), on="2024-05-01")
    found = log_of(county).text(REVISION)
    assert found is not None and found.vision.text == "Nya ord"


def test_a_text_that_was_merged_is_found_by_whose_it_is(county: Path) -> None:
    """A branch that rests on the other strategy holds both its text and the new one's."""
    git(county, "switch", "--quiet", "--create", "gren", "main~2")
    commit(county, vision("Andra ord"), on="2024-05-01")
    commit(county, named("ny-strategi") | vision("Tredje ord"), on="2024-05-02")
    git(county, "switch", "--quiet", "main")
    git(county, "merge", "--quiet", "--strategy=ours", "--no-edit", "gren", on="2024-05-03")
    for words, is_found in (("Andra ord", False), ("Tredje ord", True)):
        commit(county, recorded([digest_of(vision(words))]), on="2024-06-01")
        assert (log_of(county).text(REVISION) is not None) is is_found


def test_an_id_that_is_not_committed_yet_has_no_history(county: Path) -> None:
    (county / INFO).write_bytes(named("tredje-strategin")[INFO])
    log = log_of(county)
    assert (log.steps, log.problem, log.beginning) == ((), "", Beginning(began_on=None))
    assert log.last_changes == {}


def test_an_id_that_comes_back_begins_anew(county: Path) -> None:
    commit(county, {INFO: FILES[INFO]}, on="2024-05-01")
    log = log_of(county)
    assert log.beginning == Beginning(began_on=date(2024, 5, 1))
    assert len(log.steps) == 1


def test_a_version_whose_id_cannot_be_read_is_no_other_strategy(county: Path) -> None:
    expected = log_of(county).beginning
    for broken in (b"id: [", b'title: "Utan id"\n'):
        commit(county, {INFO: broken}, on="2024-05-01")
        commit(county, named("ny-strategi"), on="2024-05-02")
    assert log_of(county).beginning == expected


def test_the_county_is_told_each_time_that_it_was_another(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    (first,) = log_of(root).counties
    assert first.area == "0091"
    assert ("alvhaga", "9101") in first.principals
    commit(root, edited(INFO, ('"0091"', '"9101"')) | vision("Andra ord"), on="2023-02-01")
    commit(root, {INFO: b"id: ["}, on="2023-02-02")
    commit(root, {INFO: FILES[INFO]} | edited(PRINCIPALS, ('"alvhaga"', '"alvhem"')), on="2023-02-03")
    commit(root, edited(INFO, ("title:", "# En rad till.\ntitle:")), on="2023-02-04")
    assert [(found.area, len(found.principals - first.principals)) for found in log_of(root).counties] == [
        ("0091", 0),
        ("9101", 0),
        ("0091", 1),
    ]
    commit(root, named("ny-strategi"), on="2023-03-01")
    assert len(log_of(root).counties) == 1


def test_a_strategy_that_nothing_came_before_has_no_beginning_to_tell(tmp_path: Path) -> None:
    root = new_county(tmp_path)
    commit(root, edited(INFO, ("title:", "# En rad till.\ntitle:")), on="2023-02-01")
    assert log_of(root).beginning is None


OTHER, OURS = "en-annan", "var-egen"


class _Words:
    """Stands for the outlines: a version's object id is the id that it says, "" where it cannot be read."""

    def of(self, path: str, blob: Blob | None) -> Outline | None:
        return Outline((Entry("id", "", blob.id),)) if blob and blob.id else None


@given(some.lists(some.tuples(some.sampled_from([OTHER, OURS, "", None]), file_versions), min_size=1))
def test_the_files_of_each_commit_are_the_same_however_much_came_before(
    history: list[tuple[str | None, dict[str, str]]],
) -> None:
    commits = tuple(written_commits(history))
    line = Line(commits, tuple(date(2024, 1, 1) for _ in commits), ())
    whole = [*states(commits, {})]
    found = strategies(line, _Words())  # type: ignore[arg-type]
    own = found.own_line(OURS)
    assert len(own.before) + len(own.commits) == len(commits)
    assert len(own.days) == len(own.commits)
    assert [*states(own.commits, {})] == whole[len(own.before) :]
    assert set(found.ids[len(own.before) :]) <= {OURS, ""}
    assert not own.before or found.ids[len(own.before) - 1] == OTHER


def written_commits(history: list[tuple[str | None, dict[str, str]]]) -> Iterator[Commit]:
    """Commits on one line; None leaves the strategy's id as it is, "" writes a file that cannot be read."""
    files: dict[str, Blob] = {}
    for number, (identity, versions) in enumerate(history):
        written = versions if identity is None else versions | {INFO: identity}
        changes = [
            Change(path, files.get(path), Blob("100644", version)) for path, version in written.items()
        ]
        files |= {change.path: change.after for change in changes if change.after}
        parents = (str(number - 1),) if number else ()
        yield Commit(str(number), 0, parents, tuple(changes))


def succeeding(name: str, former: str) -> dict[str, bytes]:
    """The strategy's own facts, with another id and what it succeeds."""
    return edited(INFO, (ID, f'id: "{name}"'), ("wording:", f'succeeds: "{former}"\nwording:'))


def test_a_strategy_that_is_succeeded_is_kept_with_its_own_history(county: Path) -> None:
    git(county, "switch", "--quiet", "--detach", "main~2")
    alone = log_of(county)
    git(county, "switch", "--quiet", "main")
    commit(county, succeeding("ny-strategi", "nara-i-fjallhavet"), on="2024-05-01")
    log = log_of(county)
    assert log.former is not None
    assert log.former.log == alone
    assert log.former.strategy.vision.text == "Gamla ord"
    assert log.former.ended_on == date(2023, 3, 1)
    assert [str(step.taken_on) for step in log.steps] == ["2024-03-01", "2024-04-01", "2024-05-01"]


def test_each_strategy_has_the_one_that_it_succeeds(county: Path) -> None:
    commit(county, succeeding("ny-strategi", "nara-i-fjallhavet"), on="2024-05-01")
    commit(county, succeeding("tredje", "ny-strategi"), on="2024-06-01")
    (county / INFO).write_bytes(succeeding("fjarde", "tredje")[INFO])
    log, ids = log_of(county), []
    while log.former:
        ids.append(log.former.strategy.info.id)
        log = log.former.log
    assert ids == ["tredje", "ny-strategi", "nara-i-fjallhavet"]


@pytest.mark.parametrize("former", ["finns-inte", "ny-strategi", "tredje"])
def test_what_is_not_in_the_history_before_is_not_succeeded(county: Path, former: str) -> None:
    commit(county, succeeding("ny-strategi", former), on="2024-05-01")
    commit(county, named("tredje"), on="2024-06-01")
    commit(county, succeeding("ny-strategi", former), on="2024-07-01")
    former_strategy = log_of(county).former
    assert (former_strategy is not None) is (former == "tredje")


def test_the_newest_version_that_can_be_read_is_the_former_strategy(county: Path) -> None:
    commit(county, {"strategy/principles.md": b"---\ntitle: [\n---\n"}, on="2024-05-01")
    restored = {"strategy/principles.md": FILES["strategy/principles.md"]}
    commit(county, succeeding("tredje", "ny-strategi") | restored, on="2024-06-01")
    former = log_of(county).former
    assert former is not None
    assert (former.strategy.vision.text, former.ended_on) == ("Nyare ord", date(2024, 5, 1))
