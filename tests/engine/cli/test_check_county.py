"""`strategi check` tells what is wrong beside the content, and with --history what is wrong in the past."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from strategi.cli import main

from tests.engine.history.repositories import commit, git
from tests.engine.site.county import SECOND, TODAY, county_with_history

VISION = "strategy/vision.md"
RECORD = f"strategy/revisions/{SECOND}.yml"
OWNERS_FILE = ".github/CODEOWNERS"
OWNERS = """\
*                                   @lan/forvaltning
/strategy/                          @lan/samradet
/strategy/principles.md             @lan/chefsgruppen @lan/samradet
/strategy/roadmap/                  @lan/chefsgruppen @lan/samradet
/strategy/roadmap/revidering.md     @lan/samradet
/strategy/revisions/                @lan/samradet @lan/chefsgruppen @lan/redaktion
/strategy/adoptions/                @lan/redaktion
/strategy/bodies.yml                @lan/redaktion
/strategy/events.yml
/strategy/focus-shifts.yml          someone@example.org
/strategy/references.yml            @lan/redaktion
/indicators/                        @lan/redaktion
/indicators/n*.yml                  @lan/samradet # the definitions are decided
"""


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return county_with_history(tmp_path / "county")


def run(command: str, root: Path, *more: str) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root), *more])


def check(root: Path, *more: str) -> Result:
    return run("check", root, "--today", TODAY, *more)


def changed(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text("utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), "utf-8")


def with_owners(root: Path, text: str) -> Path:
    (root / ".github").mkdir()
    (root / OWNERS_FILE).write_text(text, "utf-8")
    return root


def test_a_sound_county_is_clean_with_all_its_history(county: Path) -> None:
    run("schema", county, "--write")
    with_owners(county, OWNERS)
    result = check(county, "--history")
    assert (result.exit_code, result.output) == (0, "Inga fel.\n")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda folder: (folder / "vision.json").write_text("{}"),
            "ett annat än det som filerna läses efter",
        ),
        (lambda folder: (folder / "vision.json").unlink(), "schemat saknas"),
        (lambda folder: (folder / "borta.json").write_text("{}"), "beskriver ingenting längre"),
    ],
    ids=["old", "absent", "of-nothing"],
)
def test_schemas_that_are_not_the_readers_are_told(
    county: Path, spoil: Callable[[Path], object], said: str
) -> None:
    run("schema", county, "--write")
    spoil(county / "docs/schema")
    result = check(county)
    assert result.exit_code == 0
    (line,) = (each for each in result.output.splitlines() if "STR146" in each)
    assert said in line
    assert "gör så: Kör strategi schema --write." in result.output
    run("schema", county, "--write")
    assert check(county).output == "Inga fel.\n"


def test_a_file_that_does_not_name_its_schema_is_told_what_to_write(county: Path) -> None:
    first, rest = (county / RECORD).read_text("utf-8").split("\n", 1)
    (county / RECORD).write_text(rest, "utf-8")
    assert check(county).output == "Inga fel.\n", "a county that keeps no schemas is not asked for any"
    run("schema", county, "--write")
    result = check(county)
    assert f"{RECORD}:1:1: STR147" in result.output
    assert f"gör så: Skriv överst: {first}\n" in result.output
    assert "1 varning\n" in result.output


@pytest.mark.parametrize(
    ("line", "path", "asked", "needed"),
    [
        ("/strategy/vision.md @lan/chefsgruppen", "strategy/vision.md", "chefsgruppen", "samradet"),
        ("vision.md", "strategy/vision.md", "inget organ", "samradet"),
        (
            "/strategy/*/d1-* @lan/redaktion",
            "strategy/subgoals/d1-vard-hos-mig.md",
            "inget organ",
            "samradet",
        ),
        ("/indicators/**/*.csv @lan/samradet", "", "", ""),
        ("/indicators/sources.yml @lan/samradet", "indicators/sources.yml", "samradet", "inget organ"),
        ("strategy/adoptions/ @lan/samradet", "strategy/adoptions/2024-02-14.yml", "samradet", "inget organ"),
    ],
)
def test_owners_who_may_not_decide_are_told(
    county: Path, line: str, path: str, asked: str, needed: str
) -> None:
    result = check(with_owners(county, f"{OWNERS}{line}\n"))
    if not path:  # nobody decides on a figure
        assert result.output == "Inga fel.\n"
        return
    assert result.exit_code == 1
    number = OWNERS.count("\n") + 1
    assert result.output.startswith(
        f"{OWNERS_FILE}:{number}:1: STR148 {path}: {asked} ombeds godkänna, men {needed} får besluta"
    )
    assert "\n1 fel\n" in result.output


@pytest.mark.parametrize(
    ("owners", "said"),
    [
        ("docs/ @lan/alla", ["indicators/n01-trygghet-aldreomsorg.csv och 42 till"]),
        ("/docs/ @lan/alla\nstrategy/\n/indicators/*.yml @nagon\n*.csv someone@example.org", []),
        (
            "/docs/\n/strategy/\n**/indicators/**/*.yml",
            ["indicators/n01-trygghet-aldreomsorg.csv och 7 till"],
        ),
        ("/docs/ @nagon\n/strategy/ @nagon\n/indicators/*.* @nagon", []),
        ("docs\nindicators\n/strategy/**/*", []),
        ("# ingen ännu\n", []),
    ],
)
def test_files_that_fit_no_line_are_told_once(county: Path, owners: str, said: list[str]) -> None:
    result = check(with_owners(county, owners))
    assert result.exit_code == 0
    told = [line for line in result.output.splitlines() if "STR149" in line]
    where = f"{OWNERS_FILE}:1:1: STR149"
    assert told == [f"{where} ingen ombeds godkänna en ändring av {each} [owner-missing]" for each in said]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/docs/ @annan/redaktion", True),
        ("/docs/ @lan/redaktion @annan/redaktion", True),
        ("/docs/ @Lan/redaktion", False),
        ("/docs/ @annan", False),
    ],
)
def test_teams_of_another_organisation_are_told(county: Path, line: str, told: bool) -> None:
    result = check(with_owners(county, f"{OWNERS}{line}\n"))
    assert result.exit_code == 0
    said = f":{OWNERS.count(chr(10)) + 1}:1: STR150 @annan/redaktion hör till en annan organisation"
    assert (said in result.output) is told
    assert (result.output == "Inga fel.\n") is not told


def test_owners_that_name_no_body_cannot_be_compared(county: Path) -> None:
    assert check(with_owners(county, "* @lan/alla @nagon\n")).output == "Inga fel.\n"


def test_a_version_that_cannot_be_read_is_told_once(county: Path) -> None:
    sound = (county / VISION).read_bytes()
    commit(county, {VISION: b"---\ntitel: x\n---\n"})
    commit(county, {"strategy/events.yml": (county / "strategy/events.yml").read_bytes() + b"\n"})
    newest = git(county, "rev-parse", "HEAD")[:10]
    commit(county, {VISION: sound})
    assert check(county).output == "Inga fel.\n"
    result = check(county, "--history")
    assert result.exit_code == 1
    assert f"REV545 i versionen {newest} (2026-05-04) och 1 till: " in result.output
    assert "Traceback" not in result.output


def test_a_version_of_another_form_is_told_as_a_warning(county: Path) -> None:
    changed(county, RECORD, 'registry_number: "SR 2024/7"\n', "")
    commit(county, {})
    changed(county, RECORD, "minutes:", 'registry_number: "SR 2024/7"\nminutes:')
    commit(county, {})
    result = check(county, "--history")
    assert result.exit_code == 0
    assert f"{RECORD}:2:1: REV546 i versionen " in result.output
    assert "nyckeln ”registry_number” saknas [STR110]" in result.output
    assert "\n1 varning\n" in result.output


def test_a_digest_that_no_text_has_had_is_told(county: Path) -> None:
    false = f"v1:sha256:{'0' * 64}"
    text = (county / RECORD).read_text("utf-8")
    own = text.partition('digest: "')[2][: len(false)]
    (county / RECORD).write_text(
        text.replace(own, false)
        + f'corrections:\n  - corrected_on: "2024-03-01"\n    part: vision\n    before: "nära"\n'
        f'    after: "nära"\n    reason: "Felskrivet"\n    digest_before: "{false}"\n'
        f'    digest_after: "{own}"\n    references: ["beslutsunderlag"]\n',
        "utf-8",
    )
    result = check(county, "--history")
    assert "REV5" not in check(county).output, "the text as corrected is found"
    assert f"{RECORD}:1:1: REV547 ingen text i historiken har kontrollsumman" in result.output
    assert f"värde: {false}" in result.output
    assert own not in result.output


@pytest.mark.parametrize("depth", ["shallow", "none"])
def test_without_the_whole_history_nothing_is_promised(county: Path, tmp_path: Path, depth: str) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", county.as_uri(), "grund")
    if depth == "none":
        county_without = tmp_path / "grund" / ".git"
        county_without.rename(tmp_path / "undan")
    result = check(tmp_path / "grund", "--history")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "histori" in result.output


def test_one_version_or_all(county: Path) -> None:
    result = check(county, "--history", "--rev", "HEAD")
    assert result.exit_code == 2
    assert "välj --rev eller --history" in result.output
