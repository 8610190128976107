"""Find the forms whose lists differ from what can be chosen, and give their corrected text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from strategi.content.document import Document, Keys
from strategi.content.forms.choices import choices
from strategi.content.forms.definition import OPTIONS, Form, UnreadableForm
from strategi.content.plain_data import plain_at
from strategi.content.writing import quoted
from strategi.content.yaml_reader import read_yaml
from strategi.model.strategy import Strategy


def outdated(forms: Sequence[Form], strategy: Strategy) -> Mapping[str, str]:
    """The new text of every form whose lists differ from the strategy, by path. All else in it stays.

    Raise UnreadableForm.
    """
    written = {each.document.path: (each.document.text, _written(each, strategy)) for each in forms}
    return {path: new for path, (old, new) in written.items() if new != old}


def _written(form: Form, strategy: Strategy) -> str:
    document = form.document
    for question_id, options in choices(strategy)[form.kind].items():
        question = form.question(question_id)
        if question.options != tuple(options):
            document = _with_options(document, (*question.keys, *OPTIONS), tuple(options))
    return document.text


def _with_options(document: Document, keys: Keys, options: Sequence[str]) -> Document:
    """One option on each line, so that what has changed can be seen.

    Without any, as before a first revision, the list is empty: a forge then leaves the form out.
    """
    lines = document.text.split("\n")
    place = document.key_place(keys)
    start, indent = place.line - 1, " " * (place.column - 1)
    end = start + 1
    while end < len(lines) and lines[end].startswith(f"{indent} "):
        end += 1
    head = f"{indent}{keys[-1]}:" if options else f"{indent}{keys[-1]}: []"
    lines[start:end] = [head, *(f"{indent}  - {quoted(option)}" for option in options)]
    again = read_yaml("\n".join(lines), document.path, [])
    if again is None or plain_at(again.data, keys) != list(options):
        raise UnreadableForm(f"{document.path}:{place.line}: listan går inte att skriva om")
    return again
