"""Test that `strategi digest` reports which text it is, and which revisions have it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from strategi.cli.digest import digest

from tests.engine.cli.county_history import FIRST, SECOND, SUBGOAL, changed, later_files, repository
from tests.engine.content.cases import TODAY
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, new_repository

RECORD = f"strategy/revisions/{SECOND}.yml"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("digest") / "län")


@pytest.fixture
def county(original: Path, tmp_path: Path) -> Path:
    """A repository of its own, for tests that write in it."""
    return Path(shutil.copytree(original, tmp_path / "län"))


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(digest, [*words, "--root", str(root), "--today", str(TODAY)])


def correct(root: Path) -> str:
    """Put a word right in the second revision's text, and record the correction; gives the old digest."""
    (root / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "nära hem")[SUBGOAL])
    before, after = (run(root, *words).output.split("\n")[0] for words in ((SECOND,), ()))
    correction = {
        "corrected_on": "2025-02-03",
        "part": "D1",
        "before": "intill hemmet",
        "after": "nära hem",
        "reason": "Fel avskrivet.",
        "digest_before": before,
        "digest_after": after,
        "references": ["beslut-2022"],
    }
    record = (root / RECORD).read_text(encoding="utf-8")
    (root / RECORD).write_text(f"{record}corrections: [{json.dumps(correction)}]\n", encoding="utf-8")
    return before


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ((), "Stämmer med revideringen 6 maj 2024."),
        (("working",), "Stämmer med revideringen 6 maj 2024."),
        ((FIRST,), "Stämmer med revideringen 1 december 2022."),
        (("HEAD~2",), "Stämmer med revideringen 1 december 2022."),
        (("HEAD",), "Stämmer med revideringen 6 maj 2024."),
    ],
    ids=["the files", "the files by name", "a revision", "a commit of the first text", "the newest commit"],
)
def test_the_digest_and_its_revision(county: Path, words: tuple[str, ...], verdict: str) -> None:
    result = run(county, *words)
    first, second = result.output.splitlines()
    assert result.exit_code == 0
    assert first.startswith("v1:sha256:")
    assert second == verdict


def test_another_text_is_no_revision(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "hemma")[SUBGOAL])
    result = run(county)
    assert result.exit_code == 0
    assert result.output.splitlines()[1] == "Stämmer inte med någon registrerad revidering."


def test_a_revision_without_a_digest_is_mentioned(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, county_files())
    assert run(root).output.splitlines()[1] == (
        "Stämmer inte med någon registrerad revidering. "
        "För revideringen 1 december 2022 är ingen kontrollsumma registrerad."
    )


def test_a_text_that_was_corrected_is_told_from_the_correction(county: Path) -> None:
    before = correct(county)
    assert run(county).output.splitlines()[1] == "Stämmer med revideringen 6 maj 2024."
    old = run(county, "HEAD").output.splitlines()
    assert old == [before, "Stämmer med revideringen 6 maj 2024, som den löd före rättelsen 3 februari 2025."]
    found = json.loads(run(county, "HEAD", "--format", "json").output)
    assert found["revisions"] == [{"id": SECOND, "is_newest": False}]


def test_json_says_the_same(county: Path) -> None:
    found = json.loads(run(county, FIRST, "--format", "json").output)
    assert found == {
        "format": "levande-strategi-digest-1",
        "kind": "revision",
        "name": FIRST,
        "digest": run(county, FIRST).output.splitlines()[0],
        "revisions": [{"id": FIRST, "is_newest": True}],
    }


def test_the_canonical_form_is_what_the_digest_is_made_of(county: Path) -> None:
    form = run(county, "--canonical").output.removesuffix("\n")
    assert json.loads(form)["vision"]["text"] == "Vård där du är"
    expected = f"v1:sha256:{hashlib.sha256(form.encode()).hexdigest()}"
    assert run(county).output.splitlines()[0] == expected


@pytest.mark.parametrize("version", ["finns-inte", "2020-01-01"])
def test_a_version_that_is_not_there_gives_2(county: Path, version: str) -> None:
    result = run(county, version)
    assert result.exit_code == 2
    assert "finns inte" in result.output or "finns i historiken" in result.output


def test_a_text_that_cannot_be_read_gives_2(county: Path) -> None:
    (county / SUBGOAL).write_bytes(b"ingenting")
    result = run(county)
    assert result.exit_code == 2
    assert "går inte att läsa" in result.output
