"""Draft the file of a principal's local plan, from a form."""

from __future__ import annotations

from strategi.content.editing import with_record
from strategi.content.forms.answers import Answers
from strategi.content.forms.choices import Options
from strategi.content.forms.ground import Ground
from strategi.content.writing import file_text
from strategi.model.evidence import Evidence
from strategi.model.governance import LocalPlan
from strategi.model.submission import Draft


def local_plan(answers: Answers, ground: Ground, options: dict[str, Options]) -> Draft | None:
    """The plan's file; the one that is there is changed."""
    principal = answers.choice("principal", options["principal"])
    days = {name: answers.day(name) for name in ("valid_from", "valid_to", "decided_on")}
    address = answers.address("url")
    first, last = days["valid_from"], days["valid_to"]
    if not isinstance(first, Evidence) and not isinstance(last, Evidence) and last < first:
        answers.refuse("valid_to", "den sista dagen ligger före den första", "Rätta ett av datumen.")
    if not (answers.is_sound() and principal):
        return None
    plan = LocalPlan(
        principal=principal,
        title=answers.text("title"),
        **days,
        body=answers.known("body"),
        registry_number=answers.known("registry_number"),
        url=address,
        evidence=Evidence.INFERRED if address is Evidence.NOT_FOUND else Evidence.DOCUMENTED,
        references=(),
        note=answers.text("note") or None,
    )
    entry = ground.entry(LocalPlan, "principal", principal)
    path = entry.path if entry else f"strategy/plans/{principal}.yml"
    text = with_record(ground.document(path), (), plan) if entry else file_text(path, plan)
    if entry and text == ground.document(path).text:
        answers.refuse("title", "planen är redan registrerad så", "Ändra det som är nytt.")
        return None
    name = ground.strategy.principal_by_id[principal].short_name
    return Draft(topic=f"plan-{principal}", subject=f"Lokal plan: {name}", files={path: text})
