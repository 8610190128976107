// How is a comment posted once, and updated afterwards? Run by actions/github-script in a workflow.
"use strict";

const AUTHOR = "github-actions[bot]";

// Post the body on the issue or pull request. A comment of ours with the same first line, its marker, is updated.
async function postOnce({ github, context, number, body }) {
  const marker = body.split("\n", 1)[0];
  const place = { ...context.repo, issue_number: number };
  const comments = await github.paginate(github.rest.issues.listComments, { ...place, per_page: 100 });
  const earlier = comments.find((each) => each.user?.login === AUTHOR && each.body?.startsWith(marker));
  if (earlier) {
    await github.rest.issues.updateComment({ ...context.repo, comment_id: earlier.id, body });
  } else {
    await github.rest.issues.createComment({ ...place, body });
  }
}

// The open pull request that a run was for, by its head. The run itself is not asked: what it says, a fork may have said.
async function pullRequestOf({ github, context, run }) {
  const [owner, name] = [run.head_repository?.owner?.login, run.head_repository?.full_name];
  if (!owner) return undefined;
  const query = { ...context.repo, state: "open", head: `${owner}:${run.head_branch}`, per_page: 100 };
  const open = await github.paginate(github.rest.pulls.list, query);
  const same = open.filter((each) => each.head.sha === run.head_sha && each.head.repo?.full_name === name);
  return same.length === 1 ? same[0].number : undefined;
}

// What the one who filled in a form is told. `opened` is the number of the pull request, where one could be made.
function formAnswer({ text, code, opened }) {
  if (code !== "0") return text;
  const [marker] = text.split("\n", 1);
  if (!/^[0-9]+$/.test(opened ?? "")) {
    return `${marker}\nFormuläret är rätt ifyllt, men något gick fel när förslaget skulle skapas. Den som sköter projektet ser vad.`;
  }
  return `${text}\n\nFörslaget finns i #${opened}. Ändrar du formuläret här ändras förslaget.`;
}

module.exports = { formAnswer, postOnce, pullRequestOf };
