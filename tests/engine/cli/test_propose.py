"""Test that `strategi propose`, `place` and `forms` write what is valid, and nothing otherwise."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from strategi.cli import main
from strategi.content.forms.definition import FOLDER
from strategi.model.submission import FormKind
from strategi.render.comments.harmless import PARTED

from tests.engine.content.forms import FORMS_ROOT, filled_in
from tests.engine.content.trees import COUNTY

SUBGOAL = "strategy/subgoals/d1-nara-hem.md"
ANSWERS = {
    "part": "D1 Nära hem",
    "fact": "Texten",
    "wording": "Vården finns hos dig.",
    "reason": "@alla vill det. Closes #3",
}


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The invented county with its forms."""
    root = tmp_path / "län"
    shutil.copytree(COUNTY, root)
    shutil.copytree(FORMS_ROOT / FOLDER, root / FOLDER)
    return root


def run(command: str, root: Path, *more: str, given: str | bytes | None = None) -> Result:
    options = ["--root", str(root), "--today", "2026-01-15"]
    return CliRunner().invoke(main, [command, *more, *options], input=given)


def form_file(folder: Path, **answers: str) -> Path:
    file = folder / "form.md"
    file.write_text(filled_in(FormKind.TEXT, ANSWERS | answers), encoding="utf-8")
    return file


def event(folder: Path, body: Any) -> Path:
    """What GitHub tells a workflow that runs when an issue has been opened."""
    file = folder / "event.json"
    file.write_text(json.dumps({"action": "opened", "issue": {"number": 12, "body": body}}), encoding="utf-8")
    return file


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_sound_form_is_written_and_nothing_else_is_touched(county: Path, tmp_path: Path) -> None:
    before = contents(county)
    result = run("propose", county, str(form_file(tmp_path)))
    after = contents(county)
    assert result.exit_code == 0
    assert "Tack, formuläret är rätt ifyllt" in result.output
    assert {path for path in after if after[path] != before.get(path)} == {SUBGOAL}
    assert after[SUBGOAL] == before[SUBGOAL].replace(
        "Vården finns nära hemmet.".encode(), b"V\xc3\xa5rden finns hos dig."
    )
    assert run("check", county).exit_code == 0


@pytest.mark.parametrize("more", [["--dry-run"], ["--dry-run", "--kind", "text"]])
def test_nothing_is_written_when_it_is_only_tried(county: Path, tmp_path: Path, more: list[str]) -> None:
    before = contents(county)
    assert run("propose", county, str(form_file(tmp_path)), *more).exit_code == 0
    assert contents(county) == before


def test_nothing_is_written_of_a_form_with_faults(county: Path, tmp_path: Path) -> None:
    before = contents(county)
    result = run("propose", county, str(form_file(tmp_path, wording="<script>")))
    assert result.exit_code == 1
    assert "En sak behöver rättas" in result.output
    assert contents(county) == before


def test_the_form_may_come_from_elsewhere(county: Path) -> None:
    result = run("propose", county, "-", given=filled_in(FormKind.TEXT, ANSWERS).encode())
    assert result.exit_code == 0


def test_json_holds_what_a_program_needs(county: Path, tmp_path: Path) -> None:
    file = event(tmp_path, filled_in(FormKind.TEXT, ANSWERS).replace("\n", "\r\n"))
    result = run("propose", county, str(file), "--dry-run", "--format", "json")
    data = json.loads(result.output)
    assert result.exit_code == 0
    assert list(data) == ["kind", "branch", "title", "subject", "body", "files", "faults"]
    assert (data["kind"], data["branch"], data["subject"]) == ("text", "formular/12", "D1: ny text")
    assert list(data["files"]) == [SUBGOAL]
    assert "> Vården finns hos dig." in data["body"].splitlines()


def test_json_holds_all_faults(county: Path, tmp_path: Path) -> None:
    result = run("propose", county, str(event(tmp_path, None)), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "kind": None,
        "faults": [
            {
                "label": "",
                "value": "",
                "message": "texten är inget av formulären",
                "advice": "Fyll i ett av formulären, och låt rubrikerna stå som de är.",
            }
        ],
    }


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("event.json", b"[", "är ingen händelse med ett ärende"),
        ("event.json", b'{"issue": 3}', "är ingen händelse med ett ärende"),
        ("event.json", b"[" * 100_000, "är ingen händelse med ett ärende"),
        ("form.md", b"\xff", "är inte text i UTF-8"),
        ("form.md", b"a\x00", "är inte text"),
        ("form.md", b"a" * 1_000_001, "är större än"),
    ],
    ids=["no-json", "no-issue", "deep", "latin-1", "nul", "too-large"],
)
def test_what_cannot_be_read_is_said_and_gives_2(
    county: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("propose", county, str(tmp_path / name))
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_form_or_a_strategy_that_is_not_there_gives_2(county: Path, tmp_path: Path) -> None:
    file = str(form_file(tmp_path))
    (county / "strategy" / "strategy.yml").unlink()
    assert "strategin går inte att läsa" in run("propose", county, file).output
    shutil.rmtree(county / FOLDER)
    assert "formuläret .github/ISSUE_TEMPLATE/text.yml saknas" in run("forms", county).output
    assert run("propose", county, file).exit_code == 2


def test_a_form_that_does_not_ask_what_its_kind_must_gives_2(county: Path, tmp_path: Path) -> None:
    form = county / FOLDER / "text.yml"
    form.write_text(form.read_text("utf-8").replace("id: part", "id: del"), encoding="utf-8")
    for result in (run("propose", county, str(form_file(tmp_path))), run("forms", county)):
        assert result.exit_code == 2
        assert "text.yml har inget fält med id ”part”" in result.output


def handed_over(county: Path, tmp_path: Path, **changes: Any) -> Path:
    """What the job that reads the form hands over, changed as by someone who has taken that job over."""
    file = event(tmp_path, filled_in(FormKind.TEXT, ANSWERS))
    data = json.loads(run("propose", county, str(file), "--dry-run", "--format", "json").output)
    (tmp_path / "proposal.json").write_text(json.dumps(data | changes), encoding="utf-8")
    return tmp_path / "proposal.json"


def place(county: Path, file: Path) -> Result:
    return run("place", county, str(file), "--issue", "12", "--body", str(file.with_name("body.md")))


def test_a_proposal_is_put_in_place_and_described(county: Path, tmp_path: Path) -> None:
    result = place(county, handed_over(county, tmp_path))
    assert (result.exit_code, result.output) == (
        0,
        "branch=formular/12\ntitle=D1: ny text\nsubject=D1: ny text\n",
    )
    assert "hos dig" in (county / SUBGOAL).read_text("utf-8")
    body = (tmp_path / "body.md").read_text("utf-8")
    assert f"> @{PARTED}alla vill det. Closes #{PARTED}3" in body.splitlines()
    assert body.endswith("\nCloses #12\n")


SOUND = (COUNTY / SUBGOAL).read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"files": {".github/workflows/x.yml": "on: push"}}, "får inte ändra filen .github/workflows/x.yml"),
        ({"files": {"strategy/../.github/x.yml": ""}}, "får inte ändra"),
        ({"files": {"strategy/subgoals/../../x.md": ""}}, "får inte ändra"),
        ({"files": {"/etc/passwd": ""}}, "får inte ändra"),
        ({"files": {"strategy/governance.yml": "mandates: []"}}, "får inte ändra"),
        ({"files": {"strategy/revisions/2026-01-01.yml": ""}}, "får inte ändra"),
        ({"files": {"macros/strategi/plugin.py": ""}}, "får inte ändra"),
        # What is printed in the run of a workflow may be a command to it.
        ({"files": {"x\n::add-path::/x": ""}}, "filen x\\n::add-path::/x"),
        ({"files": {SUBGOAL: SOUND + "<script>"}}, "förslaget bryter mot TXT601"),
        ({"files": {SUBGOAL: SOUND + "{{ x }}"}}, "förslaget bryter mot TXT602"),
        ({"files": {SUBGOAL: "\ud800"}}, "inget förslag"),
        ({"files": {SUBGOAL: 3}}, "inget förslag"),
        ({"files": {}}, "inget förslag"),
        ({"files": dict.fromkeys("abcde", "")}, "inget förslag"),
        ({"subject": "D1\nbranch=main"}, "inget förslag"),
        ({"subject": "D" * 201}, "inget förslag"),
        ({"body": None}, "inget förslag"),
    ],
)
def test_what_is_handed_over_is_not_trusted(
    county: Path, tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    file = handed_over(county, tmp_path, **changes)
    before = contents(county)
    result = place(county, file)
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
    assert said in result.output
    assert contents(county) == before
    assert not (tmp_path / "body.md").exists()


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 100_000])
def test_what_is_no_proposal_is_refused(county: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "proposal.json").write_text(text, encoding="utf-8")
    result = place(county, tmp_path / "proposal.json")
    assert result.exit_code == 2
    assert "det överlämnade är" in result.output


def test_a_file_that_leads_elsewhere_is_not_written(county: Path, tmp_path: Path) -> None:
    file = handed_over(county, tmp_path)
    outside = tmp_path / "utanför.md"
    outside.write_text("orörd", encoding="utf-8")
    (county / SUBGOAL).unlink()
    (county / SUBGOAL).symlink_to(outside)
    result = place(county, file)
    assert result.exit_code == 2
    assert "leder någon annanstans" in result.output
    assert outside.read_text("utf-8") == "orörd"


def test_the_lists_of_the_forms_are_compared_and_put_right(county: Path) -> None:
    result = run("forms", county)
    assert result.exit_code == 1
    assert result.output.splitlines()[0] == f"{FOLDER}/text.yml: listorna stämmer inte med strategin"
    assert "gör så: kör strategi forms --write" in result.output
    assert run("forms", county, "--write").exit_code == 0
    again = run("forms", county)
    assert (again.exit_code, again.output) == (0, "Listorna i formulären stämmer med strategin.\n")
