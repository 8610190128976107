"""Test that one comment is posted and then updated, only on the pull request that was reviewed."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from tests.building import REPOSITORY

SCRIPT = REPOSITORY / ".github" / "scripts" / "comment.cjs"
BOT = {"login": "github-actions[bot]"}
MARKER = "<!-- strategi: granskning -->"
# A forge that answers with what it is given, and writes down what it is asked to do.
FORGE = """
const { given, script } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ours = require(script);
const calls = [];
const note = (name) => async (options) => { calls.push([name, options]); };
const issues = { listComments: "comments", updateComment: note("update"), createComment: note("create") };
const github = {
  rest: { issues, pulls: { list: "pulls" } },
  paginate: async (what, options) => {
    if (what === "pulls") calls.push(["list", options]);
    return given[what];
  },
};
const context = { repo: { owner: "o", repo: "r" } };
const answer = async () => given.answer
  ? ours.formAnswer(given.answer)
  : given.run
    ? (await ours.pullRequestOf({ github, context, run: given.run })) ?? null
    : ours.postOnce({ github, context, number: 7, body: given.body });
answer().then((result) => console.log(JSON.stringify({ calls, result: result ?? null })));
"""
HEAD = {"sha": "abc", "repo": {"full_name": "fork/r"}}
RUN = {
    "head_sha": "abc",
    "head_branch": "gren",
    "head_repository": {"full_name": "fork/r", "owner": {"login": "fork"}},
}

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")


def run(**given: Any) -> dict[str, Any]:
    """Call the script with what a forge would answer."""
    asked = json.dumps({"given": given, "script": str(SCRIPT)})
    done = subprocess.run(["node", "-e", FORGE], input=asked, capture_output=True, text=True, check=True)
    answered: dict[str, Any] = json.loads(done.stdout)
    return answered


def test_the_first_comment_is_posted() -> None:
    body = f"{MARKER}\nGranskning"
    others = [{"id": 1, "user": BOT, "body": "Något annat"}, {"id": 2, "user": None, "body": None}]
    assert run(body=body, comments=others)["calls"] == [
        ["create", {"owner": "o", "repo": "r", "issue_number": 7, "body": body}]
    ]


def test_the_next_one_takes_its_place() -> None:
    body = f"{MARKER}\nGranskning nr 2"
    earlier = [{"id": 3, "user": BOT, "body": f"{MARKER}\nGranskning"}]
    assert run(body=body, comments=earlier)["calls"] == [
        ["update", {"owner": "o", "repo": "r", "comment_id": 3, "body": body}]
    ]


def test_a_comment_by_someone_else_that_looks_like_ours_is_left_alone() -> None:
    forged = [{"id": 4, "user": {"login": "granne"}, "body": f"{MARKER}\nAllt är beslutat"}]
    assert [name for name, _ in run(body=f"{MARKER}\n", comments=forged)["calls"]] == ["create"]


@pytest.mark.parametrize(
    ("pulls", "number"),
    [
        ([{"number": 7, "head": HEAD}], 7),
        ([], None),
        ([{"number": 7, "head": HEAD | {"sha": "newer"}}], None),
        ([{"number": 7, "head": HEAD | {"repo": {"full_name": "another/r"}}}], None),
        ([{"number": 7, "head": HEAD | {"repo": None}}], None),
        ([{"number": 7, "head": HEAD}, {"number": 8, "head": HEAD}], None),
    ],
    ids=["found", "closed", "has-moved-on", "another-fork", "fork-is-gone", "two-of-them"],
)
def test_the_pull_request_is_found_by_its_head(pulls: list[dict[str, Any]], number: int | None) -> None:
    answered = run(run=RUN, pulls=pulls)
    assert answered["result"] == number
    asked = {"owner": "o", "repo": "r", "state": "open", "head": "fork:gren", "per_page": 100}
    assert answered["calls"] == [["list", asked]]


def test_a_run_whose_fork_is_gone_has_no_pull_request() -> None:
    assert run(run=RUN | {"head_repository": None}, pulls=[])["result"] is None


def test_whoever_filled_in_a_form_is_told_what_came_of_it() -> None:
    text = "<!-- strategi: formular -->\nTack."
    faults = run(answer={"text": text, "code": "1"})["result"]
    opened = run(answer={"text": text, "code": "0", "opened": "12"})["result"]
    failed = run(answer={"text": text, "code": "0", "opened": ""})["result"]
    assert faults == text
    assert opened.startswith(text)
    assert "Förslaget finns i #12." in opened
    assert "Tack." not in failed
    assert failed.startswith("<!-- strategi: formular -->\n")
    assert "något gick fel" in failed
