"""Check what a form would change by the same rules as the files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from strategi.content.tree import Tree
from strategi.model.finding import Finding
from strategi.model.submission import FormFault, Submission
from strategi.rules.new_findings import new_errors


def judged(submission: Submission, tree: Tree, *, today: date) -> Submission:
    """The submission with the faults that its files would bring; without a draft where anything is wrong."""
    found = new_errors(tree, submission.draft.files, today=today) if submission.draft else ()
    brought = (_form_fault(each, submission) for each in found)
    order = {label: number for number, (label, _) in enumerate(submission.answers)}
    told = dict.fromkeys((*submission.faults, *brought))
    faults = tuple(sorted(told, key=lambda each: order.get(each.label, len(order))))
    return replace(submission, faults=faults, draft=None if faults else submission.draft)


def _form_fault(finding: Finding, submission: Submission) -> FormFault:
    """The fault at the question in whose answer the faulty value stands."""
    value = finding.value
    places = (label for label, answer in submission.answers if value and value in answer)
    return FormFault(label=next(places, ""), message=finding.message, advice=finding.advice, value=value)
