"""Draft what a form that someone has filled in would change, or report what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from strategi.content.forms.answers import Answers
from strategi.content.forms.body import LONGEST, answers_in, recognised
from strategi.content.forms.choices import Options, choices
from strategi.content.forms.decision import decision
from strategi.content.forms.definition import Form
from strategi.content.forms.figure import figure
from strategi.content.forms.ground import Ground
from strategi.content.forms.local_plan import local_plan
from strategi.content.forms.text_change import text_change
from strategi.content.writing import NotWritable
from strategi.model.submission import Draft, FormFault, FormKind, Submission

Drafter: TypeAlias = Callable[[Answers, Ground, dict[str, Options]], Draft | None]

_DRAFTERS: dict[FormKind, Drafter] = {
    FormKind.TEXT: text_change,
    FormKind.DECISION: decision,
    FormKind.FIGURE: figure,
    FormKind.PLAN: local_plan,
}


def submission(body: str, kind: FormKind | None, forms: Sequence[Form], ground: Ground) -> Submission:
    """Read the form, of the kind that is given or else by its headings. Raises nothing, whatever it holds."""
    if len(body) > LONGEST:
        message = f"formuläret är {len(body)} tecken, och fler än {LONGEST} ryms inte"
        return _refused(kind, message, "Korta texterna.")
    named = next((each for each in forms if each.kind is kind), None)
    form = named or recognised(body.replace("\r\n", "\n"), forms)
    if form is None:
        advice = "Fyll i ett av formulären, och låt rubrikerna stå som de är."
        return _refused(kind, "texten är inget av formulären", advice)
    faults: list[FormFault] = []
    given = answers_in(body, form, faults)
    answers = Answers(form, given, faults)
    draft = _drafted(form, answers, ground, faults)
    if draft is None and not faults:
        message = "det räcker inte till ett förslag"
        faults.append(FormFault(label="", message=message, advice="Fyll i fler av fälten."))
    told = tuple((each.label, given[each.id]) for each in form.questions)
    return Submission(
        kind=form.kind,
        form_name=form.name,
        answers=told,
        draft=draft,
        faults=tuple(faults),
    )


def _drafted(form: Form, answers: Answers, ground: Ground, faults: list[FormFault]) -> Draft | None:
    options = dict(choices(ground.strategy)[form.kind])
    try:
        return _DRAFTERS[form.kind](answers, ground, options)
    except NotWritable as error:
        faults.append(FormFault(label="", message=str(error), advice="Skriv texten på ett annat sätt."))
        return None


def _refused(kind: FormKind | None, message: str, advice: str) -> Submission:
    return Submission(kind=kind, faults=(FormFault(label="", message=message, advice=advice),))
