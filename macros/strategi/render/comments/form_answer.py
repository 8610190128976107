"""Write the answer to whoever filled in a form, and the description of the pull request."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.model.submission import Draft, FormFault, Submission
from strategi.render.wording.markdown_words import bold_words, line_of, plain_words
from strategi.words.numbers import capital

_LONGEST_VALUE, _LONGEST_ANSWER = 200, 2000


def answer_markdown(submission: Submission) -> str:
    """The answer below the form: thanks, or everything that has to be put right."""
    lines = _thanks(submission.draft) if submission.draft else _faults(submission.faults)
    return "\n".join(lines) + "\n"


def proposal_markdown(submission: Submission) -> str:
    """The words that the pull request begins with: what was answered, as it was written."""
    lines = [
        f"Förslaget kommer från formuläret ”{plain_words(submission.form_name)}”. Det är inte beslutat.",
        "Granskningen svarar i en kommentar på vem som behöver besluta.",
    ]
    for label, answer in submission.answers:
        if answer:
            lines += ["", bold_words(label), "", *_quoted(answer)]
    return "\n".join(lines) + "\n"


def _thanks(draft: Draft) -> Iterator[str]:
    yield "### Tack, formuläret är rätt ifyllt\n"
    yield f"{plain_words(draft.subject)}. Förslaget ändrar:\n"
    yield from (f"- `{path}`" for path in sorted(draft.files))
    yield "\nDet granskas automatiskt, och granskningen säger vem som behöver besluta."


def _faults(faults: tuple[FormFault, ...]) -> Iterator[str]:
    count = "En sak" if len(faults) == 1 else f"{len(faults)} saker"
    yield f"### {count} behöver rättas\n"
    yield "Ändra i formuläret ovan (välj de tre punkterna och sedan *Edit*), så prövas det på nytt.\n"
    for each in faults:
        label = bold_words(each.label or "Förslaget")
        yield f"- {label}: {_sentence(each.message)} {plain_words(each.advice)}"
        if each.value:
            yield f"  Det står: ”{plain_words(_shortened(each.value))}”"


def _sentence(message: str) -> str:
    said = plain_words(message)
    return f"{capital(said)}{'' if said[-1:] in ('.', '?') else '.'}"


def _shortened(value: str) -> str:
    first, _, rest = value.partition("\n")
    return first[:_LONGEST_VALUE] + ("…" if rest or len(first) > _LONGEST_VALUE else "")


def _quoted(answer: str) -> Iterator[str]:
    shown = answer[:_LONGEST_ANSWER] + ("…" if len(answer) > _LONGEST_ANSWER else "")
    return (f"> {line_of(plain_words(line.strip()))}".rstrip() for line in shown.split("\n"))
