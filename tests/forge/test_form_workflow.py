"""Test that the steps of the workflow for forms do what they should, with the real command."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from strategi.content.forms.definition import FOLDER
from strategi.model.submission import FormKind

from tests.building import COMMAND, REPOSITORY
from tests.engine.content.forms import filled_in
from tests.engine.content.trees import COUNTY
from tests.forge.workflows import read

ANSWERS = {
    "part": "Målbilden",
    "fact": "Texten",
    "wording": 'Vård där vi är"; exit 7 #',
    "reason": "$(exit 7)",
}


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A folder with a checkout of the invented county, as on a machine that runs workflows."""
    shutil.copytree(COUNTY, tmp_path / "work")
    shutil.copytree(REPOSITORY / FOLDER, tmp_path / "work" / FOLDER)
    (tmp_path / "work" / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / "work" / ".venv" / "bin" / "strategi").symlink_to(COMMAND)
    return tmp_path


def run(runner: Path, job: str, step_id: str) -> subprocess.CompletedProcess[str]:
    """Run one step as it stands in the workflow."""
    (step,) = (each for each in read("form.yml")["jobs"][job]["steps"] if each.get("id") == step_id)
    places = {"GITHUB_EVENT_PATH": "event.json", "GITHUB_OUTPUT": f"{step_id}.txt", "RUNNER_TEMP": ""}
    environment = {name: str(runner / place) for name, place in places.items()}
    return subprocess.run(
        ["/bin/bash", "-e", "-c", step["run"]],
        cwd=runner / "work",
        env=environment | {"PATH": "/usr/bin:/bin", "ISSUE": "12", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def fill_in(runner: Path, **answers: str) -> None:
    body = filled_in(FormKind.TEXT, ANSWERS | answers)
    event = json.dumps({"issue": {"number": 12, "body": body}})
    (runner / "event.json").write_text(event, encoding="utf-8")


def test_a_sound_form_goes_from_the_job_that_reads_to_the_one_that_writes(runner: Path) -> None:
    fill_in(runner)
    asked = run(runner, "read", "propose")
    assert asked.returncode == 0, asked.stderr
    assert (runner / "propose.txt").read_text("utf-8") == "code=0\n"
    vision = runner / "work" / "strategy" / "vision.md"
    assert vision.read_bytes() == (COUNTY / "strategy" / "vision.md").read_bytes()
    (runner / "work" / "handover").rename(runner / "handover")
    placed = run(runner, "open", "place")
    assert placed.returncode == 0, placed.stderr
    assert (runner / "place.txt").read_text("utf-8") == (
        "branch=formular/12\ntitle=Målbild: ny text\nsubject=Målbild: ny text\n"
    )
    assert vision.read_text("utf-8").endswith('\nVård där vi är"; exit 7 #\n')
    assert (runner / "body.md").read_text("utf-8").endswith("Closes #12\n")


def test_a_form_with_faults_is_answered_and_not_handed_on(runner: Path) -> None:
    fill_in(runner, wording="<script>")
    asked = run(runner, "read", "propose")
    assert asked.returncode == 0, asked.stderr
    assert (runner / "propose.txt").read_text("utf-8") == "code=1\n"
    assert "En sak behöver rättas" in (runner / "work" / "handover" / "answer.md").read_text("utf-8")
    jobs = read("form.yml")["jobs"]
    assert jobs["open"]["if"] == "needs.read.outputs.code == '0'"
    assert jobs["open"]["needs"] == "read"


def test_when_the_form_cannot_be_read_at_all_the_run_fails(runner: Path) -> None:
    (runner / "event.json").write_text("[", encoding="utf-8")
    assert run(runner, "read", "propose").returncode == 2
    assert not (runner / "propose.txt").exists()
