"""Read what each form asks, and how, from the files that the forge shows as forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from strategi.content.decoding import read_text
from strategi.content.document import Document, Keys, Plain
from strategi.content.tree import Tree
from strategi.content.yaml_reader import read_yaml
from strategi.model.finding import Finding
from strategi.model.submission import FormKind

FOLDER = ".github/ISSUE_TEMPLATE"
OPTIONS = ("attributes", "options")


class UnreadableForm(Exception):
    """A form's file that is absent, or that is no form. The text says why, in Swedish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of a form."""

    id: str
    label: str
    type: str
    """`input`, `textarea` or `dropdown`."""
    is_required: bool
    options: tuple[str, ...]
    keys: Keys
    """The way to it in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form, and the file that it was read from."""

    kind: FormKind
    name: str
    questions: tuple[Question, ...]
    document: Document

    def question(self, question_id: str) -> Question:
        """The field of that id. Raise UnreadableForm where the form lacks what its kind asks for."""
        found = next((each for each in self.questions if each.id == question_id), None)
        if found is None:
            raise UnreadableForm(f"{self.document.path} har inget fält med id ”{question_id}”")
        return found


def form_path(kind: FormKind) -> str:
    """Where a form stands."""
    return f"{FOLDER}/{kind.value}.yml"


def read_forms(tree: Tree) -> tuple[Form, ...]:
    """Every form. Raise UnreadableForm."""
    return tuple(_read(tree, kind) for kind in FormKind)


def _read(tree: Tree, kind: FormKind) -> Form:
    path = form_path(kind)
    if path not in tree.paths(FOLDER):
        raise UnreadableForm(f"formuläret {path} saknas")
    findings: list[Finding] = []
    text = read_text(tree, path, findings)
    document = None if text is None else read_yaml(text, path, findings)
    if document is None or findings:
        raise UnreadableForm(f"{path}:{findings[0].line}: {findings[0].message}")
    data = _mapping(document.data)
    questions = tuple(_questions(data.get("body", [])))
    name = data.get("name", "")
    if not isinstance(name, str) or not questions:
        raise UnreadableForm(f"{path} har inget namn eller inga fält")
    return Form(kind=kind, name=name, questions=questions, document=document)


def _questions(body: Plain) -> Iterator[Question]:
    for number, element in enumerate(body if isinstance(body, list) else []):
        held = _mapping(element)
        attributes, validations = _mapping(held.get("attributes", {})), _mapping(held.get("validations", {}))
        options = attributes.get("options", [])
        if "id" in held:
            yield Question(
                id=str(held["id"]),
                label=str(attributes.get("label", "")),
                type=str(held.get("type", "")),
                is_required=validations.get("required") == "true",
                options=tuple(str(each) for each in options if isinstance(options, list)),
                keys=("body", number),
            )


def _mapping(data: Plain) -> Mapping[str, Plain]:
    return data if isinstance(data, dict) else {}
