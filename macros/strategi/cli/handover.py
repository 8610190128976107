"""Write a proposal for another job, and read it there without trusting its content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from strategi.cli.outcome import NotRun
from strategi.model.submission import Submission
from strategi.render.comments.form_answer import proposal_markdown

_MOST_FILES, _LONGEST_SUBJECT = 4, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A proposal that has been handed over, its shape looked through."""

    subject: str
    body: str
    files: Mapping[str, str]


def handover_json(submission: Submission, issue: int | None) -> str:
    """What the form would change, or what is wrong with it, for a program."""
    draft = submission.draft
    made = (
        {
            "branch": branch_of(issue if issue is not None else draft.topic),
            "title": draft.subject,
            "subject": draft.subject,
            "body": proposal_markdown(submission),
            "files": dict(draft.files),
        }
        if draft
        else {}
    )
    faults = [
        {"label": each.label, "value": each.value, "message": each.message, "advice": each.advice}
        for each in submission.faults
    ]
    kind = submission.kind.value if submission.kind else None
    # In ASCII: half of a pair of surrogates, which a form may hold, could not be written otherwise.
    return json.dumps({"kind": kind, **made, "faults": faults}, indent=2) + "\n"


def branch_of(issue: int | str) -> str:
    """The branch of a form: one for each issue, so that a form that is edited changes its own proposal."""
    return f"formular/{issue}"


def handed_over(text: str) -> Handover:
    """Read what was handed over. Raise NotRun where it is not a proposal."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotRun("det överlämnade är inte JSON") from error
    held: dict[str, Any] = data if isinstance(data, dict) else {}
    subject, body, files = (held.get(key) for key in ("subject", "body", "files"))
    if _is_line(subject) and isinstance(body, str) and _are_files(files):
        return Handover(subject=subject, body=body, files=files)
    raise NotRun("det överlämnade är inget förslag")


def _is_line(subject: Any) -> TypeGuard[str]:
    return isinstance(subject, str) and subject.isprintable() and 0 < len(subject) <= _LONGEST_SUBJECT


def _are_files(files: Any) -> TypeGuard[Mapping[str, str]]:
    return (
        isinstance(files, dict)
        and 0 < len(files) <= _MOST_FILES
        and all(isinstance(text, str) and _is_utf8(text) for text in files.values())
    )


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
