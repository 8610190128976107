"""Test that the text of every recorded revision is found by its digest, wherever in the history it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from strategi.content.reader import read_strategy
from strategi.history.blobs import Blobs
from strategi.history.line import line_of, read_commits
from strategi.history.repository import open_repository
from strategi.history.states import PastReader, states
from strategi.history.trees import tree_at
from strategi.model.digest import digest
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy

from tests.engine.history.county import (
    DEFINITION,
    FILES,
    RECORD,
    REVISION,
    TABLE,
    TODAY,
    VISION,
    digest_of,
    edited,
    log_of,
    new_county,
    recorded,
    strategy_of,
    vision,
)
from tests.engine.history.repositories import commit, git, new_repository

LATER = RevisionId("2026-01-01")


def found(root: Path, revision: RevisionId = REVISION) -> str | None:
    """The wording of the vision in a revision, in a history that is complete."""
    log = log_of(root)
    assert log.problem == ""
    strategy = log.text(revision)
    if strategy is None:
        return None
    recorded_revision = next(each.revision for each in log.texts if each.revision.id == revision)
    assert digest(strategy) == recorded_revision.digests[0]
    assert strategy.series == {}
    return str(strategy.vision.text)


def first(root: Path) -> str | None:
    """The same as it was first recorded."""
    strategy = log_of(root).first_text(REVISION)
    return str(strategy.vision.text) if strategy else None


def history(folder: Path, *words: str) -> Path:
    """A repository where the vision got other words, a day apart."""
    root = new_repository(folder)
    for number, each in enumerate(words, 1):
        commit(root, FILES | vision(each), on=f"2023-01-{number:02}")
    return root


def test_the_text_stands_where_its_record_was_written(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett", "Två")
    commit(root, recorded([digest_of(vision("Tre"))]) | vision("Tre"))
    commit(root, vision("Fyra"))
    assert found(root) == "Tre"


def test_the_text_is_older_than_its_record(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett", "Två", "Tre")
    commit(root, recorded([digest_of(vision("Ett"))]))
    assert found(root) == "Ett"


def test_the_text_is_younger_than_its_record(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, FILES | recorded([digest_of(vision("Två"))]))
    commit(root, vision("Ett"))
    commit(root, vision("Två"))
    commit(root, vision("Tre"))
    assert found(root) == "Två"


def test_the_text_was_merged_and_then_written_over(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett")
    git(root, "checkout", "--quiet", "-b", "förslag")
    commit(root, vision("Två"))
    commit(root, vision("Tre"))
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "förslag")
    commit(root, recorded([digest_of(vision("Två"))]))
    assert found(root) == "Två"


def test_the_line_itself_was_merged_into_another(tmp_path: Path) -> None:
    """Someone pulled and pushed: what was the line became the second parent."""
    root = history(tmp_path, "Ett")
    git(root, "checkout", "--quiet", "-b", "egen")
    commit(root, edited(DEFINITION, ("higher", "lower")))
    git(root, "checkout", "--quiet", "main")
    commit(root, vision("Två"))
    commit(root, vision("Tre"))
    commit(root, recorded([digest_of(vision("Två"))]))
    git(root, "checkout", "--quiet", "egen")
    git(root, "merge", "--quiet", "--no-ff", "main")
    assert found(root) == "Två"


def test_two_histories_that_were_joined(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett")
    git(root, "checkout", "--quiet", "--orphan", "annan")
    commit(root, vision("Två"))
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--allow-unrelated-histories", "--strategy=ours", "annan")
    commit(root, recorded([digest_of(vision("Två"))]))
    assert found(root) == "Två"


def test_a_proposal_that_is_not_committed_stands_in_the_files(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett")
    for path, data in (recorded([digest_of(vision("Två"))], LATER) | vision("Två")).items():
        (root / path).write_bytes(data)
    assert found(root, LATER) == "Två"
    assert all(each.revision_id is None for each in log_of(root).steps)


def test_a_text_that_is_nowhere_is_not_found(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett", "Två", "Tre")
    commit(root, recorded([digest_of(vision("Fyra"))]))
    assert found(root) is None


def test_a_revision_without_a_digest_is_not_looked_for(tmp_path: Path) -> None:
    assert found(new_county(tmp_path)) is None


def test_the_newest_rendering_is_the_text(tmp_path: Path) -> None:
    one, two, three = (digest_of(vision(each)) for each in ("Ett", "Två", "Tre"))
    root = new_repository(tmp_path)
    commit(root, FILES | vision("Ett") | recorded([one]))
    commit(root, vision("Två") | recorded([one, two]))
    commit(root, vision("Tre") | recorded([one, two, three]))
    commit(root, vision("Fyra"))
    assert found(root) == "Tre"
    assert first(root) == "Ett"


def test_without_a_correction_the_first_rendering_is_the_text(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett")
    commit(root, recorded([digest_of(vision("Ett"))]))
    commit(root, vision("Två"))
    assert first(root) == found(root) == "Ett"


def test_a_corrected_rendering_that_is_nowhere_is_not_replaced_by_the_one_before(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett")
    commit(root, recorded([digest_of(vision("Ett")), digest_of(vision("Två"))]))
    assert found(root) is None


def test_every_revision_has_its_own_text(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, FILES | vision("Ett") | recorded([digest_of(vision("Ett"))]))
    commit(root, vision("Två") | recorded([digest_of(vision("Två"))], LATER))
    assert (found(root), found(root, LATER)) == ("Ett", "Två")


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({VISION: b"---\ntitle: [\n---\n"}, id="a file that cannot be parsed"),
        pytest.param({VISION: "---\ntitle: Mål".encode("latin-1")}, id="a file that is not text"),
        pytest.param({"strategy/strategy.yml": b""}, id="an empty file"),
        pytest.param({DEFINITION: b"id: [1\n"}, id="a faulty indicator"),
    ],
)
def test_a_faulty_state_is_passed_by(tmp_path: Path, fault: dict[str, bytes]) -> None:
    root = history(tmp_path, "Ett")
    commit(root, fault)
    commit(root, FILES | vision("Två"))
    commit(root, fault)
    commit(root, FILES | vision("Tre"))
    commit(root, recorded([digest_of(vision("Två"))]))
    assert found(root) == "Två"


def test_the_text_comes_with_what_stood_beside_it(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, FILES | recorded([digest_of({})]))
    (root / "strategy" / "events.yml").unlink()
    commit(root, vision("Nya ord"))
    text = log_of(root).text(REVISION)
    assert text is not None
    assert text.events == strategy_of(tree_at(root, "HEAD~1")).events != ()


def test_line_feeds_and_line_breaks_do_not_hide_a_text(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    windows = {path: data.replace(b"\n", b"\r\n") for path, data in FILES.items()}
    commit(root, windows | vision("Ett\n  två"))
    commit(root, vision("Tre"))
    commit(root, recorded([digest_of(vision("Ett två"))]))
    text = log_of(root).text(REVISION)
    assert text is not None
    assert digest(text) == digest_of(vision("Ett två"))


def test_past_strategies_are_what_the_reader_makes_of_each_commit(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett", "Två")
    commit(root, {VISION: b"---\n", TABLE: b"x"})
    commit(root, FILES | edited("strategy/principals.yml", ("Alvhaga", "Alvhög")) | recorded([digest_of({})]))
    git(root, "mv", DEFINITION, "indicators/n01-annat.yml")
    git(root, "rm", "--quiet", "strategy/subgoals/d2-nara-varandra.md")
    commit(root, {})
    repository = open_repository(root)
    commits = list(read_commits(repository, ""))
    reader = PastReader(Blobs(repository), today=TODAY)
    for at, files in enumerate(states(line_of(commits, today=TODAY).commits, {})):
        expected = read_of_commit(root, commits[at].id)
        assert reader.strategy(files) == expected
        assert reader.digest(files) == (digest(expected) if expected else "")


def read_of_commit(root: Path, commit_id: str) -> Strategy | None:
    """What the reader makes of a whole commit, but for the figures."""

    strategy = read_strategy(tree_at(root, commit_id), today=TODAY).strategy
    return replace(strategy, series={}) if strategy else None


def test_the_record_itself_may_have_been_renamed(tmp_path: Path) -> None:
    root = history(tmp_path, "Ett")
    data = recorded([digest_of(vision("Ett"))])[RECORD]
    commit(root, {"strategy/revisions/utkast.yml": data} | vision("Två"))
    git(root, "mv", "--force", "strategy/revisions/utkast.yml", RECORD)
    commit(root, vision("Tre"))
    assert found(root) == "Ett"
