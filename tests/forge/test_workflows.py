"""Test that someone who may only propose cannot make the automatic checks do anything else than check."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.building import REPOSITORY
from tests.forge.workflows import FILES, FOLDER, events, read, steps

# Versions that have been looked at, by the commit that may be run.
ACTIONS = {
    "actions/checkout": ("de0fac2e4500dabe0009e67214ff5f5447ce83dd", "v6.0.2"),
    "actions/setup-python": ("a309ff8b426b58ec0e2a45f0f869d46889d02405", "v6.2.0"),
    "actions/configure-pages": ("983d7736d9b0ae728b81ab479565c72886d7745b", "v5.0.0"),
    "actions/upload-pages-artifact": ("7b1f4a764d45c48632c6b24a0339c27f5614fb0b", "v4.0.0"),
    "actions/deploy-pages": ("d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e", "v4.0.5"),
    "actions/upload-artifact": ("043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "actions/download-artifact": ("634f93cb2916e3fdff6788551b99b062d0335ce0", "v5.0.0"),
    "actions/github-script": ("ed597411d8f924073f98dfc5c65a23a2325f34cd", "v8.0.0"),
    "peter-evans/create-pull-request": ("271a8d0340265f705b14b6d32b9829c1cb33d45e", "v7.0.8"),
}
# What each job may write. Everything else may be read at most.
WRITES = {
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("proposal-comment.yml", "comment"): {"pull-requests"},
    ("form.yml", "open"): {"contents", "pull-requests"},
    ("form.yml", "answer"): {"issues"},
}
each_workflow = pytest.mark.parametrize("name", [path.name for path in FILES])


def test_a_tool_that_knows_how_workflows_are_attacked_finds_nothing() -> None:
    assert attacks(REPOSITORY / ".github") == set()


def test_the_tool_finds_what_there_is_to_find(tmp_path: Path) -> None:
    attacked = (FOLDER / "proposal.yml").read_text("utf-8").replace("NUMBER: ${{", "NUMBER: # ${{")
    attacked = attacked.replace("pull_request:", "pull_request_target:").replace(
        'echo "$NUMBER"', "echo ${{ github.event.pull_request.title }}"
    )
    (tmp_path / "proposal.yml").write_text(attacked, encoding="utf-8")
    assert attacks(tmp_path / "proposal.yml") >= {"dangerous-triggers", "template-injection"}


def attacks(place: Path) -> set[str]:
    """Everything above low that zizmor finds."""
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--no-exit-codes", "--format", "json", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {
        each["ident"]
        for each in json.loads(done.stdout)
        if not each["ignored"] and each["determinations"]["severity"] in ("Medium", "High")
    }


def test_the_tool_is_told_to_look_away_once() -> None:
    """Where a workflow runs after one that a fork may have started, and may write: see the reasons there."""
    told = [
        (path.name, line.strip())
        for path in FILES
        for line in path.read_text("utf-8").splitlines()
        if "zizmor:" in line
    ]
    assert told == [("proposal-comment.yml", "workflow_run: # zizmor: ignore[dangerous-triggers]")]
    assert not [*REPOSITORY.glob("zizmor.y*ml"), *REPOSITORY.glob(".github/zizmor.y*ml")]


@each_workflow
def test_every_action_is_a_commit_that_has_been_looked_at(name: str) -> None:
    lines = re.findall(r"uses: *(.*)", (FOLDER / name).read_text("utf-8"))
    assert lines
    known = {f"{action}@{commit} # {version}" for action, (commit, version) in ACTIONS.items()}
    assert set(lines) <= known


@each_workflow
def test_it_is_a_workflow_with_jobs_that_are_there(name: str) -> None:
    workflow = read(name)
    assert workflow["name"]
    assert events(workflow)
    for job in workflow["jobs"].values():
        assert {"name", "runs-on", "steps", "timeout-minutes"} <= set(job)
        needed = job.get("needs", [])
        assert set([needed] if isinstance(needed, str) else needed) <= set(workflow["jobs"])
        assert all(("run" in step) != ("uses" in step) for step in job["steps"])


@each_workflow
def test_it_may_do_no_more_than_it_needs(name: str) -> None:
    workflow = read(name)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for job_name, job in workflow["jobs"].items():
        granted = job.get("permissions", {})
        written = {scope for scope, level in granted.items() if level != "read"}
        assert written == WRITES.get((name, job_name), set())
        assert job["timeout-minutes"] <= 30


@each_workflow
def test_no_workflow_runs_a_proposal_with_the_rights_of_the_project(name: str) -> None:
    assert "pull_request_target" not in events(read(name))
    for step in steps(read(name)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
            # A ref that a proposal chooses would bring the proposal's code.
            assert step["with"].get("ref") in (None, "${{ github.event.repository.default_branch }}")


@each_workflow
def test_what_others_have_written_is_never_part_of_a_program(name: str) -> None:
    """An expression is put in before the shell or Node reads the line, a variable is not."""
    for step in steps(read(name)):
        assert "${{" not in step.get("run", "")
        assert "${{" not in step.get("with", {}).get("script", "")


def test_only_a_workflow_that_runs_no_proposal_may_write_to_one() -> None:
    """The review runs what was proposed, so it knows no secret and may write nothing."""
    workflow = read("proposal.yml")
    assert "secrets." not in (FOLDER / "proposal.yml").read_text("utf-8")
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    assert events(read("proposal-comment.yml")) == {
        "workflow_run": {"workflows": [workflow["name"]], "types": ["completed"]}
    }


def test_the_job_that_reads_a_form_may_write_nothing() -> None:
    jobs = read("form.yml")["jobs"]
    assert jobs["read"]["permissions"] == {"contents": "read"}
    runs = {name: [step.get("run", "") for step in job["steps"]] for name, job in jobs.items()}
    reading = {name for name, said in runs.items() if any("GITHUB_EVENT_PATH" in each for each in said)}
    assert reading == {"read"}


def test_the_checks_start_also_when_a_draft_becomes_ready() -> None:
    """A pull request that a workflow makes starts no other workflow."""
    for name in ("check.yml", "proposal.yml"):
        assert "ready_for_review" in events(read(name))["pull_request"]["types"]


@pytest.mark.parametrize(
    ("code", "review", "posted", "verdict"),
    [
        (0, "## Inga hinder\n", "## Inga hinder\n", 0),
        (1, "## Beslut saknas\n", "## Beslut saknas\n", 1),
        (2, "", "## Förslaget kunde inte granskas\n\n    basen finns inte\n", 2),
    ],
    ids=["may-be-merged", "rule-broken", "not-judged"],
)
def test_the_verdict_is_that_of_the_review(
    tmp_path: Path, code: int, review: str, posted: str, verdict: int
) -> None:
    by_name = {step.get("name"): step for step in steps(read("proposal.yml"))}
    environment = _stand_ins(tmp_path, code=code, review=review)
    asked = _run(tmp_path, by_name["Review the proposal"], environment)
    assert asked.returncode == 0, asked.stderr
    assert (tmp_path / "proposal" / "review.md").read_text("utf-8") == posted
    assert (tmp_path / "summary").read_text("utf-8") == posted
    assert (tmp_path / "proposal" / "number").read_text("utf-8") == "7\n"
    assert "::notice::" in asked.stdout
    assert _run(tmp_path, by_name["Give the verdict"], environment).returncode == verdict


def test_a_proposal_is_judged_by_the_program_as_it_was_before_it() -> None:
    """What the proposal brings is run in another job, which has no say."""
    jobs = read("proposal.yml")["jobs"]
    judging, showing = (
        [step.get("run", "") for step in jobs[each]["steps"]] for each in ("review", "preview")
    )
    assert any('git worktree add --detach "$RUNNER_TEMP/judge" HEAD^1' in each for each in judging)
    assert all('make -C "$RUNNER_TEMP/judge"' in each for each in judging if "make" in each)
    assert "make site" in showing
    assert "needs" not in jobs["review"]


def test_what_takes_longer_is_proved_every_week_and_when_asked() -> None:
    """No push or proposal starts it, and it may read and nothing else."""
    workflow = read("proof.yml")
    started = events(workflow)
    assert set(started) == {"schedule", "workflow_dispatch"}
    (weekly,) = started["schedule"]
    assert re.fullmatch(r"[1-9]\d? \d+ \* \* [0-6]", weekly["cron"]), "once a week, off the full hour"
    (job,) = workflow["jobs"].values()
    assert "permissions" not in job
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make proof"]
    assert "secrets." not in (FOLDER / "proof.yml").read_text("utf-8")


def _stand_ins(root: Path, *, code: int, review: str) -> dict[str, str]:
    """Put a command in the place of the one that judges; gives the environment of the step."""
    said = root / "said.md"
    said.write_text(review, encoding="utf-8")
    markdown = f'cat "{said}"; [ -s "{said}" ] || echo "basen finns inte" >&2'
    says = f'case "$*" in *github*) echo "::notice::";; *) {markdown};; esac; exit {code}'
    command = root / "judge/.venv/bin/strategi"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
    command.chmod(0o755)
    places = {"RUNNER_TEMP": str(root), "GITHUB_WORKSPACE": str(root / "proposed")}
    return {"NUMBER": "7", "GITHUB_STEP_SUMMARY": str(root / "summary"), **places}


def _run(root: Path, step: dict[str, Any], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does."""
    command = ["/bin/bash", "-e", "-c", step["run"]]
    environment = {"PATH": "/usr/bin:/bin"} | environment
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
