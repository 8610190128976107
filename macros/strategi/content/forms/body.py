"""Read the answer to each question of a form.

A forge writes a form as Markdown: each answer below a heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from strategi.content.forms.definition import Form
from strategi.model.submission import FormFault

LONGEST = 65_536
"""Characters. A forge takes no more."""

_HEADING = "### "
_NO_ANSWER = "_No response_"


def recognised(body: str, forms: Sequence[Form]) -> Form | None:
    """The form whose every question is a heading in the text; None where there is none, or several."""
    headings = {line.rstrip() for line in body.split("\n")}
    found = [form for form in forms if {f"{_HEADING}{each.label}" for each in form.questions} <= headings]
    return found[0] if len(found) == 1 else None


def answers_in(body: str, form: Form, faults: list[FormFault]) -> Mapping[str, str]:
    """What stands below each question, by its id: "" where nothing does.

    A heading that stands there twice is refused: which of them is the question cannot be known.
    """
    lines = body.replace("\r\n", "\n").split("\n")
    ids = {f"{_HEADING}{each.label}": each.id for each in form.questions}
    places = [(number, ids[line.rstrip()]) for number, line in enumerate(lines) if line.rstrip() in ids]
    ends = [*(number for number, _ in places[1:]), len(lines)]
    answers = dict.fromkeys(ids.values(), "")
    counts = dict.fromkeys(ids.values(), 0)
    for (start, question_id), end in zip(places, ends, strict=False):
        answer = "\n".join(lines[start + 1 : end]).strip()
        answers[question_id] = "" if answer == _NO_ANSWER else answer
        counts[question_id] += 1
    faults += (_miscounted(form, question_id, count) for question_id, count in counts.items() if count != 1)
    return answers


def _miscounted(form: Form, question_id: str, count: int) -> FormFault:
    label = form.question(question_id).label
    if not count:
        message, advice = "rubriken saknas", "Fyll i formuläret på nytt, så kommer alla rubriker med."
    else:
        message = f"rubriken står {count} gånger"
        advice = "Ta bort raden som börjar med ### ur det du har skrivit."
    return FormFault(label=label, message=message, advice=advice)
